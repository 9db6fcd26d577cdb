import { type AttendanceCount, countAttendance, isCountable } from "../attendance/attendance.ts";
import { inLast } from "../findings/days.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { sessionEvidence } from "../findings/evidence.ts";
import type { Known } from "../findings/known.ts";
import { counted } from "../findings/wording.ts";
import type { Session } from "../records/types.ts";
import { defineRule } from "./define.ts";
import { house, isBelow } from "./threshold.ts";

const THRESHOLDS = {
  days: house(14, "days"),
  countable: house(4, "countable sessions"),
  attended: house([2, 3], "of countable sessions"),
};

export interface LowAttendance extends AttendanceCount {
  readonly days: number;
  readonly sessions: readonly Known<Session>[];
}

/** The rule's condition, which other rules ask too, superseded or not. Null when it does not hold. */
export function lowAttendanceOf(view: EpisodeView): LowAttendance | null {
  const days = THRESHOLDS.days.value;
  const sessions = inLast(view.sessions, days, view.asOf).filter(({ record }) => isCountable(record));
  const count = countAttendance(sessions);
  if (count.countable < THRESHOLDS.countable.value) return null;
  return isBelow(count.attended, count.countable, THRESHOLDS.attended.value)
    ? { ...count, days, sessions }
    : null;
}

/** "3 of 6 sessions of the last 14 days attended". */
export function lowAttendanceText({ attended, countable, days }: LowAttendance): string {
  return `${attended} of ${counted(countable, "session")} of the last ${counted(days, "day")} attended`;
}

export const lowAttendance = defineRule({
  id: "low-attendance",
  version: 1,
  title: "Low attendance",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: THRESHOLDS,
  wording: {
    consider: "Consider what keeps the patient away: schedule, transport, work, symptoms, use.",
    clears: ({ attended: [part, whole], days }) =>
      `At least ${part} of ${whole} countable sessions of ${counted(days, "day")} attended`,
  },
  source:
    "Program default without a published basis: no published attendance threshold that predicts drop-out from intensive outpatient care was found",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "no-contact" }],
  evaluate: (view) => {
    const low = lowAttendanceOf(view);
    return low === null
      ? []
      : [{ headline: lowAttendanceText(low), evidence: low.sessions.map(sessionEvidence) }];
  },
});
