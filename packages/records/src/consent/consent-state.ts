import type { CalendarDate } from "@soundings/clinical";
import type { ConsentState, ConsentTerms, StoredConsent } from "./consent.types.ts";

/**
 * What a consent is on a day of the site's zone. Its last day counts whole. An ending on record counts at once, whatever
 * day it names: it binds every later disclosure and undoes none that was made before.
 */
export function consentStateOn(
  { ends, ending }: Pick<StoredConsent, "ends" | "ending">,
  today: CalendarDate,
): ConsentState {
  if (ending !== null) return ending.how === "event_happened" ? "ended" : ending.how;
  return ends.by === "day" && ends.on < today ? "ended" : "in_force";
}

/** Whether records may leave on it on a day: signed by then, not ended, not revoked, not entered in error. */
export function isInForce(consent: StoredConsent, today: CalendarDate): boolean {
  return consent.signedOn <= today && consentStateOn(consent, today) === "in_force";
}

export type TermsProblem = "signed_in_future" | "ends_before_signed" | "needs_an_end";

/** What is wrong with the terms of a consent that is about to be recorded on a day; null when nothing is. */
export function termsProblem(
  { ends, signedOn, purposeKind }: Pick<ConsentTerms, "ends" | "signedOn" | "purposeKind">,
  today: CalendarDate,
): TermsProblem | null {
  if (signedOn > today) return "signed_in_future";
  if (ends.by === "day" && ends.on < signedOn) return "ends_before_signed";
  return ends.by === "never" && purposeKind !== "treatment_payment_operations" ? "needs_an_end" : null;
}

export type EndingProblem = "already_ended" | "in_future" | "before_signed";

/** What is wrong with an ending that is about to be recorded on a day; null when nothing is. */
export function endingProblem(
  consent: Pick<StoredConsent, "signedOn" | "ending">,
  on: CalendarDate,
  today: CalendarDate,
): EndingProblem | null {
  if (consent.ending !== null) return "already_ended";
  if (on > today) return "in_future";
  return on < consent.signedOn ? "before_signed" : null;
}
