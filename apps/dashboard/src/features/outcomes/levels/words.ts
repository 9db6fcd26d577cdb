import type { LevelNode, LevelOfCare, LevelsAnswer } from "@soundings/clinical";
import { counted } from "../../../ui/numbers.ts";
import { fixed } from "../parts/number-words.ts";

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
  planned_out: "Out, as planned",
  unplanned_out: "Out, against advice or contact lost",
  transferred_up_out: "Out, to more support elsewhere",
  other_out: "Out, other reasons",
  unknown_out: "Out, reason unknown",
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

const NODE_NAMES = Object.keys(NODES) as readonly LevelNode[];

/** The link that the key of a ribbon names; null for another key. */
export function linkOf(key: string): { readonly from: LevelNode; readonly to: LevelNode } | null {
  const [from, to, rest] = key.split("/");
  const [start, end] = [from, to].map((name) => NODE_NAMES.find((node) => node === name));
  return start === undefined || end === undefined || rest !== undefined ? null : { from: start, to: end };
}

const OUTSIDE = new Set<LevelNode>(["community", "from_residential", "from_php", "from_iop", "from_op"]);
const INSIDE = new Set<LevelNode>(["residential", "php", "iop", "op"]);

export type LinkStage = "came" | "moved" | "went";

/** Whether a step is how a stay began, a move inside it, or its end. */
export function stageOf({ from, to }: Pick<LevelsAnswer["links"][number], "from" | "to">): LinkStage {
  if (OUTSIDE.has(from)) return "came";
  return INSIDE.has(to) ? "moved" : "went";
}

type Stay = LevelsAnswer["stays"][number];

/** `42 days, middle half 28 to 61`; `no data` where no time at the level has ended. */
export function stayWords({ median, lowerQuartile, upperQuartile }: Stay): string {
  if (median === null) return "no data";
  const days = `${trimmed(median)} days`;
  if (lowerQuartile === null || upperQuartile === null) return days;
  return `${days}, middle half ${trimmed(lowerQuartile)} to ${trimmed(upperQuartile)}`;
}

/** A half day only where there is one. */
export function trimmed(days: number | null): string {
  return days !== null && Number.isInteger(days) ? String(days) : fixed(days);
}

export const RETURN_MEANS =
  "A return is a next stay of the same patient that began within so many days of the discharge, in any program of this site and at any level. Only discharges that were followed so long by the as-of date count, and nobody who died.";

export const ENDS_MEAN =
  "Planned: completed, or moved to less support. Unplanned: left against advice or lost contact.";

/** Those who are in neither rate of ends. */
export function otherEnds({ other, unknown }: LevelsAnswer["ends"]): string {
  return `Other reasons: ${counted(other, "stay")}. Reason not recorded: ${counted(unknown, "stay")}. Both are in the denominators and in neither numerator.`;
}
