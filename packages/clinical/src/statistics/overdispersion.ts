import { sumOf } from "./mean.ts";
import { quantileOf } from "./quantile.ts";

/** Beyond these quantiles of all z a z counts as the quantile: a tenth at either end. */
export const WINSORIZED = 0.1;

/** A share of n, 0 to 1. */
export interface Share {
  readonly share: number;
  readonly n: number;
}

export interface Overdispersion {
  /** By group, in the order given: distance from theta in standard errors, on the arcsine scale. */
  readonly z: readonly number[];
  /** Mean of the winsorized z²: about 1 when groups differ by chance only. */
  readonly phi: number;
  /** Variance between groups on the arcsine scale; 0 when they differ no more than by chance. */
  readonly tau2: number;
}

/** A share on the scale on which its variance is 1/(4n), whatever the share. */
export function angleOf(share: number): number {
  return Math.asin(Math.sqrt(share));
}

function winsorized(values: readonly number[]): readonly number[] {
  const low = quantileOf(values, WINSORIZED);
  const high = quantileOf(values, 1 - WINSORIZED);
  if (low === null || high === null) return values;
  return values.map((value) => Math.min(Math.max(value, low), high));
}

/** The variance between groups: tau2 of DerSimonian and Laird from phi, with weights 4n. */
function tau2Of(phi: number, groups: readonly Share[]): number {
  const count = groups.length;
  if (count * phi < count - 1) return 0;
  const weights = groups.map(({ n }) => 4 * n);
  const all = sumOf(weights);
  const left = all - sumOf(weights.map((weight) => weight ** 2)) / all;
  return left > 0 ? (count * phi - (count - 1)) / left : 0;
}

/** How much more the groups differ around `theta` than chance lets them. Groups with n 0 must not be among them; none give phi 0. */
export function overdispersionOf(theta: number, groups: readonly Share[]): Overdispersion {
  const center = angleOf(theta);
  const z = groups.map(({ share, n }) => (angleOf(share) - center) * 2 * Math.sqrt(n));
  if (z.length === 0) return { z, phi: 0, tau2: 0 };
  const phi = sumOf(winsorized(z).map((value) => value ** 2)) / z.length;
  return { z, phi, tau2: tau2Of(phi, groups) };
}
