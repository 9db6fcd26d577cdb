import { INJECTION_DAYS } from "../lens/injections.ts";
import { REVIEW_WINDOWS } from "../lens/windows.ts";
import { earlyNonResponse } from "../rules/early-non-response.ts";
import { expectedDrugAbsent } from "../rules/expected-drug-absent.ts";
import type { ReviewReason } from "./types.ts";

const WINDOW_NAMES = REVIEW_WINDOWS.map(({ name }) => name).join(", ");

/** How pages name a reason for a medication review, and what it rests on. */
export const REVIEW_REASON_WORDS: Readonly<
  Record<ReviewReason, { readonly label: string; readonly meaning: string }>
> = {
  item_9: {
    label: "Item 9 positive",
    meaning: "The latest known answer to item 9 of the PHQ-9 is 1 or more. A zero is not shown as no risk.",
  },
  worse_since_change: {
    label: "Reliably worse",
    meaning:
      "PHQ-9 or GAD-7 rose by its reliable change since the last medication change of the stay, or since admission when there was none.",
  },
  expected_drug_absent: {
    label: expectedDrugAbsent.title,
    meaning: "The latest valid screen did not find a prescribed drug that it should find.",
  },
  injection_overdue: {
    label: "Injection overdue",
    meaning: `An injection on the schedule is ${INJECTION_DAYS.overdue.value} or more days past its due date.`,
  },
  early_non_response: {
    label: earlyNonResponse.title,
    meaning: `What clears it: ${earlyNonResponse.wording.clears}. It is named here also when another finding says more. Some respond later.`,
  },
  review_window_open: {
    label: "Review window open",
    meaning: `A present medication was begun or changed in dose about ${WINDOW_NAMES} ago. Medications for opioid use disorder and those taken as needed do not count, because PHQ-9 and GAD-7 do not follow their effect; a program default.`,
  },
};
