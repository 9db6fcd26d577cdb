import { daysBetween } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import type { Site } from "../../records/types.ts";
import type { EpisodeFacts, NearStay } from "../facts.types.ts";
import { isLower, levelAtAdmission, levelOfStay, segmentsOf } from "./path.ts";

/** Within how many days of discharge a return is counted. */
export const RETURN_DAYS = [30, 90] as const;
export type ReturnDays = (typeof RETURN_DAYS)[number];

/** Later stays by patient: those in scope, and those that the records of one of them name. */
export type StaysOf = ReadonlyMap<string, readonly NearStay[]>;

function asStay(facts: EpisodeFacts, site: Site): NearStay {
  const { episodeId, programId, admittedOn, dischargedOn } = facts;
  return { episodeId, programId, admittedOn, dischargedOn, placedAt: levelAtAdmission(facts, site) };
}

export function staysByPatient(facts: readonly EpisodeFacts[], site: Site): StaysOf {
  const stays = new Map<string, NearStay[]>();
  for (const one of facts) {
    const held = stays.get(one.patientId) ?? [];
    held.push(asStay(one, site), ...(one.after === null ? [] : [one.after]));
    stays.set(one.patientId, held);
  }
  return stays;
}

/**
 * Why nothing can be said of a return so soon; null when the patient left alive and the days since are over as of the day. The day is that of
 * the question: facts that no later day reads otherwise are kept, and their own day is then an earlier one.
 */
export function notFollowed(
  { dischargedOn, dischargeReason }: EpisodeFacts,
  within: ReturnDays,
  asOf: CalendarDate,
): string | null {
  if (dischargeReason === "deceased") return "Died";
  const isOver = dischargedOn !== null && daysBetween(dischargedOn, asOf) >= within;
  return isOver ? null : `Not yet ${within} days since discharge`;
}

/**
 * Whether the patient was admitted again so soon, to the level at which the stay ended or to a higher one; a step down to a
 * lower level is no return. An unknown level counts as a return.
 */
export function hasReturned(facts: EpisodeFacts, site: Site, stays: StaysOf, within: ReturnDays): boolean {
  const { dischargedOn } = facts;
  if (dischargedOn === null) return false;
  return (stays.get(facts.patientId) ?? []).some((stay) => {
    if (stay.episodeId === facts.episodeId) return false;
    const days = daysBetween(dischargedOn, stay.admittedOn);
    if (days < 0 || days > within) return false;
    const left = segmentsOf(facts, site).at(-1)?.level ?? null;
    const level = levelOfStay(stay, site);
    return level === null || left === null || !isLower(level, left);
  });
}
