import { CIRCLE, CROSS, type Mark } from "./mark.ts";

/** A look at a patient from outside one's own, with a reason that was given first. */
export const OUTSIDE: Mark = {
  id: "outside",
  word: "from outside",
  meaning: "Somebody opened a patient outside their own, with a reason given first.",
  strokes: [
    { d: "M1-5.5H-5.5V5.5H1", paint: "line" },
    { d: "M5.5 0H-2M1-3L-2 0L1 3", paint: "line" },
  ],
  tone: "var(--urgency-same-day)",
};

/** How something that was asked for ended. */
export const OUTCOME_MARKS: Readonly<Record<"done" | "refused" | "failed", Mark>> = {
  done: {
    id: "outcome-done",
    word: "done",
    meaning: "It was done, or shown.",
    strokes: [{ d: "M-5 0.5L-1.5 4L5-4", paint: "line" }],
    tone: "var(--ink-3)",
  },
  refused: {
    id: "outcome-refused",
    word: "refused",
    meaning: "It was not allowed, so nothing was shown or changed.",
    strokes: [
      { d: CIRCLE, paint: "line" },
      { d: "M-3.5 3.5L3.5-3.5", paint: "line" },
    ],
    tone: "var(--urgency-immediate)",
  },
  failed: {
    id: "outcome-failed",
    word: "failed",
    meaning: "It was tried and did not work, such as a wrong password.",
    strokes: [{ d: CROSS, paint: "line" }],
    tone: "var(--urgency-immediate)",
  },
};
