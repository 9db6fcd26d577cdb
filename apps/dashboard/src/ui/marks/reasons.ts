import { REVIEW_REASON_WORDS, type ReviewReason } from "@soundings/clinical";
import { CHANGE_MARKS } from "./change.ts";
import type { Mark } from "./mark.ts";

function words(reason: ReviewReason): Pick<Mark, "word" | "meaning"> {
  const { label, meaning } = REVIEW_REASON_WORDS[reason];
  return { word: label, meaning };
}

/** Why a medication is worth a review. The word says it; none of them says that a medication did anything. */
export const REASON_MARKS: Readonly<Record<ReviewReason, Mark>> = {
  item_9: {
    id: "reason-item-9",
    ...words("item_9"),
    symbol: "9",
    tone: "var(--urgency-immediate)",
  },
  worse_since_change: {
    id: "reason-worse-since-change",
    ...words("worse_since_change"),
    symbol: CHANGE_MARKS.worse.symbol ?? "",
    tone: CHANGE_MARKS.worse.tone,
  },
  early_non_response: {
    id: "reason-early-non-response",
    ...words("early_non_response"),
    strokes: [{ d: "M-6 2H6M-6-4H6", paint: "line" }],
    tone: "var(--ink)",
  },
  expected_drug_absent: {
    id: "reason-expected-drug-absent",
    ...words("expected_drug_absent"),
    symbol: "℞−",
    tone: "var(--ink)",
  },
  injection_overdue: {
    id: "reason-injection-overdue",
    ...words("injection_overdue"),
    strokes: [
      { d: "M-5.5 5.5L-3 3M-4.5 1.5L-1.5 4.5L4 -1L1 -4Z", paint: "line" },
      { d: "M2.5-2.5L5.5-5.5M3.5-6L6-3.5", paint: "line" },
    ],
    tone: "var(--urgency-same-day)",
  },
  review_window_open: {
    id: "reason-review-window-open",
    ...words("review_window_open"),
    strokes: [{ d: "M-2.5-5.5H-5.5V5.5H-2.5M2.5-5.5H5.5V5.5H2.5", paint: "line" }],
    tone: "var(--ink-2)",
  },
};
