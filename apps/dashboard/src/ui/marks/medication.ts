import type { MedicationChangeKind } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

const tone = "var(--ink)";

/** A medication is a bar whose height steps with its dose; these stand on it. */
export const MEDICATION_MARKS: Readonly<Record<MedicationChangeKind, Mark>> = {
  start: {
    id: "medication-start",
    word: "start",
    meaning: "A post with a pennant: started, or started again.",
    strokes: [
      { d: "M0-6V6", paint: "line" },
      { d: "M0-6L6-3L0 0Z", paint: "fill" },
    ],
    tone,
  },
  dose: {
    id: "medication-dose",
    word: "dose change",
    meaning: "The bar steps up or down.",
    strokes: [{ d: "M0 0V6", paint: "line" }],
    tone,
  },
  stop: {
    id: "medication-stop",
    word: "stop",
    meaning: "A post with a cross: stopped.",
    strokes: [{ d: "M0-6V6M2-6L6-2M6-6L2-2", paint: "line" }],
    tone,
  },
};

/** An injection on the day it was given, on the lane of its medication. */
export const INJECTION_MARK: Mark = {
  id: "injection",
  word: "injection given",
  meaning: "A drop on the day of the injection.",
  strokes: [{ d: "M0-6C2-2.5 4-0.5 4 2A4 4 0 0 1-4 2C-4-0.5-2-2.5 0-6Z", paint: "fill" }],
  tone,
};

/** Days after a start or a dose change in which its effect is usually reviewed. */
export const REVIEW_WINDOW: Mark = {
  id: "review-window",
  word: "review window",
  meaning:
    "A frame around the days 2, 4 and 6 to 8 weeks after a start or change: when to look whether it helps.",
  strokes: [
    { d: "M-5-6V6M5-6V6", paint: "line" },
    { d: "M-5-6H5M-5 6H5", paint: "dash" },
  ],
  tone: "var(--accent)",
};
