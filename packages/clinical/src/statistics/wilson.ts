import type { Rate } from "../outcomes/json.ts";

/** The standard normal deviate that leaves 2.5 % on either side. */
export const Z_95 = 1.959963984540054;

/**
 * A share with its 95 % interval after Wilson (1927): `numerator` of `denominator`, whole numbers with 0 ≤ numerator ≤
 * denominator. The interval ends exactly at 0 when nobody has the event and exactly at 1 when everybody has. Of nobody, share
 * and interval are null.
 */
export function wilson(numerator: number, denominator: number): Rate {
  if (denominator === 0) return { numerator, denominator, rate: null, low: null, high: null };
  const rate = numerator / denominator;
  const z2 = Z_95 * Z_95;
  const scale = 1 + z2 / denominator;
  const center = (rate + z2 / (2 * denominator)) / scale;
  const half =
    (Z_95 * Math.sqrt((rate * (1 - rate)) / denominator + z2 / (4 * denominator * denominator))) / scale;
  return {
    numerator,
    denominator,
    rate,
    low: numerator === 0 ? 0 : center - half,
    high: numerator === denominator ? 1 : center + half,
  };
}
