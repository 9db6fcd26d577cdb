import { Temporal } from "temporal-polyfill";
import { dateOfDayNumber, dayNumberOf } from "./civil.ts";
import { DAY_MS, instantFromMs, instantToMs } from "./instant.ts";
import type { CalendarDate, Instant, ZoneName } from "./types.ts";

/** The zone of a site that names none. */
export const DEFAULT_ZONE = "America/Los_Angeles" as ZoneName;

const ZONE_FORM = /^[A-Za-z][A-Za-z0-9_+/-]*$/;
const DAYS_KEPT = 50_000;

/** The offset during one UTC day: `before`, and from `changeAt` on `after`. */
interface DayOffset {
  readonly before: number;
  readonly changeAt: number;
  readonly after: number;
}

const offsetsOfZones = new Map<ZoneName, Map<number, DayOffset>>();

/**
 * The IANA time zone of that name in any case, in the case the zone database gives it; null when the runtime knows no
 * such zone. Aliases keep their own name. An offset such as `+05:00` is not a zone.
 */
export function parseZone(text: string): ZoneName | null {
  if (!ZONE_FORM.test(text)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId as ZoneName;
  } catch {
    return null;
  }
}

/** Whether two names mean the same zone: `US/Pacific` and `America/Los_Angeles` do. */
export function sameZone(a: ZoneName, b: ZoneName): boolean {
  if (a === b) return true;
  const epoch = Temporal.Instant.fromEpochMilliseconds(0);
  return epoch.toZonedDateTimeISO(a).equals(epoch.toZonedDateTimeISO(b));
}

function exactOffset(ms: number, zone: ZoneName): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return Math.round(zoned.offsetNanoseconds / 1_000_000);
}

function measureDay(day: number, zone: ZoneName): DayOffset {
  const start = day * DAY_MS;
  const before = exactOffset(start, zone);
  const after = exactOffset(start + DAY_MS, zone);
  if (before === after) return { before, changeAt: start + DAY_MS, after };
  let low = start;
  let high = start + DAY_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (exactOffset(middle, zone) === before) low = middle;
    else high = middle;
  }
  return { before, changeAt: high, after };
}

/** What to add to UTC to get the zone's wall clock at that moment, in ms. A day of a zone is looked up once. */
function offsetAt(ms: number, zone: ZoneName): number {
  let days = offsetsOfZones.get(zone);
  if (days === undefined) {
    days = new Map();
    offsetsOfZones.set(zone, days);
  }
  const day = Math.floor(ms / DAY_MS);
  let offset = days.get(day);
  if (offset === undefined) {
    if (days.size >= DAYS_KEPT) days.clear();
    offset = measureDay(day, zone);
    days.set(day, offset);
  }
  return ms < offset.changeAt ? offset.before : offset.after;
}

/**
 * The moment, in ms since 1970, at which the wall clock of the zone shows `localMs` (a wall-clock time counted as if it
 * were UTC). In the hour that a clock skips it is the time as far after the gap; in the hour that it repeats, the first.
 */
export function msOfWallClock(localMs: number, zone: ZoneName): number {
  const dayBefore = offsetAt(localMs - DAY_MS, zone);
  const dayAfter = offsetAt(localMs + DAY_MS, zone);
  if (dayBefore === dayAfter) return localMs - dayBefore;
  const earlier = localMs - Math.max(dayBefore, dayAfter);
  const later = localMs - Math.min(dayBefore, dayAfter);
  if (offsetAt(earlier, zone) === localMs - earlier) return earlier;
  return offsetAt(later, zone) === localMs - later ? later : localMs - dayBefore;
}

/** The civil date of a moment in the zone. */
export function dateOf(instant: Instant, zone: ZoneName): CalendarDate {
  const ms = instantToMs(instant);
  return dateOfDayNumber(Math.floor((ms + offsetAt(ms, zone)) / DAY_MS));
}

/** The zone's time of day at that moment, `HH:MM`, 00:00 to 23:59. */
export function localTimeOf(instant: Instant, zone: ZoneName): string {
  const ms = instantToMs(instant);
  const local = ms + offsetAt(ms, zone);
  const minutes = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 60_000);
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${hour}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The first moment of a date in the zone: its midnight, or the end of the gap when the clock skips midnight. */
export function startOfDay(date: CalendarDate, zone: ZoneName): Instant {
  return instantFromMs(msOfWallClock(dayNumberOf(date) * DAY_MS, zone));
}
