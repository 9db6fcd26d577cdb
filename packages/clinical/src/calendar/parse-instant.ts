import { dayNumberOf, parseCalendarDate } from "./civil.ts";
import { DAY_MS, FIRST_MS, instantFromMs, LAST_MS } from "./instant.ts";
import type { Instant, ZoneName } from "./types.ts";
import { msOfWallClock } from "./zone.ts";

const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Milliseconds since midnight, or null for a time of day that no clock shows (24:00, a leap second). */
function timeOfDay(parts: RegExpExecArray): number | null {
  const hour = Number(parts[2] ?? 0);
  const minute = Number(parts[3] ?? 0);
  const second = Number(parts[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((parts[5] ?? "").slice(0, 3).padEnd(3, "0"));
  return ((hour * 60 + minute) * 60 + second) * 1_000 + fraction;
}

/** Milliseconds of `Z`, `+HH`, `+HHMM` or `+HH:MM`; null when out of range. */
function offsetOf(text: string): number | null {
  if (text === "Z" || text === "z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return null;
  return (hours * 60 + minutes) * 60_000 * (text.startsWith("-") ? -1 : 1);
}

/**
 * A moment written in ISO 8601: date and time with an offset or `Z`, or without either, then by the clock of `zone`; a
 * date alone is its midnight there. Between date and time a `T` or a space; seconds and fractions may be absent, and
 * fractions are cut to milliseconds. A clock time that the zone skips is moved past the gap, one that it repeats is the
 * first of the two. Null when the text is not of that form, the date or time does not exist, or the moment lies outside
 * the years 0001 to 9999 of UTC.
 */
export function parseInstant(text: string, zone: ZoneName): Instant | null {
  const parts = FORM.exec(text);
  if (parts === null) return null;
  const date = parseCalendarDate(parts[1] ?? "");
  const time = timeOfDay(parts);
  if (date === null || time === null) return null;
  const local = dayNumberOf(date) * DAY_MS + time;
  const offset = parts[6] === undefined ? undefined : offsetOf(parts[6]);
  if (offset === null) return null;
  const ms = offset === undefined ? msOfWallClock(local, zone) : local - offset;
  return ms < FIRST_MS || ms > LAST_MS ? null : instantFromMs(ms);
}
