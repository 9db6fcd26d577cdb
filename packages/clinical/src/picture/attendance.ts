import { countAttendance, isAttended, minutesDelivered } from "../attendance/attendance.ts";
import { daysBetween } from "../calendar/civil.ts";
import type { CalendarDate, ZoneName } from "../calendar/types.ts";
import { localTimeOf } from "../calendar/zone.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { Known } from "../findings/known.ts";
import { presentLevel } from "../findings/level.ts";
import type { SessionStatus } from "../records/codes.ts";
import type { Placement, Session } from "../records/types.ts";
import { weeklyHours } from "../rules/under-dose.ts";
import { daysOfWeek, programWeek } from "../summary/weeks.ts";
import { earlier } from "./axis.ts";
import type { AttendanceWeek, SessionMark, SessionMarkOnTimeline } from "./types.ts";

/** Days of the stay, from admission on, in which an absence weighs more: a program default without a published basis. */
const EARLY_DAYS = 14;

const MARKS: Readonly<Record<Exclude<SessionStatus, "scheduled">, SessionMark>> = {
  attended: "attended",
  late: "partial",
  left_early: "partial",
  no_show: "absent",
  cancelled_patient: "absent",
  cancelled_program: "cancelled_program",
  excused: "excused",
};

/** How a session is drawn. One of today that nobody has marked is still to come; an earlier one was left unmarked. */
export function sessionMarkOf(status: SessionStatus, on: CalendarDate, asOf: CalendarDate): SessionMark {
  if (status !== "scheduled") return MARKS[status];
  return on < asOf ? "unmarked" : "planned";
}

/** A session with its local time of day. */
export function sessionOnTimeline(
  { record, on, id }: Known<Session>,
  { asOf, episode }: Pick<EpisodeView, "asOf" | "episode">,
  zone: ZoneName,
): SessionMarkOnTimeline {
  const { scheduledStart, service, status, scheduledMinutes, modality } = record;
  const mark = sessionMarkOf(status, on, asOf);
  return {
    sessionId: id,
    on,
    time: localTimeOf(scheduledStart, zone),
    service,
    status,
    mark,
    scheduledMinutes,
    deliveredMinutes: isAttended(record) ? minutesDelivered(record) : null,
    modality,
    earlyMiss: mark === "absent" && daysBetween(episode.admittedOn, on) < EARLY_DAYS,
  };
}

/** The minutes that the level asks for in a week spent wholly at one level; null when it was not, or asks for none. */
function requiredMinutes(
  view: EpisodeView,
  placements: readonly Placement[],
  week: { readonly from: CalendarDate; readonly to: CalendarDate },
): number | null {
  const last = earlier(week.to, view.asOf);
  const level = presentLevel(placements, view.program, last);
  if (level.since === null || level.since > week.from) return null;
  const hours = weeklyHours(level, view.program);
  return hours === null ? null : hours * 60;
}

/**
 * Attendance week by week, from program week 0 to the present one or the week of the discharge. A week is complete when
 * its last day lies before the date of the picture and inside the stay.
 *
 * @param placements those of the episode as known, ordered by start
 */
export function attendanceWeeks(
  view: EpisodeView,
  placements: readonly Placement[],
): readonly AttendanceWeek[] {
  const { admittedOn, dischargedOn } = view.episode;
  const weeks: AttendanceWeek[] = [];
  const last = programWeek(admittedOn, dischargedOn ?? view.asOf);
  for (let week = 0; week <= last; week += 1) {
    const days = daysOfWeek(admittedOn, week);
    const sessions = view.sessions.filter((session) => programWeek(admittedOn, session.on) === week);
    const delivered = sessions.reduce((sum, { record }) => sum + minutesDelivered(record), 0);
    weeks.push({
      week,
      from: days.from,
      ...countAttendance(sessions),
      deliveredMinutes: delivered,
      requiredMinutes: requiredMinutes(view, placements, days),
      complete: days.to < view.asOf && (dischargedOn === null || days.to <= dischargedOn),
    });
  }
  return weeks;
}
