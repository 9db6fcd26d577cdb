import { addDays, daysBetween } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { isAnalytePrescribed, lastPrescribedDay, type Prescriptions } from "../medications/prescriptions.ts";
import { ANALYTES, type AnalyteId, carryOverDays } from "./analytes.ts";
import { type CountedResult, isValidNegative, type ScreenReading } from "./reading.ts";

/** A positive that counts, and what it is taken for. */
export interface Positive {
  readonly reading: ScreenReading;
  readonly analyte: AnalyteId;
  readonly on: CalendarDate;
  readonly result: CountedResult;
  /** Its analyte is not prescribed on the day of collection. */
  readonly unexpected: boolean;
  /** New use; otherwise possible carry-over from before. */
  readonly isNew: boolean;
  /** The last day on which a positive of this analyte might still be carried over from before this one. */
  readonly carryOverUntil: CalendarDate;
}

interface Context {
  readonly readings: readonly ScreenReading[];
  readonly admittedOn: CalendarDate;
  readonly prescriptions: Prescriptions;
}

/** What earlier dates say of one analyte. */
interface Past {
  readonly lastPositiveOn: CalendarDate | null;
  readonly lastNewUnexpectedOn: CalendarDate | null;
}

function latest(dates: readonly (CalendarDate | null)[], atLeast: CalendarDate): CalendarDate {
  return dates.reduce<CalendarDate>((last, date) => (date !== null && date > last ? date : last), atLeast);
}

/** A negative of a valid specimen between the last earlier positive, if there is one, and the day; both ends excluded. */
function negativeSince(
  context: Context,
  analyte: AnalyteId,
  last: CalendarDate | null,
  day: CalendarDate,
): boolean {
  return context.readings.some(
    (reading) =>
      reading.on < day && (last === null || reading.on > last) && isValidNegative(reading, analyte),
  );
}

/** The positives of one analyte on one day; they share what came before. */
function judgeDay(
  context: Context,
  analyte: AnalyteId,
  readings: readonly ScreenReading[],
  past: Past,
): readonly Positive[] {
  const positives: Positive[] = [];
  for (const reading of readings) {
    const result = reading.counted.get(analyte);
    if (result?.result !== "positive") continue;
    const { on } = reading;
    const prescribed = lastPrescribedDay(context.prescriptions, analyte, on);
    const since = latest([past.lastNewUnexpectedOn, prescribed], context.admittedOn);
    const window = carryOverDays(analyte);
    positives.push({
      reading,
      analyte,
      on,
      result,
      unexpected: !isAnalytePrescribed(context.prescriptions, analyte, on),
      isNew: negativeSince(context, analyte, past.lastPositiveOn, on) || daysBetween(since, on) > window,
      carryOverUntil: addDays(since, window),
    });
  }
  return positives;
}

function judgeAnalyte(
  context: Context,
  analyte: AnalyteId,
  days: readonly (readonly ScreenReading[])[],
): readonly Positive[] {
  const all: Positive[] = [];
  let past: Past = { lastPositiveOn: null, lastNewUnexpectedOn: null };
  for (const readings of days) {
    const positives = judgeDay(context, analyte, readings, past);
    const on = positives[0]?.on;
    if (on === undefined) continue;
    all.push(...positives);
    const counted = positives.some((positive) => positive.isNew && positive.unexpected);
    past = { lastPositiveOn: on, lastNewUnexpectedOn: counted ? on : past.lastNewUnexpectedOn };
  }
  return all;
}

/** The readings of each date together, in order. */
function byDate(readings: readonly ScreenReading[]): readonly (readonly ScreenReading[])[] {
  const days: ScreenReading[][] = [];
  for (const reading of readings) {
    const day = days.at(-1);
    if (day?.[0]?.on === reading.on) day.push(reading);
    else days.push([reading]);
  }
  return days;
}

/**
 * Every positive that counts among an episode's screens, new or possible carry-over. A positive is new when a valid
 * specimen was negative since the last earlier positive, or when more days than the analyte's window lie between it and
 * the latest of admission, the last earlier new unexpected positive, and the last day on which it was prescribed.
 *
 * @param readings the screens that belong to the episode, in order
 * @returns in the order of the list of analytes, then by date
 */
export function judgePositives(
  readings: readonly ScreenReading[],
  admittedOn: CalendarDate,
  prescriptions: Prescriptions,
): readonly Positive[] {
  const context: Context = { readings, admittedOn, prescriptions };
  const days = byDate(readings);
  return ANALYTES.flatMap(({ id }) => judgeAnalyte(context, id, days));
}
