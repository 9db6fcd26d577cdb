import { angleOf } from "./overdispersion.ts";
import { Z_95 } from "./wilson.ts";

/** The standard normal deviate that leaves 0.1 % on either side. */
export const Z_998 = 3.090232306167813;

/** What a group of n may show when it is like the whole, 0 to 1. */
export interface FunnelLimits {
  readonly n: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

/** Points of the lines of limits that are drawn, at most. */
const DRAWN = 60;

/** The angle is held to its ends before it is squared: beyond them sin² would turn back and the funnel would close at small n. */
function shareAt(angle: number): number {
  return Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2;
}

/** Limits around `theta` for a group of n, with the variance between groups `tau2`: sin²(asin√θ ± z√(1/4n + τ²)). */
export function funnelLimits(theta: number, n: number, tau2: number): FunnelLimits {
  const center = angleOf(theta);
  const error = Math.sqrt(1 / (4 * n) + tau2);
  return {
    n,
    low95: shareAt(center - Z_95 * error),
    high95: shareAt(center + Z_95 * error),
    low998: shareAt(center - Z_998 * error),
    high998: shareAt(center + Z_998 * error),
  };
}

/** Where a share lies: on a limit is within it. */
export function placeOf(share: number, limits: FunnelLimits): "within" | "outside_95" | "outside_998" {
  if (share < limits.low998 || share > limits.high998) return "outside_998";
  return share < limits.low95 || share > limits.high95 ? "outside_95" : "within";
}

/** Whole n from 1 to the largest group, closer together where the lines bend. */
export function funnelSeries(largest: number): readonly number[] {
  const steps = Array.from({ length: DRAWN }, (_, at) => 1 + (largest - 1) * (at / (DRAWN - 1)) ** 2);
  return [...new Set(steps.map(Math.round))];
}
