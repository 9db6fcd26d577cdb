import type { AttendanceWeek, SessionMark, SessionMarkOnTimeline, SessionStatus } from "@soundings/clinical";
import { day, LAST_DAY } from "./sample-days.ts";

const STATUS: Readonly<Record<SessionMark, SessionStatus>> = {
  attended: "attended",
  partial: "left_early",
  absent: "no_show",
  excused: "excused",
  cancelled_program: "cancelled_program",
  unmarked: "scheduled",
  planned: "scheduled",
};

/** Groups on Monday, Wednesday and Friday, an hour alone on Wednesday; one letter a session in the order of the days. */
const ATTENDANCE = "aaaa aaxa aaap aaaa axaa aaaa aaca aaea xxaa axxa xpax aa";
const LETTERS: Readonly<Record<string, SessionMark>> = {
  a: "attended",
  p: "partial",
  x: "absent",
  e: "excused",
  c: "cancelled_program",
};
const PLACES = [
  { offset: 0, service: "group", time: "09:00", minutes: 180 },
  { offset: 2, service: "group", time: "09:00", minutes: 180 },
  { offset: 2, service: "individual", time: "13:00", minutes: 50 },
  { offset: 4, service: "group", time: "09:00", minutes: 180 },
] as const;

export const sessions: SessionMarkOnTimeline[] = ATTENDANCE.split(" ").flatMap((letters, week) =>
  PLACES.flatMap((place, n) => {
    const mark = LETTERS[letters[n] ?? ""];
    if (!mark) return [];
    const delivered = mark === "attended" ? place.minutes : place.minutes / 2;
    return {
      sessionId: `session/${week}/${n}`,
      on: day(week * 7 + place.offset),
      time: place.time,
      service: place.service,
      status: STATUS[mark],
      mark,
      scheduledMinutes: place.minutes,
      deliveredMinutes: mark === "attended" || mark === "partial" ? delivered : null,
      modality: "in_person" as const,
      earlyMiss: mark === "absent" && week < 2,
    };
  }),
);

function attendanceWeek(week: number): AttendanceWeek {
  const inWeek = sessions.filter((session) => session.on >= day(week * 7) && session.on < day(week * 7 + 7));
  const attended = inWeek.filter(({ deliveredMinutes }) => deliveredMinutes !== null);
  return {
    week,
    from: day(week * 7),
    attended: attended.length,
    countable: attended.length + inWeek.filter(({ mark }) => mark === "absent").length,
    deliveredMinutes: attended.reduce((sum, session) => sum + (session.deliveredMinutes ?? 0), 0),
    requiredMinutes: 540,
    complete: week * 7 + 6 < LAST_DAY,
  };
}

export const attendanceWeeks = Array.from({ length: 12 }, (_, week) => attendanceWeek(week));
