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
