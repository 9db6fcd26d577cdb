import type { Mark } from "./mark.ts";

const FLAG = "M-6-6H6V4H-6Z";

/** Flags of the top lane. The letter is the event's own; the sentence is in the card of the day. */
export const EVENT_FLAG: Mark = {
  id: "flag-event",
  word: "event",
  meaning: "A filled flag with a letter: something clinically notable on that day.",
  strokes: [{ d: FLAG, paint: "fill" }],
  tone: "var(--ink-2)",
};

export const DECISION_FLAG: Mark = {
  id: "flag-decision",
  word: "decision",
  meaning: "An outlined flag with a letter: what a clinician decided about level of care or plan.",
  strokes: [{ d: FLAG, paint: "line" }],
  tone: "var(--ink-2)",
};
