import type { LevelNode, LevelOfCare, LevelsAnswer } from "@soundings/clinical";
import { fixed, intervalWords } from "../parts/number-words.ts";

const LEVELS: Readonly<Record<LevelOfCare, string>> = {
  residential: "Residential",
  php: "Partial hospitalization (PHP)",
  iop: "Intensive outpatient (IOP)",
  op: "Outpatient",
};

export function levelName(level: LevelOfCare): string {
  return LEVELS[level];
}

const NODES: Readonly<Record<LevelNode, string>> = {
  community: "From the community",
  from_residential: "From a residential stay",
  from_php: "From a PHP stay",
  from_iop: "From an IOP stay",
  from_op: "From an outpatient stay",
  ...LEVELS,
  planned_out: "Ended as planned",
  unplanned_out: "Ended against advice, or contact lost",
  transferred_up_out: "Ended, to more support elsewhere",
  other_out: "Ended for another reason",
  unknown_out: "Ended, reason not recorded",
  to_residential: "To a residential stay",
  to_php: "To a PHP stay",
  to_iop: "To an IOP stay",
  to_op: "To an outpatient stay",
  still_here: "Still here",
};

/** Where a stay came from, was or went, as the table names it. */
export function nodeName(node: LevelNode): string {
  return NODES[node];
}

const OUTSIDE = new Set<LevelNode>(["community", "from_residential", "from_php", "from_iop", "from_op"]);
const INSIDE = new Set<LevelNode>(["residential", "php", "iop", "op"]);

export type LinkStage = "came" | "moved" | "went";

/** Whether a step is how a stay began, a move inside it, or its end. */
export function stageOf({ from, to }: Pick<LevelsAnswer["links"][number], "from" | "to">): LinkStage {
  if (OUTSIDE.has(from)) return "came";
  return INSIDE.has(to) ? "moved" : "went";
}

/** A half day only where there is one. */
export function daysWords(days: number | null): string {
  return days !== null && Number.isInteger(days) ? String(days) : fixed(days);
}

type Stay = LevelsAnswer["stays"][number];

/** `28 to 61`: where the middle half of the stays lies. */
export function middleHalf({ lowerQuartile, upperQuartile }: Stay): string {
  if (lowerQuartile === null || upperQuartile === null) return "no data";
  return `${daysWords(lowerQuartile)} to ${daysWords(upperQuartile)}`;
}

export const FLOW_MEANS =
  "Stays that ended in the period, and those that began in it and go on. A stay counts once on each step, however often it went that way. Where a patient came from or went is the other stay on record at this site that ended, or began, within 30 days; nobody else's records are read, so care elsewhere is not seen.";

export const RETURNS_MEAN =
  "A return is an admission of the same patient so many days or fewer after the discharge, to the same level of care or a higher one, or to one that is not known; a step down to a lower level is none. Out of discharges since which so many days have passed; those who died are left out. Returns elsewhere are not seen.";

export const ENDS_MEAN =
  "Planned: completed, or moved to less support. Unplanned: left against advice or lost contact. The rest is in the denominators and in neither numerator.";

export const OTHER_ENDS = "Moved to more support, administrative, incarcerated or died";

/** `0–0.3 %`: with a decimal where whole percentages would hide the width. */
export function narrowInterval(low: number | null, high: number | null): string | null {
  if (low === null || high === null || high >= 0.1) return intervalWords(low, high);
  const end = (share: number) => String(Number((share * 100).toFixed(1)));
  return `${end(low)}–${end(high)}\u00a0%`;
}
