import { type CalendarDate, parseCalendarDate } from "@soundings/clinical";
import { AppError } from "./errors.ts";

/**
 * The day in the calendar that a text names; null when there is no text.
 * @throws AppError bad_day
 */
export function dayNamed(text: string | undefined): CalendarDate | null {
  if (text === undefined) return null;
  const day = parseCalendarDate(text);
  if (day === null) throw new AppError("bad_day");
  return day;
}

/**
 * The day that a question is asked for: as given, else today.
 * @throws AppError bad_day, or day_in_future for a day after today.
 */
export function askedDay(text: string | undefined, today: CalendarDate): CalendarDate {
  const day = dayNamed(text) ?? today;
  if (day > today) throw new AppError("day_in_future");
  return day;
}
