import { addDays, dateOfDayNumber, dayNumberOfParts, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The same day some months earlier; a day that the month does not have is the first of the next month. */
function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) - months;
  const first = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const next = { year: Math.floor((count + 1) / 12), month: ((count + 1) % 12) + 1 };
  const end = dayNumberOfParts(next.year, next.month, 1);
  return dateOfDayNumber(Math.min(dayNumberOfParts(first.year, first.month, day), end));
}

const MONTHS_OF_YEAR = 12;

/** Periods are moved by their first day and the day after their last, so that neighbors stay neighbors, February 29 included. */
function moved({ from, to }: Period, months: number): Period {
  return { from: monthsBefore(from, months), to: addDays(monthsBefore(addDays(to, 1), months), -1) };
}

/** The same period one year earlier. */
export function yearBefore(period: Period): Period {
  return moved(period, MONTHS_OF_YEAR);
}

/** How many whole months a period is; null when it is not. */
function wholeMonths({ from, to }: Period): number | null {
  const end = addDays(to, 1);
  if (!from.endsWith("-01") || !end.endsWith("-01")) return null;
  const count = (date: CalendarDate): number =>
    Number(date.slice(0, 4)) * MONTHS_OF_YEAR + Number(date.slice(5, 7));
  return count(end) - count(from);
}

/** The period of the same length that ends the day before: as many months when it is of whole months, else as many days. */
export function periodBefore(period: Period): Period {
  const months = wholeMonths(period);
  if (months !== null) return moved(period, months);
  const days = daysBetween(period.from, period.to) + 1;
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) };
}
