import type { Difference } from "../outcomes/answers.ts";
import type { Rate } from "../outcomes/json.ts";

const UNKNOWN: Difference = { value: null, low: null, high: null };

/**
 * The difference of two shares of separate groups, `a` minus `b`, with its 95 % interval by square-and-add of the two Wilson
 * intervals (Newcombe 1998, method 10); −1 to 1. Null when one of the shares is not known.
 */
export function newcombe(a: Rate, b: Rate): Difference {
  if (a.rate === null || a.low === null || a.high === null) return UNKNOWN;
  if (b.rate === null || b.low === null || b.high === null) return UNKNOWN;
  const value = a.rate - b.rate;
  return {
    value,
    low: value - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: value + Math.hypot(a.high - a.rate, b.rate - b.low),
  };
}
