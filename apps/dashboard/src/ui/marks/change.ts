import type { MeasureSummary } from "@soundings/clinical";
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
  return reliable === "improved" || reliable === "worsened" ? `reliably ${word}` : word;
}
