import type { CalendarDate, MeasureLane } from "@soundings/clinical";
import type { Lines } from "./lines.ts";

/** One line behind the scores of an instrument. */
export interface ScoreLine {
  readonly id: "worse" | "baseline" | "better" | "caseness";
  readonly score: number;
  readonly text: string;
  /** Null from the left edge. */
  readonly from: CalendarDate | null;
}

function baselineLines({ baseline, reliableChange, max }: MeasureLane, lines: Lines): ScoreLine[] {
  if (!baseline) return [];
  const { score, on } = baseline;
  const worse = score + reliableChange;
  const better = score - reliableChange;
  const all: readonly (ScoreLine | false)[] = [
    lines.has("reliable") &&
      worse <= max && { id: "worse", score: worse, text: `+${reliableChange} reliably worse ↑`, from: on },
    lines.has("baseline") && { id: "baseline", score, text: `baseline ${score}`, from: on },
    lines.has("reliable") &&
      better >= 0 && { id: "better", score: better, text: `−${reliableChange} reliably better ↓`, from: on },
  ];
  return all.filter((line) => line !== false);
}

/** The lines that are shown and that the instrument and its baseline have; reliable change lies on both sides of the baseline. */
export function scoreLines(lane: MeasureLane, lines: Lines): ScoreLine[] {
  const caseness: ScoreLine = {
    id: "caseness",
    score: lane.caseness,
    text: `caseness ${lane.caseness}`,
    from: null,
  };
  return [...baselineLines(lane, lines), ...(lines.has("caseness") ? [caseness] : [])];
}
