import type { DischargeReason, LeftOutReason } from "@soundings/clinical";
import { codeWords } from "../../../ui/code-words.ts";

/** Why somebody is not in the denominator of a measure, as it follows a count: `12 no later PHQ-9`. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  "no-phq9-baseline": "no first PHQ-9",
  "no-gad7-baseline": "no first GAD-7",
  "no-later-phq9": "no later PHQ-9",
  "no-later-gad7": "no later GAD-7",
  "below-caseness": "began below the threshold",
  "no-whole-week": "stayed under a week",
};

/** How a stay ended, in words; null where no reason is on record. */
export function endWords(reason: DischargeReason | null): string {
  return reason === null ? "no reason recorded" : codeWords(reason);
}

/** A name inside a sentence; those of instruments keep their capitals. */
export function inSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
