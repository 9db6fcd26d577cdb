import { createHash } from "node:crypto";
import { dateOf, type Instant } from "@soundings/clinical";
import type { Actor, AuditEvent } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { BoundRow } from "../audit/bound-rows.ts";
import { NotAudited } from "../audit/not-audited.ts";
import { readCharts } from "../charts/charts.reads.ts";
import { uuidAt } from "../store/batch-id.ts";
import { readSite, zoneOf } from "../store/site.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { type FoundBasis, findBasis, ownBasis } from "./basis.ts";
import type { Disclosing, DisclosureWanted, OwnBasis } from "./consent.types.ts";

/** SHA-256 of a document as it leaves, in UTF-8, as hexadecimal text. */
function digestOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

interface Entering {
  readonly disclosureId: string;
  readonly patientId: string;
  readonly at: Instant;
  readonly digest: string;
  readonly basis: FoundBasis;
  readonly wanted: Omit<DisclosureWanted, "patientId" | "basis">;
}

function enter(writer: WriteConnection, actor: Actor, entering: Entering): void {
  const { basis, wanted } = entering;
  const row = {
    disclosure_id: entering.disclosureId,
    patient_id: entering.patientId,
    at: entering.at,
    person_id: actor.personId,
    actor: actor.name,
    form: wanted.form,
    what: JSON.stringify(wanted.what),
    recipient: wanted.recipient,
    purpose: wanted.purpose,
    basis: basis.name,
    basis_detail: basis.detail,
    consent_id: basis.consent?.consentId ?? null,
    notice: wanted.notice,
    digest: entering.digest,
  };
  writer.run(writer.change.insertInto("disclosures").values(row));
}

function audit(writer: WriteConnection, actor: Actor, event: AuditEvent): void {
  try {
    appendAudit(writer, actor, event);
  } catch (cause) {
    throw new NotAudited("The disclosure could not be entered in the audit, and nothing left.", { cause });
  }
}

/** A document that was let out, and the number under which it is on record. */
export interface Disclosed {
  readonly disclosureId: string;
  readonly text: string;
  readonly digest: string;
}

interface Leaving {
  readonly wanted: DisclosureWanted;
  readonly at: Instant;
  /** The opening under which the person sees the patient, if it is by one only. */
  readonly openingId?: string | null;
}

/**
 * The one way by which a patient's record leaves the program. In one transaction: the ground is checked as it stands now,
 * the document is made from the record of this moment, and the patient's list of disclosures and the audit hold it before
 * anybody has it. Null when there is no ground, or no such patient: then nothing is written. A document that cannot be
 * made, entered or audited does not leave: the error is thrown, and nothing is on record.
 * @throws NotAudited when the entry in the audit cannot be written.
 */
export function discloseRecords(
  writer: WriteConnection,
  actor: Actor,
  { wanted, at, openingId = null }: Leaving,
  write: (disclosing: Disclosing) => string,
): Disclosed | null {
  return writer.act(() => {
    const basis = findBasis(writer, wanted, dateOf(at, zoneOf(writer).zone));
    const [chart] = readCharts(writer, [wanted.patientId]);
    if (basis === null || chart === undefined) return null;
    const disclosureId = uuidAt(at);
    const { consent } = basis;
    const text = write({
      disclosureId,
      at,
      by: actor.name,
      wanted,
      consent,
      chart,
      site: readSite(writer),
    });
    const digest = digestOf(text);
    enter(writer, actor, { disclosureId, patientId: wanted.patientId, at, digest, basis, wanted });
    const detail = {
      disclosureId,
      form: wanted.form,
      what: wanted.what,
      basis: basis.name,
      consentId: consent?.consentId ?? null,
      notice: wanted.notice,
      digest,
    };
    audit(writer, actor, {
      event: "disclosed",
      patientId: wanted.patientId,
      openingId,
      detail,
      rows: [["disclosures", disclosureId]],
    });
    return { disclosureId, text, digest };
  });
}

/** Records of many patients that leave in one piece. */
export interface ManyWanted extends Omit<DisclosureWanted, "patientId" | "basis"> {
  readonly patientIds: Iterable<string>;
  readonly basis: OwnBasis;
  /** SHA-256 of what leaves. */
  readonly digest: string;
}

/**
 * Enters what leaves in one piece in the list of disclosures of every patient in it, with one entry in the audit that names
 * them all. Call it before the piece is where others can take it. Answers how many patients; null when something that the
 * ground wants on record is missing, and then nothing is written. A consent cannot be the ground: it is one patient's.
 */
export function recordDisclosures(
  writer: WriteConnection,
  actor: Actor,
  many: ManyWanted,
  at: Instant,
): number | null {
  return writer.act(() => {
    const basis = ownBasis(many.basis);
    if (basis === null || many.recipient.trim() === "" || many.purpose.trim() === "") return null;
    const { form, what, recipient, purpose, notice, digest } = many;
    const wanted = { form, what, recipient, purpose, notice };
    const listed: string[] = [];
    const rows: BoundRow[] = [];
    for (const patientId of many.patientIds) {
      const disclosureId = uuidAt(at);
      enter(writer, actor, { disclosureId, patientId, at, digest, basis, wanted });
      listed.push(patientId);
      rows.push(["disclosures", disclosureId]);
    }
    const detail = { form, what, basis: basis.name, patients: listed.length, notice, digest };
    appendAudit(writer, actor, { event: "disclosed", detail, listed, rows });
    return listed.length;
  });
}
