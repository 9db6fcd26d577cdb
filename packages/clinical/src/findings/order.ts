import type { CalendarDate } from "../calendar/types.ts";

/** Code units in an order that is that of code points: what lies above the surrogates sorts below them. */
function rankOfUnit(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Negative, zero or positive as `a` stands before, at or after `b` by Unicode code point, whatever the locale. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const left = a.charCodeAt(place);
    const right = b.charCodeAt(place);
    if (left !== right) return rankOfUnit(left) - rankOfUnit(right);
  }
  return a.length - b.length;
}

/** Civil dates compare as text. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What the order of records reads. `recordedMs` is null when it is not known when the record was made. */
export interface Placed {
  readonly on: CalendarDate;
  readonly recordedMs: number | null;
  readonly id: string;
}

/** The order of records: own date, then when recorded (none before any), then identifier by code point. */
export function compareRecords(a: Placed, b: Placed): number {
  const byDate = compareDates(a.on, b.on);
  if (byDate !== 0) return byDate;
  if (a.recordedMs !== b.recordedMs) {
    if (a.recordedMs === null) return -1;
    if (b.recordedMs === null) return 1;
    return a.recordedMs - b.recordedMs;
  }
  return compareText(a.id, b.id);
}
