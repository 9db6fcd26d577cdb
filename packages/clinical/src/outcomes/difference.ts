import { newcombe } from "../statistics/difference.ts";
import type { Difference } from "./answers.ts";
import type { MeasureId, OutcomesJson } from "./json.ts";
import { measureOf } from "./measures.ts";

type Answer = Pick<OutcomesJson, "from" | "to" | "measures">;

/** A stay that ended on a day of both periods may stand on both sides. */
function overlap(a: Answer, b: Answer): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/**
 * How far a measure of one answer lies from that of another, of an earlier period or of all programs. Without an interval where the periods overlap,
 * because those compared are then no separate groups, and of weeks, because those of one stay are alike: either interval
 * would be too narrow or wrong. Null when one of the shares is not known.
 */
export function differenceOf(id: MeasureId, now: Answer, other: Answer): Difference {
  const difference = newcombe(now.measures[id], other.measures[id]);
  const isKnown = measureOf(id).of === "episodes" && !overlap(now, other);
  return isKnown ? difference : { value: difference.value, low: null, high: null };
}
