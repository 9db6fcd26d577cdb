import { dateOf, type Instant } from "@soundings/clinical";
import { uuidAt } from "../store/batch-id.ts";
import { zoneOf } from "../store/site.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { readConsent } from "./consent.reads.ts";
import type { ConsentEnding, ConsentTerms, StoredConsent } from "./consent.types.ts";
import { type EndingProblem, endingProblem, type TermsProblem, termsProblem } from "./consent-state.ts";

/** Who records, and when. */
export interface Recording {
  readonly by: string;
  readonly at: Instant;
}

/** Adds a consent, or answers what is wrong with its terms. The patient must be on record. */
export function recordConsent(
  writer: WriteConnection,
  terms: ConsentTerms,
  { by, at }: Recording,
): StoredConsent | TermsProblem {
  return writer.act(() => {
    const problem = termsProblem(terms, dateOf(at, zoneOf(writer).zone));
    if (problem !== null) return problem;
    const { ends } = terms;
    const consentId = uuidAt(at);
    const row = {
      consent_id: consentId,
      patient_id: terms.patientId,
      discloser: terms.discloser,
      recipient: terms.recipient,
      recipient_kind: terms.recipientKind,
      what: JSON.stringify(terms.what),
      purpose: terms.purpose,
      purpose_kind: terms.purposeKind,
      ends_by: ends.by,
      ends_on: ends.by === "day" ? ends.on : null,
      ends_event: ends.by === "event" ? ends.event : null,
      signed_on: terms.signedOn,
      signed_by: terms.signedBy,
      recorded_at: at,
      recorded_by: by,
    };
    writer.run(writer.change.insertInto("consents").values(row));
    return { ...terms, consentId, recordedAt: at, recordedBy: by, ending: null };
  });
}

/** Adds the end of a consent, or answers why it cannot be; null when there is no such consent. */
export function endConsent(
  writer: WriteConnection,
  consentId: string,
  ending: ConsentEnding,
  { by, at }: Recording,
): StoredConsent | EndingProblem | null {
  return writer.act(() => {
    const consent = readConsent(writer, consentId);
    if (consent === null) return null;
    const problem = endingProblem(consent, ending.on, dateOf(at, zoneOf(writer).zone));
    if (problem !== null) return problem;
    const row = {
      consent_id: consentId,
      how: ending.how,
      ended_on: ending.on,
      why: ending.why,
      recorded_at: at,
      recorded_by: by,
    };
    writer.run(writer.change.insertInto("consent_endings").values(row));
    return { ...consent, ending: { ...ending, recordedAt: at, recordedBy: by } };
  });
}
