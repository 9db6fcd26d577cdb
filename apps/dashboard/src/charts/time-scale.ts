import { addDays, type CalendarDate, daysBetween } from "@soundings/clinical";

/** The one horizontal scale of a timeline, in pixels of its drawing; a day is an interval and a record stands at its middle. */
export interface TimeScale {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly left: number;
  readonly right: number;
  readonly dayWidth: number;
}

export interface TimeRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface PlotEdges {
  readonly left: number;
  readonly right: number;
}

export function timeScale(range: TimeRange, edges: PlotEdges): TimeScale {
  const days = Math.max(1, daysBetween(range.from, range.to) + 1);
  const width = Math.max(1, edges.right - edges.left);
  return { ...range, days, ...edges, dayWidth: width / days };
}

/** Days since the left edge; the middle of a date's day. */
export function dayPosition(scale: TimeScale, date: CalendarDate): number {
  return daysBetween(scale.from, date) + 0.5;
}

/** The middle of a day. */
export function xOf(scale: TimeScale, date: CalendarDate): number {
  return scale.left + dayPosition(scale, date) * scale.dayWidth;
}

/** The morning edge of a day. */
export function xStart(scale: TimeScale, date: CalendarDate): number {
  return scale.left + daysBetween(scale.from, date) * scale.dayWidth;
}

/** Held to the plot. */
export function clampX(scale: TimeScale, x: number): number {
  return Math.min(scale.right, Math.max(scale.left, x));
}

export function inRange(range: TimeRange, date: CalendarDate): boolean {
  return date >= range.from && date <= range.to;
}

/** The day under a place, held to the range. */
export function dateAt(scale: TimeScale, x: number): CalendarDate {
  const day = Math.floor((x - scale.left) / scale.dayWidth);
  return addDays(scale.from, Math.min(scale.days - 1, Math.max(0, day)));
}

/** The nearest of some dates within `reach` pixels of a place, else the day under it. `dates` is in order. */
export function snap(
  scale: TimeScale,
  dates: readonly CalendarDate[],
  at: { x: number; reach: number },
): CalendarDate {
  let best: CalendarDate | null = null;
  let distance = at.reach;
  for (const date of dates) {
    const away = Math.abs(xOf(scale, date) - at.x);
    if (away <= distance && inRange(scale, date)) {
      best = date;
      distance = away;
    }
  }
  return best ?? dateAt(scale, at.x);
}

export interface WeekTick {
  /** From 0; negative before admission. */
  readonly week: number;
  readonly start: CalendarDate;
  /** Whether the label of this week finds room. */
  readonly labeled: boolean;
}

/** Program weeks that start inside the range, with a label wherever labels of this width do not touch. */
export function weekTicks(scale: TimeScale, admittedOn: CalendarDate, labelWidth: number): WeekTick[] {
  const step = [1, 2, 4, 8, 13, 26].find((weeks) => weeks * 7 * scale.dayWidth >= labelWidth) ?? 52;
  const first = Math.ceil(daysBetween(admittedOn, scale.from) / 7);
  const ticks: WeekTick[] = [];
  for (let week = first; ; week += 1) {
    const start = addDays(admittedOn, week * 7);
    if (start > scale.to) return ticks;
    ticks.push({ week, start, labeled: ((week % step) + step) % step === 0 });
  }
}
