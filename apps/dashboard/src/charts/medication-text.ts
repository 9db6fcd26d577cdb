import type { MedicationLane } from "@soundings/clinical";
import { clampX, type TimeScale, xStart } from "./time-scale.ts";

/** A generous width of 12 px text, so that labels are dropped rather than run into each other. */
const CHARACTER = 6.6;
const GAP = 10;

export interface BarLabel {
  readonly text: string;
  readonly x: number;
}

/** The name at the first visible segment, the dose at each later one that has room. */
export function barLabels(lane: MedicationLane, scale: TimeScale): BarLabel[] {
  const labels: BarLabel[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const segment of lane.segments) {
    if (segment.from > scale.to || (segment.to !== null && segment.to < scale.from)) continue;
    const first = labels.length === 0;
    const text = first ? `${lane.medication} ${segment.doseText}`.trim() : segment.doseText;
    const width = text.length * CHARACTER;
    const start = clampX(scale, xStart(scale, segment.from));
    const x = first ? Math.max(scale.left, Math.min(start, scale.right - width)) : start;
    if (x < end + GAP && !first) continue;
    labels.push({ text, x });
    end = x + width;
  }
  return labels;
}
