import { daysBetween, type Instant } from "@soundings/clinical";
import { type Day, type Days, dateFrom } from "./days.ts";

/** What changed in the programs of the clinic, and when: the records show it, and directors noted it. */
export interface TurningPoints {
  /** Breakwater: from here on people also sit in an evening track. */
  readonly eveningOpened: Day;
  /** Compass: from here on measures are answered on a tablet at check-in, and seldom forgotten. */
  readonly tabletSince: Day;
  /** Tidewater: a whole quarter of the calendar in which the bus did not run and fewer stayed to the end. */
  readonly noBus: { readonly from: Day; readonly to: Day };
  /** Breakwater: the Monday of a week that was hard for the whole evening track. */
  readonly hardWeek: Day;
  /** When the report was made that is kept: a week after the quarter without a bus. */
  readonly reported: Day;
}

const MONTHS_OF_YEAR = 12;
const MONTHS_OF_QUARTER = 3;

/** The first day of the month that lies so many months before the month of today. */
function monthBefore(days: Days, back: number): Day {
  const today = days.date(0);
  const months = Number(today.slice(0, 4)) * MONTHS_OF_YEAR + Number(today.slice(5, 7)) - 1 - back;
  const month = String((months % MONTHS_OF_YEAR) + 1).padStart(2, "0");
  return daysBetween(today, dateFrom(`${Math.floor(months / MONTHS_OF_YEAR)}-${month}-01`));
}

/** The turning points of the clinic that is alive on the first day of these. */
export function turningPoints(days: Days): TurningPoints {
  const intoQuarter = (Number(days.date(0).slice(5, 7)) - 1) % MONTHS_OF_QUARTER;
  const afterBus = monthBefore(days, intoQuarter + MONTHS_OF_QUARTER);
  return {
    eveningOpened: days.openOnOrAfter(monthBefore(days, 14)),
    tabletSince: days.openOnOrAfter(monthBefore(days, 8)),
    noBus: { from: monthBefore(days, intoQuarter + 2 * MONTHS_OF_QUARTER), to: afterBus - 1 },
    hardWeek: -days.weekday(0) - 16 * 7,
    reported: days.openOnOrAfter(afterBus + 6),
  };
}

/** In the middle of the morning of a day. */
export function morningOf(days: Days, day: Day): Instant {
  return days.instant(day, 10 * 60 + 20);
}
