import type { ResponseQuality } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

const tone = "var(--ink-2)";

/** Answers that deserve a second look. They count as they stand; the mark only asks to talk about them. */
export const QUALITY_MARKS: Readonly<Record<ResponseQuality, Mark>> = {
  all_same: {
    id: "quality-all-same",
    word: "every answer the same",
    meaning: "Three bars of one length: every item got the same answer, and not all of them 0.",
    strokes: [{ d: "M-5-4H5M-5 0H5M-5 4H5", paint: "line" }],
    tone,
  },
  copy_of_last: {
    id: "quality-copy-of-last",
    word: "same answers as last time",
    meaning: "Two sheets: every answer is the one of the form before.",
    strokes: [{ d: "M-5.5-2H2V5.5H-5.5ZM-2-2V-5.5H5.5V2H2", paint: "line" }],
    tone,
  },
  fast: {
    id: "quality-fast",
    word: "answered very fast",
    meaning: "Two arrowheads: the device knows that it took less time than reading does.",
    strokes: [{ d: "M-5-4.5L-0.5 0L-5 4.5M0.5-4.5L5 0L0.5 4.5", paint: "line" }],
    tone,
  },
};
