import type { CalendarDate } from "@soundings/clinical";
import { foldName } from "../kinds/fold-name.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import { readConsent } from "./consent.reads.ts";
import type { DisclosureWanted, OwnBasis, StoredConsent } from "./consent.types.ts";
import { isInForce } from "./consent-state.ts";

/** A ground that holds, as the list of disclosures names it. */
export interface FoundBasis {
  readonly name: string;
  readonly detail: string;
  readonly consent: StoredConsent | null;
}

const same = (one: string, other: string): boolean => foldName(one) === foldName(other);

function covers(consent: StoredConsent, wanted: DisclosureWanted): boolean {
  return (
    consent.patientId === wanted.patientId &&
    wanted.what.every((part) => consent.what.includes(part)) &&
    (consent.recipientKind === "class" || same(consent.recipient, wanted.recipient)) &&
    same(consent.purpose, wanted.purpose)
  );
}

function endInWords({ ends }: StoredConsent): string {
  if (ends.by === "day") return `ends after ${ends.on}`;
  return ends.by === "event" ? `ends with: ${ends.event}` : "no end (treatment, payment and operations)";
}

/** The scope of a consent in one line: who, to whom, what for, from when until when. */
export function scopeInWords(consent: StoredConsent): string {
  const { discloser, recipient, recipientKind, purpose, signedOn } = consent;
  const to = recipientKind === "class" ? `the class ${recipient}` : recipient;
  return `Signed ${signedOn}: ${discloser} to ${to}, for ${purpose}; ${endInWords(consent)}.`;
}

/** A ground that needs no consent, with what has to be on record of it; null when something of that is missing. */
export function ownBasis(basis: OwnBasis): FoundBasis | null {
  if (basis.by === "medical_emergency") {
    const { recipientAffiliation, nature } = basis;
    if (recipientAffiliation.trim() === "" || nature.trim() === "") return null;
    const detail = `Affiliation of the recipient: ${recipientAffiliation}. Nature of the emergency: ${nature}`;
    return { name: basis.by, detail, consent: null };
  }
  if (basis.basis === "" || basis.explanation.trim() === "") return null;
  return { name: `other:${basis.basis}`, detail: basis.explanation, consent: null };
}

/**
 * The ground on which records may leave on a day, or null. A consent must be this patient's, in force, and cover every
 * part, the purpose, and the recipient by name or as one of its class; who belongs to a class is for the person to know.
 */
export function findBasis(
  connection: ReadConnection,
  wanted: DisclosureWanted,
  today: CalendarDate,
): FoundBasis | null {
  const { basis, what, recipient, purpose } = wanted;
  if (what.length === 0 || recipient.trim() === "" || purpose.trim() === "") return null;
  if (basis.by !== "consent") return ownBasis(basis);
  const consent = readConsent(connection, basis.consentId);
  if (consent === null || !isInForce(consent, today) || !covers(consent, wanted)) return null;
  return { name: "consent", detail: scopeInWords(consent), consent };
}
