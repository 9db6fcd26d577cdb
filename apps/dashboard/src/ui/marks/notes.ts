import type { Mark } from "./mark.ts";

/** A note of a clinician. Not a flag: nothing follows from it. */
export const NOTE_MARK: Mark = {
  id: "note",
  word: "note",
  meaning:
    "A sheet with a folded corner: a clinician wrote something about this day. The card has the words.",
  strokes: [{ d: "M-5-6H1.5L5-2.5V6H-5ZM1.5-6V-2.5H5M-2.5 0.5H2.5M-2.5 3H2.5", paint: "line" }],
  tone: "var(--ink-2)",
};

/** Flags that find no room of their own. */
export const MORE_FLAGS: Mark = {
  id: "flags-more",
  symbol: "+2",
  word: "more",
  meaning:
    "So many marks stand closer here than can be drawn. The card of the day has each; a shorter time shows them.",
  tone: "var(--ink-2)",
};
