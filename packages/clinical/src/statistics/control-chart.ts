import { sumOf } from "./mean.ts";

/** The numbers of the charts over time, each read where it is computed and where it is explained. */
export const CONTROL = {
  /** Limits of a p chart in standard errors. */
  errors: 3,
  /** Limits of an XmR chart in mean moving ranges: 3 / 1.128. */
  ranges: 2.66,
  /** The upper limit of a moving range in mean moving ranges. */
  rangeLimit: 3.267,
  /** Points on one side of the center, and points in a row rising or falling. */
  run: 7,
  /** Two of three points beyond this part of the way from the center to a limit. */
  near: 2 / 3,
  /** Fewer closed periods with a value: the median only, no limits. */
  leastForLimits: 8,
  /** Fewer: limits are provisional. */
  leastForGood: 12,
} as const;

/** Limits before anything is cut off: a share of less than 0 or more than 1 is written as 0 or 1 where it is shown. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface PChart {
  readonly center: number;
  /** By period; null where n is 0, and everywhere when the center is 0 or 1: nothing then varies. */
  readonly limits: readonly (Limits | null)[];
}

/** Limits of shares by their n around the share of all together; null without anyone. */
export function pChart(periods: readonly { readonly events: number; readonly n: number }[]): PChart | null {
  const n = sumOf(periods.map((period) => period.n));
  if (n === 0) return null;
  const center = sumOf(periods.map(({ events }) => events)) / n;
  const spread = center * (1 - center);
  const limits = periods.map((period) => {
    if (period.n === 0 || spread === 0) return null;
    const half = CONTROL.errors * Math.sqrt(spread / period.n);
    return { low: center - half, high: center + half };
  });
  return { center, limits };
}

export interface XmrChart {
  readonly center: number;
  readonly meanRange: number | null;
  /** Null when no two neighbors have a value, or all are the same. */
  readonly limits: Limits | null;
  readonly rangeLimit: number | null;
}

/**
 * Limits of single values by the mean of the moving ranges, none of which is left out. A range is taken between neighbors
 * only: over a gap (null) there is none. Null without a value.
 */
export function xmrChart(values: readonly (number | null)[]): XmrChart | null {
  const held = values.filter((value) => value !== null);
  if (held.length === 0) return null;
  const center = sumOf(held) / held.length;
  const ranges = values.flatMap((value, place) => {
    const before = place === 0 ? null : (values[place - 1] ?? null);
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  if (ranges.length === 0) return { center, meanRange: null, limits: null, rangeLimit: null };
  const meanRange = sumOf(ranges) / ranges.length;
  const half = CONTROL.ranges * meanRange;
  return {
    center,
    meanRange,
    limits: half === 0 ? null : { low: center - half, high: center + half },
    rangeLimit: CONTROL.rangeLimit * meanRange,
  };
}
