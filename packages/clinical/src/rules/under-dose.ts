import { minutesDelivered } from "../attendance/attendance.ts";
import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { isLess, parseDecimal, times } from "../findings/decimal.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { placementEvidence, sessionEvidence } from "../findings/evidence.ts";
import type { Known } from "../findings/known.ts";
import type { PresentLevel } from "../findings/level.ts";
import { hours, levelName, listed } from "../findings/wording.ts";
import type { LevelOfCare } from "../records/codes.ts";
import type { Program, Session } from "../records/types.ts";
import { defineRule } from "./define.ts";
import { house, published } from "./threshold.ts";

const THRESHOLDS = {
  iop: published(9, "hours a week"),
  php: published(20, "hours a week"),
  weeks: house(2, "complete program weeks"),
};

const HOURS_OF_LEVEL: Readonly<Record<LevelOfCare, number | null>> = {
  residential: null,
  php: THRESHOLDS.php.value,
  iop: THRESHOLDS.iop.value,
  op: null,
};

/**
 * The hours a week that the present level stands for: the program's minimum at the program's own level if it states one,
 * else 9 at IOP and 20 at PHP. Null at other levels, and without a placement.
 */
export function weeklyHours(level: PresentLevel, program: Program | null): number | null {
  if (level.level === null || level.placement === null) return null;
  const usual = HOURS_OF_LEVEL[level.level];
  if (usual === null) return null;
  return level.isProgramsOwn ? (program?.hoursPerWeekMin ?? usual) : usual;
}

interface Week {
  readonly from: CalendarDate;
  readonly sessions: readonly Known<Session>[];
  readonly minutes: number;
}

/** Program week k of an episode: days 7k to 7k + 6 from admission. */
function weekOf(view: EpisodeView, k: number): Week {
  const from = addDays(view.episode.admittedOn, 7 * k);
  const to = addDays(from, 6);
  const sessions = view.sessions.filter(({ on }) => on >= from && on <= to);
  const minutes = sessions.reduce((sum, { record }) => sum + minutesDelivered(record), 0);
  return { from, sessions, minutes };
}

/** The last `count` program weeks that ended before the date; null unless all of them lie at the present level. */
function lastWeeks(view: EpisodeView, since: CalendarDate, count: number): readonly Week[] | null {
  const next = Math.floor(view.day / 7);
  const first = next - count;
  if (first < 0 || addDays(view.episode.admittedOn, 7 * first) < since) return null;
  return Array.from({ length: count }, (_, place) => weekOf(view, first + place));
}

function isShort(week: Week, required: number): boolean {
  const wanted = parseDecimal(String(required));
  return wanted !== null && isLess({ digits: BigInt(week.minutes), places: 0 }, times(60, wanted));
}

export const underDose = defineRule({
  id: "under-dose",
  version: 1,
  title: "Fewer hours than the level stands for",
  kind: "review",
  urgency: "routine",
  safety: false,
  thresholds: THRESHOLDS,
  wording: {
    consider: "Consider the schedule, make-up sessions, and whether the level of care still fits.",
    clears: () => "A program week with the hours of the level",
  },
  source:
    "ASAM Criteria, level 2.1 (9 hours a week or more) and 2.5 (20 or more); 42 CFR 424.24(d); else the program's own hours. Two weeks: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { weeks: count }) => {
    const { level, program } = view;
    const required = weeklyHours(level, program);
    if (required === null || level.level === null || level.placement === null || level.since === null)
      return [];
    const weeks = lastWeeks(view, level.since, count);
    if (weeks === null || !weeks.every((week) => isShort(week, required))) return [];
    const delivered = listed(weeks.map(({ minutes }) => hours(minutes)));
    const starts = listed(weeks.map(({ from }) => from));
    return [
      {
        headline: `${delivered} of ${required} h delivered in the weeks from ${starts} at ${levelName(level.level)}`,
        evidence: [
          placementEvidence(level.placement),
          ...weeks.flatMap(({ sessions }) => sessions.map(sessionEvidence)),
        ],
      },
    ];
  },
});
