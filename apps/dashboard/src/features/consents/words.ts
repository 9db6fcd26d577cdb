import { type Consent, DISCLOSABLE, type Disclosable } from "@soundings/contract";
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
