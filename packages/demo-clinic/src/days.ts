import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  instantFromMs,
  instantToMs,
  parseCalendarDate,
  parseInstant,
  type ZoneName,
} from "@soundings/clinical";

/** A day counted from today: 0 is today, -1 yesterday. Every date of the demo clinic is one until it is written. */
export type Day = number;

/** The clinic's calendar around one today. Weekdays count from 0, Monday, to 6, Sunday. */
export interface Days {
  date(day: Day): CalendarDate;
  /** The moment of a civil time of the site, `minute` minutes after midnight; meant for times after 04:00. */
  instant(day: Day, minute: number): Instant;
  weekday(day: Day): number;
  isHoliday(day: Day): boolean;
  /** Monday to Friday and no holiday. */
  isOpen(day: Day): boolean;
  /** The day itself if the clinic is open, else the last open day before it. */
  openOnOrBefore(day: Day): Day;
  openOnOrAfter(day: Day): Day;
}

const FIXED_HOLIDAYS = new Set(["01-01", "06-19", "07-04", "12-25"]);
/** Where a fixed holiday that falls on a weekend is kept: the Friday before, the Monday after. */
const KEPT_ON_FRIDAY = new Set(["12-31", "06-18", "07-03", "12-24"]);
const KEPT_ON_MONDAY = new Set(["01-02", "06-20", "07-05", "12-26"]);

function movableHoliday(month: number, dayOfMonth: number, weekday: number): boolean {
  const memorialDay = month === 5 && weekday === 0 && dayOfMonth >= 25;
  const laborDay = month === 9 && weekday === 0 && dayOfMonth <= 7;
  const thanksgiving = month === 11 && weekday === 3 && dayOfMonth >= 22 && dayOfMonth <= 28;
  const dayAfter = month === 11 && weekday === 4 && dayOfMonth >= 23 && dayOfMonth <= 29;
  return memorialDay || laborDay || thanksgiving || dayAfter;
}

function holiday(date: CalendarDate, weekday: number): boolean {
  const monthDay = date.slice(5);
  if (FIXED_HOLIDAYS.has(monthDay)) return true;
  if (weekday === 4 && KEPT_ON_FRIDAY.has(monthDay)) return true;
  if (weekday === 0 && KEPT_ON_MONDAY.has(monthDay)) return true;
  return movableHoliday(Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)), weekday);
}

function remembered<T>(compute: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const value = known.get(day) ?? compute(day);
    known.set(day, value);
    return value;
  };
}

/** A date that is written in the code; throws a RangeError when it is none. */
export function dateFrom(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError("A date is written YYYY-MM-DD.");
  return date;
}

/** The calendar of a clinic in `zone` on `today`. */
export function daysAround(today: CalendarDate, zone: ZoneName): Days {
  const monday = dateFrom("2024-01-01");
  const todaysWeekday = (((daysBetween(monday, today) % 7) + 7) % 7) as number;
  const weekday = (day: Day): number => (((todaysWeekday + day) % 7) + 7) % 7;
  const date = remembered((day) => addDays(today, day));
  const noon = remembered((day) => {
    const instant = parseInstant(`${date(day)}T12:00`, zone);
    if (instant === null) throw new RangeError("A day has no noon.");
    return instantToMs(instant);
  });
  const isHoliday = remembered((day) => holiday(date(day), weekday(day)));
  const isOpen = (day: Day): boolean => weekday(day) < 5 && !isHoliday(day);
  const seek = (day: Day, step: 1 | -1): Day => {
    let found = day;
    while (!isOpen(found)) found += step;
    return found;
  };
  return {
    date,
    instant: (day, minute) => instantFromMs(noon(day) + (minute - 720) * 60_000),
    weekday,
    isHoliday,
    isOpen,
    openOnOrBefore: (day) => seek(day, -1),
    openOnOrAfter: (day) => seek(day, 1),
  };
}
