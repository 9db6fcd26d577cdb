import type { ReviewReason } from "@soundings/clinical";
import { CHANGE_MARKS } from "./change.ts";
import type { Mark } from "./mark.ts";

/** Why a medication is worth a review. The word says it; none of them says that a medication did anything. */
export const REASON_MARKS: Readonly<Record<ReviewReason, Mark>> = {
  item_9: {
    id: "reason-item-9",
    word: "Item 9 answered",
    meaning: "The latest PHQ-9 answers item 9, thoughts of death or self-harm, with more than “not at all”.",
    symbol: "9",
    tone: "var(--urgency-immediate)",
  },
  worse_since_change: {
    id: "reason-worse-since-change",
    word: "Reliably worse",
    meaning: "PHQ-9 or GAD-7 is reliably worse since the last medication change. That says when, not why.",
    symbol: CHANGE_MARKS.worse.symbol ?? "",
    tone: CHANGE_MARKS.worse.tone,
  },
  early_non_response: {
    id: "reason-early-non-response",
    word: "Little early response",
    meaning: "PHQ-9 is less than 20 % below its baseline at four weeks or later. Some respond later.",
    strokes: [{ d: "M-6 2H6M-6-4H6", paint: "line" }],
    tone: "var(--ink)",
  },
  expected_drug_absent: {
    id: "reason-expected-drug-absent",
    word: "Prescribed, not found",
    meaning:
      "A screen is negative for something prescribed that it should find. A reason to ask, not an answer.",
    symbol: "℞−",
    tone: "var(--ink)",
  },
  injection_overdue: {
    id: "reason-injection-overdue",
    word: "Injection overdue",
    meaning: "The next injection of a schedule is past its due date.",
    strokes: [
      { d: "M-5.5 5.5L-3 3M-4.5 1.5L-1.5 4.5L4 -1L1 -4Z", paint: "line" },
      { d: "M2.5-2.5L5.5-5.5M3.5-6L6-3.5", paint: "line" },
    ],
    tone: "var(--urgency-same-day)",
  },
  review_window_open: {
    id: "reason-review-window-open",
    word: "Review window open",
    meaning: "Today lies 2, 4 or 6–8 weeks after a start or dose change, when it is usually reviewed.",
    strokes: [{ d: "M-2.5-5.5H-5.5V5.5H-2.5M2.5-5.5H5.5V5.5H2.5", paint: "line" }],
    tone: "var(--ink-2)",
  },
};
