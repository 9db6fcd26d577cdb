import type { MeasureSummary } from "@soundings/clinical";
import { signed } from "../numbers.ts";
import type { Mark } from "./mark.ts";

type Direction = "better" | "worse" | "same";

/** Lower is better on every instrument here. */
export const CHANGE_MARKS: Readonly<Record<Direction, Mark>> = {
  better: {
    id: "change-better",
    symbol: "↓",
    word: "better",
    meaning: "Fewer points than at the baseline.",
    tone: "var(--better)",
  },
  worse: {
    id: "change-worse",
    symbol: "↑",
    word: "worse",
    meaning: "More points than at the baseline.",
    tone: "var(--worse)",
  },
  same: {
    id: "change-same",
    symbol: "→",
    word: "no change",
    meaning: "The same number of points.",
    tone: "var(--ink-2)",
  },
};

export function directionOf(change: number): Direction {
  if (change === 0) return "same";
  return change < 0 ? "better" : "worse";
}

/** "better", "reliably worse", "no change". */
export function changeWords(change: number, reliable: MeasureSummary["reliable"]): string {
  const word = CHANGE_MARKS[directionOf(change)].word;
  return isReliable(reliable) ? `reliably ${word}` : word;
}

/** Whether a change is larger than the measure errs: only then it is called better or worse, and has a color. */
export function isReliable(reliable: MeasureSummary["reliable"]): boolean {
  return reliable === "improved" || reliable === "worsened";
}

/** "+1, no reliable change", "0, no change"; of a sum without a known reliable change "+2, higher". */
export function unreliableWords(change: number, reliable: MeasureSummary["reliable"]): string {
  if (change === 0) return `${signed(change)}, no change`;
  const direction = change < 0 ? "lower" : "higher";
  return `${signed(change)}, ${reliable === null ? direction : "no reliable change"}`;
}
