import type { CalendarDate } from "../calendar/types.ts";
import type { RecordKind } from "../records/incoming.ts";

/** The checks of data quality; each is a list to work through. */
export const QUALITY_CHECKS = [
  "week-not-measured",
  "recorded-late",
  "items-missing",
  "prorated",
  "session-not-marked",
  "screen-without-result",
  "no-discharge-reason",
  "impossible-sequence",
] as const;
export type QualityCheckId = (typeof QUALITY_CHECKS)[number];

/** One thing to work through. */
export interface QualityProblem {
  readonly check: QualityCheckId;
  /** The record that it is about: what a page opens. Null for a week in which nothing was recorded. */
  readonly record: { readonly kind: RecordKind; readonly id: string } | null;
  readonly on: CalendarDate;
  /** One short sentence with the values. */
  readonly text: string;
}
