import type { InstrumentId } from "@soundings/clinical";
import { CIRCLE, CROSS, type Mark, SQUARE, type Stroke } from "./mark.ts";

export interface InstrumentMark extends Mark {
  readonly hollow: readonly Stroke[];
}

/** Round for the PHQ-9, square for the GAD-7, and never the same color. */
export const INSTRUMENT_MARKS: Readonly<Record<InstrumentId, InstrumentMark>> = {
  "phq-9": {
    id: "phq-9",
    word: "PHQ-9",
    meaning: "Round points, labeled at the line's end.",
    strokes: [{ d: CIRCLE, paint: "fill" }],
    hollow: [{ d: CIRCLE, paint: "line" }],
    tone: "var(--phq)",
  },
  "gad-7": {
    id: "gad-7",
    word: "GAD-7",
    meaning: "Square points, labeled at the line's end.",
    strokes: [{ d: SQUARE, paint: "fill" }],
    hollow: [{ d: SQUARE, paint: "line" }],
    tone: "var(--gad)",
  },
};

export const PRORATED_POINT: Mark = {
  id: "point-prorated",
  word: "prorated",
  meaning: "A hollow point: scored from an incomplete set of items.",
  strokes: INSTRUMENT_MARKS["phq-9"].hollow,
  tone: "var(--phq)",
};

export const INCOMPLETE_POINT: Mark = {
  id: "point-incomplete",
  word: "incomplete",
  meaning: "A cross at the axis: answered in part, too few items for a score.",
  strokes: [{ d: CROSS, paint: "line" }],
  tone: "var(--ink-2)",
};

export const LATE_TAIL: Mark = {
  id: "point-late",
  word: "recorded late",
  meaning: "A point with a tail to the day it was known.",
  strokes: [
    { d: "M-2 0A2.5 2.5 0 1 1-7 0A2.5 2.5 0 1 1-2 0Z", paint: "fill" },
    { d: "M-2 0H6M6-2.5V2.5", paint: "line" },
  ],
  tone: "var(--phq)",
};

export const ASIDE_POINT: Mark = {
  id: "point-aside",
  word: "takes no part",
  meaning: "A small point off the line: another of that day counts in its place.",
  strokes: [{ d: "M2 0A2 2 0 1 1-2 0A2 2 0 1 1 2 0Z", paint: "line" }],
  tone: "var(--ink-3)",
};

export const SUDDEN_GAIN: Mark = {
  id: "sudden-gain",
  word: "sudden gain",
  meaning:
    "A step down between two scores: a large gain from one to the next. For information only; no rule reads it.",
  strokes: [
    { d: "M-6-4.5H2.5V4", paint: "line" },
    { d: "M-0.5 1.5H5.5L2.5 5.5Z", paint: "fill" },
  ],
  tone: "var(--better)",
};

/** Item 9 stands at the line as well: a falling total must not hide it. */
export const ITEM_9_MARKS = {
  above: {
    id: "item-9-above",
    word: "item 9 above 0",
    meaning: "A boxed 9 at the point: item 9 was answered 1, 2 or 3 that day.",
    symbol: "9",
    tone: "var(--urgency-immediate)",
  },
  unknown: {
    id: "item-9-unknown",
    word: "item 9 not known",
    meaning: "A dashed box: the PHQ-9 of that day does not say what item 9 was.",
    symbol: "9?",
    tone: "var(--ink-2)",
  },
} as const satisfies Record<string, Mark>;
