import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";

/** The first of the last `days` days of `asOf`, which is the last of them: `asOf − days + 1`. */
export function firstOfLast(days: number, asOf: CalendarDate): CalendarDate {
  return addDays(asOf, 1 - days);
}

/** Those dated in the last `days` days of `asOf`, in the order given. */
export function inLast<T extends { readonly on: CalendarDate }>(
  dated: readonly T[],
  days: number,
  asOf: CalendarDate,
): readonly T[] {
  const from = firstOfLast(days, asOf);
  return dated.filter((one) => one.on >= from && one.on <= asOf);
}
