import { dateOfDayNumber, dayNumberOfParts, digits } from "./civil.ts";
import type { Instant } from "./types.ts";

export const DAY_MS = 86_400_000;
/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z. */
export const FIRST_MS = dayNumberOfParts(1, 1, 1) * DAY_MS;
export const LAST_MS = (dayNumberOfParts(9999, 12, 31) + 1) * DAY_MS - 1;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function instantToMs(instant: Instant): number {
  const day = dayNumberOfParts(digits(instant, 0, 4), digits(instant, 5, 7), digits(instant, 8, 10));
  const minutes = digits(instant, 11, 13) * 60 + digits(instant, 14, 16);
  const ms = instant.length > 20 ? digits(instant, 20, 23) : 0;
  return day * DAY_MS + minutes * 60_000 + digits(instant, 17, 19) * 1_000 + ms;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * The moment that many milliseconds after 1970-01-01T00:00:00Z, fractions of a millisecond cut off, held to the years
 * 0001 to 9999.
 */
export function instantFromMs(ms: number): Instant {
  const held = Math.min(Math.max(Math.floor(ms), FIRST_MS), LAST_MS);
  const day = Math.floor(held / DAY_MS);
  const rest = held - day * DAY_MS;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  const fraction = rest % 1_000;
  const tail = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`;
  return `${dateOfDayNumber(day)}T${clock}${tail}Z` as Instant;
}
