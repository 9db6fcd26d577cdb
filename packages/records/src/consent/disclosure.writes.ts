import { createHash } from "node:crypto";
import { dateOf, type Instant } from "@soundings/clinical";
import type { Actor, AuditEvent } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { BoundRow } from "../audit/bound-rows.ts";
import { NotAudited } from "../audit/not-audited.ts";
import { readCharts } from "../charts/charts.reads.ts";
import { readOwn } from "../entries/own.reads.ts";
import { uuidAt } from "../store/batch-id.ts";
import { readSite } from "../store/site.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { type FoundBasis, findBasis, ownBasis } from "./basis.ts";
import type { Disclosing, DisclosureWanted, OwnBasis } from "./consent.types.ts";
import { RecordChanged } from "./record-changed.ts";

/** SHA-256 of a document as it leaves, as hexadecimal text. */
function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
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
  readonly bytes: Uint8Array;
  readonly digest: string;
}

interface Leaving {
  readonly wanted: DisclosureWanted;
  readonly at: Instant;
  /** The opening under which the person sees the patient, if it is by one only. */
  readonly openingId?: string | null;
}

/** What the gate works with: who lets what out, under which number it will be on record. */
interface Gate {
  readonly writer: WriteConnection;
  readonly actor: Actor;
  readonly leaving: Leaving;
  readonly disclosureId: string;
}

interface Grounded {
  readonly basis: FoundBasis;
  readonly disclosing: Disclosing;
}

/** The ground and the record as they stand at this moment; null when there is no ground, or no such patient. */
function groundedOn({ writer, actor, leaving: { wanted, at }, disclosureId }: Gate): Grounded | null {
  const site = readSite(writer);
  const basis = findBasis(writer, wanted, dateOf(at, site.zone));
  const [chart] = readCharts(writer, [wanted.patientId]);
  if (basis === null || chart === undefined) return null;
  const { consent } = basis;
  const whole = { ...chart, own: readOwn(writer, wanted.patientId) };
  return { basis, disclosing: { disclosureId, at, by: actor.name, wanted, consent, chart: whole, site } };
}

/** Enters what leaves, inside the transaction in which its ground was found. */
function letOut(
  { writer, actor, leaving, disclosureId }: Gate,
  basis: FoundBasis,
  bytes: Uint8Array,
): Disclosed {
  const { wanted, at, openingId = null } = leaving;
  const { patientId, form, what, notice } = wanted;
  const digest = digestOf(bytes);
  enter(writer, actor, { disclosureId, patientId, at, digest, basis, wanted });
  const consentId = basis.consent?.consentId ?? null;
  audit(writer, actor, {
    event: "disclosed",
    patientId,
    openingId,
    detail: { disclosureId, form, what, basis: basis.name, consentId, notice, digest },
    rows: [["disclosures", disclosureId]],
  });
  return { disclosureId, bytes, digest };
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
  leaving: Leaving,
  write: (disclosing: Disclosing) => Uint8Array,
): Disclosed | null {
  const gate = { writer, actor, leaving, disclosureId: uuidAt(leaving.at) };
  return writer.act(() => {
    const grounded = groundedOn(gate);
    return grounded === null ? null : letOut(gate, grounded.basis, write(grounded.disclosing));
  });
}

/** How often a document is made again because the record or the ground changed while it was being made. */
const TRIES = 4;

/** Everything that a document was made from, as text: two that are equal make the same document. */
function standing({ basis, disclosing: { chart, site } }: Grounded): string {
  return JSON.stringify({ basis, chart, site }, (_, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}

/**
 * The same way for a document that takes its time to be made, such as a PDF. It is made before the transaction; inside it
 * ground and record are read again, and only a document of this very state leaves. When something changed meanwhile, the
 * document is made again, a few times in all.
 * @param make called outside the transaction, once a try; it returns when the database can be written
 * @throws RecordChanged when the record changed during every try: nothing has left. NotAudited as above.
 */
export async function discloseMade(
  writer: WriteConnection,
  actor: Actor,
  leaving: Leaving,
  make: (disclosing: Disclosing) => Promise<Uint8Array>,
): Promise<Disclosed | null> {
  const gate = { writer, actor, leaving, disclosureId: uuidAt(leaving.at) };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = writer.snapshot(() => groundedOn(gate));
    if (before === null) return null;
    const bytes = await make(before.disclosing);
    const left = writer.act(() => {
      const now = groundedOn(gate);
      if (now === null) return null;
      return standing(now) === standing(before) ? letOut(gate, now.basis, bytes) : "changed";
    });
    if (left !== "changed") return left;
  }
  throw new RecordChanged("The record changed while the document was being made, and nothing left.");
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
