import { type CalendarDate, daysBetween, parseCalendarDate } from "@soundings/clinical";
import { dateWords } from "../ui/dates.ts";

const WEEKDAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"] as const;
const A_THURSDAY = parseCalendarDate("1970-01-01");

/** `Sat`. */
export function weekday(date: CalendarDate): string {
  if (!A_THURSDAY) return "";
  const day = daysBetween(A_THURSDAY, date) % 7;
  return WEEKDAYS[day < 0 ? day + 7 : day] ?? "";
}

/** `Sat, Mar 14, 2026`. */
export function longDate(date: CalendarDate): string {
  return `${weekday(date)}, ${dateWords(date)}`;
}

/** `week 9`, counted from 1; before admission the days that are left. */
export function weekWords(admittedOn: CalendarDate, date: CalendarDate): string {
  const day = daysBetween(admittedOn, date);
  if (day >= 0) return `week ${Math.floor(day / 7) + 1}`;
  return day === -1 ? "1 day before admission" : `${-day} days before admission`;
}
