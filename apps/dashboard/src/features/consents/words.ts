import {
  type Consent,
  DISCLOSABLE,
  type Disclosable,
  OTHER_BASES,
  type OtherBasis,
} from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import { dateWords } from "../../ui/dates.ts";

export const STATE_WORDS: Readonly<Record<Consent["state"], string>> = {
  in_force: "in force",
  ended: "ended",
  revoked: "revoked",
  entered_in_error: "entered in error",
};

/** "until Mar 16, 2027", "until discharge", "without an end" */
export function endWords({ ends }: Pick<Consent, "ends">): string {
  if (ends.by === "day") return `until ${dateWords(ends.on)}`;
  return ends.by === "event" ? `until ${ends.event}` : "without an end";
}

export function whatWords(what: readonly string[]): string {
  return what.map((one) => DISCLOSABLE[one as Disclosable] ?? one).join("; ");
}

/** The basis of a disclosure as it is stored, in words: `other:to_patient` as `To the patient (2.23)`. */
export function basisWords(basis: string): string {
  const other = basis.replace(/^other:/, "");
  return OTHER_BASES[other as OtherBasis] ?? codeWords(other);
}
