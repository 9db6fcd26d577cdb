import {
  type AttendanceWeek,
  addDays,
  type CalendarDate,
  type EpisodePicture,
  type Modality,
  type SessionMarkOnTimeline,
} from "@soundings/clinical";
import { weekOf } from "../../charts/segments.ts";

interface CalendarDay {
  readonly on: CalendarDate;
  readonly sessions: readonly SessionMarkOnTimeline[];
}

/** One program week as a row of days. `facts` is null for a week outside the stay. */
export interface CalendarWeek {
  readonly week: number;
  readonly from: CalendarDate;
  readonly days: readonly CalendarDay[];
  readonly facts: AttendanceWeek | null;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

function byWeek(picture: EpisodePicture): Map<number, SessionMarkOnTimeline[]> {
  const weeks = new Map<number, SessionMarkOnTimeline[]>();
  for (const session of picture.sessions) {
    const week = weekOf(picture.admittedOn, session.on);
    const there = weeks.get(week);
    if (there) there.push(session);
    else weeks.set(week, [session]);
  }
  return weeks;
}

function daysFrom(from: CalendarDate, sessions: readonly SessionMarkOnTimeline[]): CalendarDay[] {
  return DAYS.map((place) => {
    const on = addDays(from, place);
    return {
      on,
      sessions: sessions
        .filter((session) => session.on === on)
        .toSorted((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))),
    };
  });
}

/** Every program week with what is known of it, and every other week that has a session, in their order. */
export function calendarWeeks(picture: EpisodePicture): CalendarWeek[] {
  const sessions = byWeek(picture);
  const facts = new Map(picture.attendanceWeeks.map((week) => [week.week, week]));
  const all = [...new Set([...facts.keys(), ...sessions.keys()])].sort((a, b) => a - b);
  return all.map((week) => {
    const from = addDays(picture.admittedOn, 7 * week);
    return { week, from, days: daysFrom(from, sessions.get(week) ?? []), facts: facts.get(week) ?? null };
  });
}

/** Places of the days of a program week on which any week has a session; the others need no column. */
export function usedDays(weeks: readonly CalendarWeek[]): number[] {
  return DAYS.filter((place) => weeks.some(({ days }) => (days[place]?.sessions.length ?? 0) > 0));
}

/** The place that all sessions share, so that it can be said once; null where they differ. */
export function sharedModality(sessions: readonly SessionMarkOnTimeline[]): Modality | null {
  const [first, ...others] = new Set(sessions.map(({ modality }) => modality));
  return first !== undefined && others.length === 0 ? first : null;
}

/** The sessions that were missed in the first two weeks, by date. */
export function earlyMisses(sessions: readonly SessionMarkOnTimeline[]): SessionMarkOnTimeline[] {
  return sessions
    .filter(({ earlyMiss }) => earlyMiss)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** The latest weeks stand open. */
const OPEN = 8;

interface FoldedWeeks {
  /** Weeks with an absence that weighs more: they stand open however long ago they were. */
  readonly first: readonly CalendarWeek[];
  readonly earlier: readonly CalendarWeek[];
  readonly latest: readonly CalendarWeek[];
}

/** What of a long stay stands open, in its order, and what behind a title. */
export function foldedWeeks(weeks: readonly CalendarWeek[]): FoldedWeeks {
  const before = weeks.slice(0, -OPEN);
  const weighsMore = ({ days }: CalendarWeek) => days.some((day) => earlyMisses(day.sessions).length > 0);
  return {
    first: before.filter(weighsMore),
    earlier: before.filter((week) => !weighsMore(week)),
    latest: weeks.slice(-OPEN),
  };
}
