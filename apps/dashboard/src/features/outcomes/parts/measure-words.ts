import type { DischargeReason, InstrumentId, LeftOutReason } from "@soundings/clinical";
import { INSTRUMENTS } from "@soundings/clinical";
import { codeWords } from "../../../ui/code-words.ts";

/** Why somebody is not in the denominator of a measure, as it follows a count: `12 no later PHQ-9`. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  "no-phq9-baseline": "without a PHQ-9 at the beginning",
  "no-gad7-baseline": "without a GAD-7 at the beginning",
  "no-later-phq9": "without a later PHQ-9",
  "no-later-gad7": "without a later GAD-7",
  "below-caseness": "began below the threshold",
  "no-whole-week": "stayed less than a whole week",
};

/** How a stay ended, in words; null where no reason is on record. */
export function endWords(reason: DischargeReason | null): string {
  return reason === null ? "no reason recorded" : codeWords(reason);
}

export const instrumentName = (instrument: InstrumentId): string => INSTRUMENTS[instrument].name;
