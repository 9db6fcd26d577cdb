import { meanOf, sumOf } from "./mean.ts";
import { angleOf } from "./overdispersion.ts";

export interface Shrunken {
  readonly value: number;
  /** How much of the group's own value is kept, 0 to 1. */
  readonly weight: number;
}

/**
 * How much of a group's own value is kept: τ²/(τ² + variance of the value).
 *
 * @param error variance of the group's value by chance: s²/n of a mean, 1/(4n) of a share on the arcsine scale
 */
export function shrinkageWeight(tau2: number, error: number): number {
  return tau2 > 0 ? tau2 / (tau2 + error) : 0;
}

/** A share of n drawn toward `theta` on the arcsine scale. */
export function shrunkenShare(share: number, n: number, theta: number, tau2: number): Shrunken {
  const weight = shrinkageWeight(tau2, 1 / (4 * n));
  const center = angleOf(theta);
  return { value: Math.sin(center + weight * (angleOf(share) - center)) ** 2, weight };
}

/** How far single values lie apart inside groups, and the means of groups beyond that. */
export interface Variances {
  readonly within: number;
  readonly between: number;
}

/**
 * Variance within and between groups by the method of moments (analysis of variance, one way); a negative estimate between
 * groups is 0. Null with fewer than two groups, and when no group has two values.
 */
export function variancesOf(groups: readonly (readonly number[])[]): Variances | null {
  const held = groups.filter((values) => values.length > 0);
  const n = sumOf(held.map((values) => values.length));
  const count = held.length;
  if (count < 2 || n <= count) return null;
  const whole = sumOf(held.map(sumOf)) / n;
  const means = held.map((values) => ({ n: values.length, mean: sumOf(values) / values.length }));
  const within =
    sumOf(held.map((values) => (meanOf(values).sd ?? 0) ** 2 * (values.length - 1))) / (n - count);
  const among = sumOf(means.map((group) => group.n * (group.mean - whole) ** 2)) / (count - 1);
  const typical = (n - sumOf(means.map((group) => group.n ** 2)) / n) / (count - 1);
  return { within, between: Math.max(0, (among - within) / typical) };
}

/** A mean of n drawn toward the mean of the whole. */
export function shrunkenMean(mean: number, n: number, whole: number, variances: Variances): Shrunken {
  const weight = shrinkageWeight(variances.between, variances.within / n);
  return { value: whole + weight * (mean - whole), weight };
}
