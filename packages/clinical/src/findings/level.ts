import { addDays, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { LevelOfCare } from "../records/codes.ts";
import type { Placement, Program } from "../records/types.ts";

/** The level of care of an episode on a date. */
export interface PresentLevel {
  /** The present placement's level, without one the program's; null when the program is not known either. */
  readonly level: LevelOfCare | null;
  /** Of the placements begun and not ended, the one begun last. */
  readonly placement: Placement | null;
  /** The start of the first of the unbroken placements at this level; null without a placement. */
  readonly since: CalendarDate | null;
  readonly daysAtLevel: number | null;
  /** Whether a placement stands at the level of the program itself. */
  readonly isProgramsOwn: boolean;
}

/** Each placement of an unbroken row begins no later than the day after the one before it ended. */
function unbrokenSince(present: Placement, sameLevel: readonly Placement[]): CalendarDate {
  let since = present.startedOn;
  for (const earlier of sameLevel.toReversed()) {
    if (earlier.startedOn >= since) continue;
    if (earlier.endedOn !== null && since > addDays(earlier.endedOn, 1)) break;
    since = earlier.startedOn;
  }
  return since;
}

/**
 * The present level from an episode's placements as known on `asOf`, ordered by start. A placement that ended on or
 * before `asOf` is not the present one.
 */
export function presentLevel(
  placements: readonly Placement[],
  program: Program | null,
  asOf: CalendarDate,
): PresentLevel {
  const placement =
    placements.findLast(
      ({ startedOn, endedOn }) => startedOn <= asOf && (endedOn === null || endedOn > asOf),
    ) ?? null;
  if (placement === null) {
    const level = program?.levelOfCare ?? null;
    return { level, placement, since: null, daysAtLevel: null, isProgramsOwn: false };
  }
  const level = placement.levelOfCare;
  const since = unbrokenSince(
    placement,
    placements.filter((one) => one.levelOfCare === level),
  );
  const isProgramsOwn = program !== null && program.levelOfCare === level;
  return { level, placement, since, daysAtLevel: daysBetween(since, asOf), isProgramsOwn };
}
