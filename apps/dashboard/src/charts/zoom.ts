import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";
import type { TimeRange } from "./time-scale.ts";

/** A week is the shortest that can be read: one measure of each kind. */
const SHORTEST = 7;

/** A range of so many days around a day, held inside what there is. */
function around(full: TimeRange, day: CalendarDate, days: number): TimeRange {
  const all = daysBetween(full.from, full.to) + 1;
  const length = Math.min(all, Math.max(SHORTEST, days));
  const before = Math.floor(length / 2);
  const first = Math.min(all - length, Math.max(0, daysBetween(full.from, day) - before));
  const from = addDays(full.from, first);
  return { from, to: addDays(from, length - 1) };
}

/** Half of what is shown, or twice as much, around a day. Null once that is everything. */
export function zoomed(
  full: TimeRange,
  shown: TimeRange,
  step: { readonly at: CalendarDate; readonly closer: boolean },
): TimeRange | null {
  const days = daysBetween(shown.from, shown.to) + 1;
  const next = around(full, step.at, step.closer ? Math.ceil(days / 2) : days * 2);
  return next.from === full.from && next.to === full.to ? null : next;
}

/** What a drag from one day to another selects, in whichever direction; at least a week. */
export function dragged(full: TimeRange, start: CalendarDate, end: CalendarDate): TimeRange {
  const [from, to] = start <= end ? [start, end] : [end, start];
  const days = daysBetween(from, to) + 1;
  return days >= SHORTEST ? { from, to } : around(full, addDays(from, Math.floor(days / 2)), SHORTEST);
}
