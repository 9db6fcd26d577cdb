import { addDays, dateOfDayNumber, dayNumberOfParts, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const MONTHS_OF_YEAR = 12;

/** The same day some months earlier; of February 29 that is March 1 where the year has none. */
function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * MONTHS_OF_YEAR + (month - 1) - months;
  return dateOfDayNumber(
    dayNumberOfParts(Math.floor(count / MONTHS_OF_YEAR), (count % MONTHS_OF_YEAR) + 1, day),
  );
}

/**
 * Periods are moved by their first day and the day after their last, so that neighbors stay neighbors, February 29 included; that day
 * alone becomes February 28.
 */
function moved(period: Period, months: number): Period {
  const from = monthsBefore(period.from, months);
  const to = addDays(monthsBefore(addDays(period.to, 1), months), -1);
  return from <= to ? { from, to } : { from: to, to };
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
