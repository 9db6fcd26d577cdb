import {
  type CalendarDate,
  type Instant,
  instantToMs,
  parseCalendarDate,
  parseInstant,
} from "@soundings/clinical";
import {
  CellFault,
  type CellFormat,
  type Clock,
  defineFormat,
  formFault,
  rangeFault,
  remembered,
} from "./cell-format.ts";

const DATE_FORM = "a calendar date, YYYY-MM-DD";
const INSTANT_FORM = "a date and time such as 2026-03-14T09:30:00-07:00, or a date, YYYY-MM-DD";
const BAD_DATE = formFault("bad_date", DATE_FORM);
const BAD_INSTANT = formFault("bad_datetime", INSTANT_FORM);
const DATE_IN_FUTURE = new CellFault(
  "in_future",
  (column) => `Correct ${column}, which lies after tomorrow, or import the row when the day has come.`,
);
const INSTANT_IN_FUTURE = new CellFault(
  "in_future",
  (column) =>
    `Correct ${column}, which lies more than a day ahead, or import the row when the time has come.`,
);
const SESSION_IN_FUTURE = new CellFault(
  "in_future",
  (column) => `Correct ${column}, which lies more than a day ahead, or mark the session as scheduled.`,
);

const dateOrFault = remembered((given) => parseCalendarDate(given) ?? BAD_DATE);

/** A civil date of the site, past or future. */
export const date = defineFormat<CalendarDate>({ expects: DATE_FORM, parse: dateOrFault });

/** A civil date that is not after tomorrow. */
export const pastDate: CellFormat<CalendarDate> = {
  ...date,
  parse: (given, clock) => {
    const value = dateOrFault(given);
    return !(value instanceof CellFault) && value > clock.lastDate ? DATE_IN_FUTURE : value;
  },
};

const FIRST_BIRTH = "1900-01-01";
const BORN_TOO_EARLY = rangeFault("lies before 1900");

/** A date of birth: from 1900 to tomorrow. */
export const birthDate: CellFormat<CalendarDate> = {
  ...pastDate,
  parse: (given, clock, earlier) => {
    const value = pastDate.parse(given, clock, earlier);
    return !(value instanceof CellFault) && value < FIRST_BIRTH ? BORN_TOO_EARLY : value;
  },
};

/** A moment, past or future; without offset in the site's zone, a date alone its midnight. */
export const instant = defineFormat<Instant>({
  expects: INSTANT_FORM,
  parse: (given, clock) => parseInstant(given, clock.zone) ?? BAD_INSTANT,
});

function liesAhead(value: Instant, clock: Clock): boolean {
  return instantToMs(value) > clock.lastMs;
}

/** A moment that is at most a day after now. */
export const pastInstant: CellFormat<Instant> = {
  ...instant,
  parse: (given, clock) => {
    const value = parseInstant(given, clock.zone) ?? BAD_INSTANT;
    return !(value instanceof CellFault) && liesAhead(value, clock) ? INSTANT_IN_FUTURE : value;
  },
};

/** The statuses of a session that say that its time has been. */
const HAS_BEEN: ReadonlySet<unknown> = new Set(["attended", "late", "left_early", "no_show"]);

/** The fault of a session that is marked as if it had been, though it lies ahead. */
export function futureSessionFault(
  values: Readonly<Record<string, unknown>>,
  clock: Clock,
): CellFault | null {
  if (!HAS_BEEN.has(values.status)) return null;
  return liesAhead(values.scheduledStart as Instant, clock) ? SESSION_IN_FUTURE : null;
}
