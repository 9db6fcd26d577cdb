import { addDays, daysBetween } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import { compareDates } from "../../findings/order.ts";
import { type DischargeReason, LEVELS_OF_CARE, type LevelOfCare } from "../../records/codes.ts";
import type { Site } from "../../records/types.ts";
import type { LevelNode } from "../answers.ts";
import type { EpisodeFacts, NearStay } from "../facts.types.ts";

/** A stay that ended no longer before counts as where the patient came from, one that began no later after as where they went. */
export const NEAR_DAYS = 30;

/** Days at one level inside a stay; `to` is the day on which it ended, null while it goes on. */
export interface Segment {
  readonly level: LevelOfCare;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Residential is the highest level, outpatient the lowest. */
export function isLower(level: LevelOfCare, than: LevelOfCare): boolean {
  return LEVELS_OF_CARE.indexOf(level) > LEVELS_OF_CARE.indexOf(than);
}

function programLevel(programId: string, site: Site): LevelOfCare | null {
  return site.programs.get(programId)?.levelOfCare ?? null;
}

/** The level of another stay: of its placement, else of its program; null when neither says so. */
export function levelOfStay(stay: NearStay, site: Site): LevelOfCare | null {
  return stay.placedAt ?? programLevel(stay.programId, site);
}

/** The level at admission: of the placement on that day, else of the program. */
export function levelAtAdmission(facts: EpisodeFacts, site: Site): LevelOfCare | null {
  return facts.placedAt ?? programLevel(facts.programId, site);
}

/** When a placement was over: on its last day, or on the day on which the next one began if that is not later than the day after. */
function endOf(from: CalendarDate, own: CalendarDate | null, next: CalendarDate | null): CalendarDate | null {
  if (next === null) return own;
  const follows = own === null || next <= addDays(own, 1);
  return follows ? next : compareDates(own, from) < 0 ? from : own;
}

interface Begun {
  readonly level: LevelOfCare;
  readonly from: CalendarDate;
  readonly ended: CalendarDate | null;
}

/** The level at admission and every placement that began inside the stay, one level after another. */
function begunIn(facts: EpisodeFacts, site: Site): readonly Begun[] {
  const { admittedOn, dischargedOn, asOf, placements } = facts;
  const last = dischargedOn ?? asOf;
  const level = levelAtAdmission(facts, site);
  const atAdmission = placements.findLast(
    (one) => one.startedOn <= admittedOn && one.level === facts.placedAt,
  );
  const first: readonly Begun[] =
    level === null ? [] : [{ level, from: admittedOn, ended: atAdmission?.endedOn ?? null }];
  const later = placements
    .filter(({ startedOn }) => startedOn > admittedOn && startedOn <= last)
    .toSorted((a, b) => compareDates(a.startedOn, b.startedOn))
    .map((one) => ({ level: one.level, from: one.startedOn, ended: one.endedOn }));
  return [...first, ...later];
}

/** Neighbors at the same level are one. */
function merged(begun: readonly Begun[]): readonly Begun[] {
  const kept: Begun[] = [];
  for (const one of begun) {
    const last = kept.at(-1);
    if (last?.level === one.level) kept[kept.length - 1] = { ...last, ended: one.ended };
    else kept.push(one);
  }
  return kept;
}

/**
 * The levels of care of a stay, in order, each with its days. A placement that ends before the stay does and is followed by
 * none ends there: what came after is not on record. Empty when neither a placement nor the program says a level.
 */
export function segmentsOf(facts: EpisodeFacts, site: Site): readonly Segment[] {
  const levels = merged(begunIn(facts, site));
  return levels.map(({ level, from, ended }, place) => {
    const next = levels[place + 1]?.from ?? facts.dischargedOn;
    const own = ended !== null && facts.dischargedOn !== null && ended > facts.dischargedOn ? null : ended;
    return { level, from, to: endOf(from, own, next) };
  });
}

/** How a stay ended, by its reason. */
const END_OF: Readonly<Record<DischargeReason, LevelNode>> = {
  completed: "planned_out",
  transferred_down: "planned_out",
  transferred_up: "transferred_up_out",
  against_advice: "unplanned_out",
  lost_contact: "unplanned_out",
  administrative: "other_out",
  incarcerated: "other_out",
  deceased: "other_out",
};

function cameFrom({ before, admittedOn }: EpisodeFacts, site: Site): LevelNode {
  if (before === null) return "community";
  const apart = before.dischargedOn === null ? 0 : daysBetween(before.dischargedOn, admittedOn);
  const level = apart <= NEAR_DAYS ? levelOfStay(before, site) : null;
  return level === null ? "community" : `from_${level}`;
}

function wentTo({ after, dischargedOn, dischargeReason }: EpisodeFacts, site: Site): LevelNode {
  if (dischargedOn === null) return "still_here";
  if (after !== null && daysBetween(dischargedOn, after.admittedOn) <= NEAR_DAYS) {
    const level = levelOfStay(after, site);
    if (level !== null) return `to_${level}`;
  }
  return dischargeReason === null ? "unknown_out" : END_OF[dischargeReason];
}

/** From where to where a stay went: where the patient came from, the levels of the stay, and where they went, each after the other. */
export function pathOf(facts: EpisodeFacts, site: Site): readonly LevelNode[] {
  return [cameFrom(facts, site), ...segmentsOf(facts, site).map(({ level }) => level), wentTo(facts, site)];
}
