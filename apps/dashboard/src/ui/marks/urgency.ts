import type { Urgency } from "@soundings/clinical";
import type { Mark } from "./mark.ts";

export const URGENCY_MARKS: Readonly<Record<Urgency, Mark>> = {
  immediate: {
    id: "urgency-immediate",
    word: "Now",
    meaning: "Before the patient leaves, or right away.",
    strokes: [{ d: "M0-6L6 0L0 6L-6 0Z", paint: "fill" }],
    tone: "var(--urgency-immediate)",
  },
  same_day: {
    id: "urgency-same-day",
    word: "Today",
    meaning: "Before the end of this day.",
    strokes: [{ d: "M0-5.5L6 5H-6Z", paint: "fill" }],
    tone: "var(--urgency-same-day)",
  },
  this_week: {
    id: "urgency-this-week",
    word: "This week",
    meaning: "Within the week, for example at the weekly review.",
    strokes: [{ d: "M4.5 0A4.5 4.5 0 1 1-4.5 0A4.5 4.5 0 1 1 4.5 0Z", paint: "line" }],
    tone: "var(--urgency-this-week)",
  },
  routine: {
    id: "urgency-routine",
    word: "Routine",
    meaning: "When the chart is next open.",
    strokes: [{ d: "M2.5 0A2.5 2.5 0 1 1-2.5 0A2.5 2.5 0 1 1 2.5 0Z", paint: "fill" }],
    tone: "var(--urgency-routine)",
  },
};
