import { INJECTION_DAYS, type InjectionState } from "@soundings/clinical";
import type { Mark } from "./mark.ts";
import { CIRCLE } from "./mark.ts";

const { late, overdue } = INJECTION_DAYS;

/** How the schedule of an injection stands. Shape and words, so that no color is needed. */
export const INJECTION_MARKS: Readonly<Record<InjectionState, Mark>> = {
  not_due: {
    id: "injection-not-due",
    word: "not due yet",
    meaning: "The next injection lies ahead.",
    strokes: [{ d: CIRCLE, paint: "line" }],
    tone: "var(--ink-3)",
  },
  due: {
    id: "injection-due",
    word: "due",
    meaning: `Today is the due date, or it has passed by less than ${late.value} days.`,
    strokes: [
      { d: CIRCLE, paint: "line" },
      { d: "M0-5V0H5", paint: "line" },
    ],
    tone: "var(--ink)",
  },
  late: {
    id: "injection-late",
    word: "late",
    meaning: `${late.value} days or more past the due date, and less than ${overdue.value}.`,
    strokes: [{ d: "M0-5.5L6 5H-6Z", paint: "line" }],
    tone: "var(--urgency-same-day)",
  },
  overdue: {
    id: "injection-overdue",
    word: "overdue",
    meaning: `${overdue.value} days or more past the due date.`,
    strokes: [{ d: "M0-5.5L6 5H-6Z", paint: "fill" }],
    tone: "var(--urgency-immediate)",
  },
  ended: {
    id: "injection-ended",
    word: "ended",
    meaning: "The medication was stopped; nothing is due.",
    strokes: [{ d: "M-4 0H4", paint: "line" }],
    tone: "var(--ink-3)",
  },
};
