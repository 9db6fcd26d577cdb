import { addDays, dateOfDayNumber, dayNumberOfParts } from "../../calendar/civil.ts";
import type { CalendarDate } from "../../calendar/types.ts";
import type { Period } from "../period.ts";

/** How many months a period on the chart has. */
const MONTHS = { month: 1, quarter: 3 } as const;
export type Every = keyof typeof MONTHS;

const MONTHS_OF_YEAR = 12;

/** Periods of a calendar are counted from the year 0, so that each has the next number. */
function numberOf(date: CalendarDate, every: Every): number {
  const months = Number(date.slice(0, 4)) * MONTHS_OF_YEAR + Number(date.slice(5, 7)) - 1;
  return Math.floor(months / MONTHS[every]);
}

function firstDayOf(number: number, every: Every): CalendarDate {
  const months = number * MONTHS[every];
  return dateOfDayNumber(
    dayNumberOfParts(Math.floor(months / MONTHS_OF_YEAR), (months % MONTHS_OF_YEAR) + 1, 1),
  );
}

/** The month or quarter of the calendar that holds a date. */
export function periodHolding(date: CalendarDate, every: Every): Period {
  const number = numberOf(date, every);
  return { from: firstDayOf(number, every), to: addDays(firstDayOf(number + 1, every), -1) };
}

/** Every month or quarter of the calendar that holds a day from `from` to `to`, in order. */
export function calendarPeriods({ from, to }: Period, every: Every): readonly Period[] {
  const first = numberOf(from, every);
  const count = Math.max(0, numberOf(to, every) - first + 1);
  return Array.from({ length: count }, (_, at) => ({
    from: firstDayOf(first + at, every),
    to: addDays(firstDayOf(first + at + 1, every), -1),
  }));
}
