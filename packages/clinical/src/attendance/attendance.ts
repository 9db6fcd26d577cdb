import type { SessionStatus } from "../records/codes.ts";
import type { Session } from "../records/types.ts";

/** The patient came, if only for a part. */
const ATTENDED: ReadonlySet<SessionStatus> = new Set(["attended", "late", "left_early"]);

/**
 * The patient came or could have come. Program cancellations, excused absences and sessions not yet marked do not count.
 */
const COUNTABLE: ReadonlySet<SessionStatus> = new Set([...ATTENDED, "no_show", "cancelled_patient"]);

export function isAttended(session: Pick<Session, "status">): boolean {
  return ATTENDED.has(session.status);
}

export function isCountable(session: Pick<Session, "status">): boolean {
  return COUNTABLE.has(session.status);
}

/** Minutes delivered: those attended, else those scheduled, of an attended session; 0 for any other. */
export function minutesDelivered(
  session: Pick<Session, "status" | "attendedMinutes" | "scheduledMinutes">,
): number {
  return isAttended(session) ? (session.attendedMinutes ?? session.scheduledMinutes) : 0;
}

/** How many of the sessions count, and how many of those were attended. */
export interface AttendanceCount {
  readonly attended: number;
  readonly countable: number;
}

export function countAttendance(
  sessions: readonly { readonly record: Pick<Session, "status"> }[],
): AttendanceCount {
  let attended = 0;
  let countable = 0;
  for (const { record } of sessions) {
    if (isCountable(record)) countable += 1;
    if (isAttended(record)) attended += 1;
  }
  return { attended, countable };
}
