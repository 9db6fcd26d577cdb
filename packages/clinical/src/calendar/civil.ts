import type { CalendarDate } from "./types.ts";

/** Days since 1970-01-01 of the first and the last date there is: 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
const DAYS_OF_400_YEARS = 146_097;
const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

/** The number that stands in `text` from `start` up to `end`; the caller has checked that only digits stand there. */
export function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let place = start; place < end; place += 1) value = value * 10 + (text.charCodeAt(place) - 48);
  return value;
}

/** Days since 1970-01-01 of a year, month (1–12) and day, after Hinnant's `days_from_civil`. */
export function dayNumberOfParts(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - 719_468;
}

/** Days since 1970-01-01. */
export function dayNumberOf(date: CalendarDate): number {
  return dayNumberOfParts(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

const writtenDates = new Map<number, CalendarDate>();
const WRITTEN_DATES_KEPT = 100_000;

function write(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate;
}

/** The date of a number of days since 1970-01-01, held to the ends of the calendar (0001-01-01, 9999-12-31). */
export function dateOfDayNumber(dayNumber: number): CalendarDate {
  const held = Math.min(Math.max(dayNumber, FIRST_DAY), LAST_DAY);
  const known = writtenDates.get(held);
  if (known !== undefined) return known;
  if (writtenDates.size >= WRITTEN_DATES_KEPT) writtenDates.clear();
  const date = write(held);
  writtenDates.set(held, date);
  return date;
}

/** A date that exists, written `YYYY-MM-DD`, years 0001 to 9999; else null. The text is taken as it is, not trimmed. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!DATE_FORM.test(text)) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  return exists ? (text as CalendarDate) : null;
}

/** The date `days` later (earlier when negative), held to the ends of the calendar. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** `to` minus `from`, in days; negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}
