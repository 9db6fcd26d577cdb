import type { CriterionState } from "@soundings/clinical";
import { CIRCLE, type Mark } from "./mark.ts";

/** How a criterion of the step-down card stands. Shape and word, so that no color is needed. */
export const CRITERION_MARKS: Readonly<Record<CriterionState, Mark>> = {
  met: {
    id: "criterion-met",
    word: "met",
    meaning: "The dated values show it.",
    strokes: [{ d: "M-5 0.5L-1.5 4L5-4", paint: "line" }],
    tone: "var(--ink)",
  },
  not_met: {
    id: "criterion-not-met",
    word: "not met",
    meaning: "What is known already decides against it.",
    strokes: [{ d: "M-4-4L4 4M-4 4L4-4", paint: "line" }],
    tone: "var(--ink)",
  },
  no_data: {
    id: "criterion-no-data",
    word: "no data",
    meaning: "Something needed to decide is missing. It is named.",
    strokes: [{ d: CIRCLE, paint: "dash" }],
    tone: "var(--nodata)",
  },
  not_applicable: {
    id: "criterion-not-applicable",
    word: "not applicable",
    meaning: "The criterion does not apply to this patient or program.",
    strokes: [{ d: "M-4 0H4", paint: "line" }],
    tone: "var(--ink-3)",
  },
};

/** An answer above 0 to the item on thoughts of death or self-harm. */
export const ITEM_9_RAISED: Mark = {
  id: "item-9-raised",
  word: "item 9 above 0",
  meaning: "A frame around the answer: thoughts of death or self-harm on at least several days.",
  strokes: [{ d: "M-6-5H6V5H-6Z", paint: "line" }],
  tone: "var(--urgency-immediate)",
};

/** A value that is not known. Never zero, never blank. */
export const NO_DATA: Mark = {
  id: "no-data",
  word: "no data",
  meaning: "Not known. What is missing is named; it is never read as normal.",
  strokes: [{ d: CIRCLE, paint: "dash" }],
  tone: "var(--nodata)",
};

/** A value that stood otherwise on the chosen day. */
export const CORRECTED: Mark = {
  id: "corrected",
  word: "corrected since",
  meaning: "The value was changed later. What stood before is kept and can be read.",
  strokes: [{ d: "M-4 4L4-4M-5.5 5.5H5.5", paint: "line" }],
  tone: "var(--ink-2)",
};

/** A value that stands as somebody corrected it, on the chosen day too. */
export const WAS_CORRECTED: Mark = {
  ...CORRECTED,
  id: "was-corrected",
  word: "corrected",
  meaning:
    "The value was corrected, and stood corrected on the chosen day. What stood before is listed under Corrections.",
};
