import type { InferResult } from "kysely";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { ConsentEnd, StoredConsent, StoredDisclosure } from "./consent.types.ts";

function consentRows(connection: ReadConnection) {
  return connection.query
    .selectFrom("consents as c")
    .leftJoin("consent_endings as e", "e.consent_id", "c.consent_id")
    .selectAll("c")
    .select([
      "e.how as ended_how",
      "e.ended_on as ended_on",
      "e.why as ended_why",
      "e.recorded_at as ended_at",
      "e.recorded_by as ended_by",
    ]);
}

export function consentQuery(connection: ReadConnection, consentId: string) {
  return consentRows(connection).where("c.consent_id", "=", consentId);
}

export function consentsQuery(connection: ReadConnection, patientId: string) {
  return consentRows(connection)
    .where("c.patient_id", "=", patientId)
    .orderBy("c.signed_on", "desc")
    .orderBy("c.consent_id", "desc");
}

type ConsentRow = InferResult<ReturnType<typeof consentQuery>>[number];

function endsOf(row: ConsentRow): ConsentEnd {
  if (row.ends_by === "day" && row.ends_on !== null) return { by: "day", on: row.ends_on };
  return row.ends_by === "event" ? { by: "event", event: row.ends_event ?? "" } : { by: "never" };
}

function endingOf(row: ConsentRow): StoredConsent["ending"] {
  const { ended_how: how, ended_on: on, ended_why: why, ended_at: recordedAt, ended_by: recordedBy } = row;
  const complete = how !== null && on !== null && why !== null && recordedAt !== null && recordedBy !== null;
  return complete ? { how, on, why, recordedAt, recordedBy } : null;
}

function consentOf(row: ConsentRow): StoredConsent {
  return {
    consentId: row.consent_id,
    patientId: row.patient_id,
    discloser: row.discloser,
    recipient: row.recipient,
    recipientKind: row.recipient_kind,
    what: JSON.parse(row.what) as readonly string[],
    purpose: row.purpose,
    purposeKind: row.purpose_kind,
    ends: endsOf(row),
    signedOn: row.signed_on,
    signedBy: row.signed_by,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    ending: endingOf(row),
  };
}

/** One consent with its ending, or null. */
export function readConsent(connection: ReadConnection, consentId: string): StoredConsent | null {
  const row = connection.first(consentQuery(connection, consentId));
  return row === undefined ? null : consentOf(row);
}

export function disclosuresQuery(connection: ReadConnection, patientId: string) {
  return connection.query
    .selectFrom("disclosures")
    .selectAll()
    .where("patient_id", "=", patientId)
    .orderBy("at", "desc")
    .orderBy("disclosure_id", "desc");
}

/** The accounting of disclosures: all that ever left of one patient's record, the latest first. */
function disclosuresOf(connection: ReadConnection, patientId: string): readonly StoredDisclosure[] {
  return connection.all(disclosuresQuery(connection, patientId)).map((row) => ({
    disclosureId: row.disclosure_id,
    at: row.at,
    by: row.actor,
    form: row.form,
    what: JSON.parse(row.what) as readonly string[],
    recipient: row.recipient,
    purpose: row.purpose,
    basis: row.basis,
    basisDetail: row.basis_detail,
    consentId: row.consent_id,
    notice: row.notice,
    digest: row.digest,
  }));
}

/** A patient's consents, the latest signature first, and everything that left, the latest first; both of one moment. */
export function consentsAndDisclosures(
  { reader }: ReadStore,
  patientId: string,
): { readonly consents: readonly StoredConsent[]; readonly disclosures: readonly StoredDisclosure[] } {
  return reader.snapshot(() => ({
    consents: reader.all(consentsQuery(reader, patientId)).map(consentOf),
    disclosures: disclosuresOf(reader, patientId),
  }));
}
