import type { CalendarDate } from "../calendar/types.ts";
import type { ComparedValue } from "../lens/types.ts";

/** Why a medication review is asked for, the weightiest first: the order of the list. */
export const REVIEW_REASONS = [
  "item_9",
  "worse_since_change",
  "expected_drug_absent",
  "injection_overdue",
  "early_non_response",
  "review_window_open",
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What the prescriber's list shows of one episode, so that the list reads no raw record. */
export interface EpisodeTrend {
  readonly medications: readonly {
    readonly medication: string;
    readonly doseText: string;
    readonly doseSince: CalendarDate;
    readonly daysOnDose: number;
  }[];
  readonly lastChange: { readonly on: CalendarDate; readonly text: string } | null;
  /** PHQ-9 and GAD-7 since the last change; since admission when there was none. */
  readonly since: "last_change" | "admission";
  readonly values: readonly ComparedValue[];
  /** The latest PHQ-9's item 9; `answer` null when it is not known, and null as a whole without a PHQ-9. */
  readonly item9: { readonly answer: number | null; readonly on: CalendarDate } | null;
  readonly earlyNonResponse: boolean;
  readonly expectedDrugAbsent: boolean;
  readonly reasons: readonly ReviewReason[];
  /** Sorts by who needs a medication review first: compare by code point, ascending. */
  readonly rank: string;
}
