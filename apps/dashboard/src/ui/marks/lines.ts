import type { Mark } from "./mark.ts";

const tone = "var(--ink-3)";

/** Lines behind the scores. Each is labeled at the left of its lane; the control named Lines shows and hides them. */
export const LINE_MARKS = {
  baseline: {
    id: "line-baseline",
    word: "baseline",
    meaning: "Dashes from the day of the first score that counts for the stay.",
    strokes: [{ d: "M-6 0H-2M2 0H6", paint: "line" }],
    tone,
  },
  worse: {
    id: "line-worse",
    word: "reliably worse",
    meaning:
      "Dash and dot, its label with an arrow upward: a score on it or above is worse by more than the measure errs.",
    strokes: [{ d: "M-6 3.5H-2.5M-0.7 3.5H0.7M2.5 3.5H6M0 0.5V-6M-2.5-3.5L0-6L2.5-3.5", paint: "line" }],
    tone,
  },
  better: {
    id: "line-better",
    word: "reliably better",
    meaning:
      "Dash and dot, its label with an arrow downward: a score on it or below is better by more than the measure errs.",
    strokes: [{ d: "M-6-3.5H-2.5M-0.7-3.5H0.7M2.5-3.5H6M0-0.5V6M-2.5 3.5L0 6L2.5 3.5", paint: "line" }],
    tone,
  },
  caseness: {
    id: "line-caseness",
    word: "caseness",
    meaning: "Dots at the score from which the instrument speaks of a case.",
    strokes: [{ d: "M-6 0H-5M-3.5 0H-2.5M-1 0H0M1.5 0H2.5M4 0H5", paint: "line" }],
    tone,
  },
} as const satisfies Readonly<Record<string, Mark>>;
