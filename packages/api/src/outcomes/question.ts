import {
  addDays,
  type CalendarDate,
  type CohortQuestion,
  DIMENSIONS,
  parseCalendarDate,
} from "@soundings/clinical";
import type { OutcomesFilter } from "@soundings/contract";
import { askedDay, dayNamed } from "../day.ts";
import { AppError } from "../errors.ts";

/** Before it the calendar has no day. */
const FIRST_DAY = "0001-01-01" as CalendarDate;

/** The first day of the month some months before (after: a negative number) that of a day. */
function monthStart(day: CalendarDate, back: number): CalendarDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  const text = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  return parseCalendarDate(text) ?? FIRST_DAY;
}

/** A year that ends on a day: from the day after the same day a year before. */
function yearUpTo(day: CalendarDate): CalendarDate {
  const next = addDays(day, 1);
  const start = monthStart(next, 12);
  const same = parseCalendarDate(`${start.slice(0, 8)}${next.slice(8)}`);
  return same ?? monthStart(next, 11);
}

/**
 * The question with the days that are meant. Without a period it is the twelve months that ended with the last whole month
 * before the as-of date; with an end alone, the year up to it; with a beginning alone, what has passed since.
 * @throws AppError bad_day, day_in_future, period_reversed.
 */
export function questionOf(filter: OutcomesFilter, today: CalendarDate): CohortQuestion {
  const asOf = askedDay(filter.asOf, today);
  const [first, last] = [dayNamed(filter.from), dayNamed(filter.to)];
  const lastWhole = addDays(monthStart(asOf, 0), -1);
  const to = last ?? (first !== null && first > lastWhole ? asOf : lastWhole);
  const usual = last === null ? monthStart(asOf, 12) : yearUpTo(to);
  const from = first ?? (usual > to ? FIRST_DAY : usual);
  if (from > to) throw new AppError("period_reversed");
  const chosen = DIMENSIONS.flatMap((dimension) => {
    const value = filter[dimension];
    return value === undefined ? [] : [[dimension, value] as const];
  });
  return { from, to, asOf, filter: Object.fromEntries(chosen) };
}
