import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endConsent, recordConsent } from "../consent/consent.writes.ts";
import { discloseRecords, recordDisclosures } from "../consent/disclosure.writes.ts";
import { CLINIC, day, moment, NOW, newStore, take } from "../example-clinic.fixture.ts";
import { openPatient } from "../openings/openings.writes.ts";
import { disablePerson } from "../people/accounts.writes.ts";
import { addPerson } from "../people/people.writes.ts";
import type { Store } from "../store/store.ts";
import { verifyStore } from "../verify/verify.ts";
import type { Actor } from "./audit.types.ts";
import { appendAudit } from "./audit.writes.ts";

const ACTOR: Actor = { personId: null, name: "tester", signInId: null, requestId: null };
const BY = { by: "tester", at: NOW };

let store: Store;
beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
});
afterEach(() => store.close());

function consentWithEnd(): string {
  const consent = recordConsent(
    store.writer,
    {
      patientId: "P-1",
      discloser: "Day IOP",
      recipient: "Dr. Example",
      recipientKind: "name",
      what: ["measures"],
      purpose: "Treatment",
      purposeKind: "other",
      ends: { by: "day", on: day("2026-12-31") },
      signedOn: day("2026-03-01"),
      signedBy: "the patient",
    },
    BY,
  );
  if (typeof consent === "string") throw new Error(consent);
  const { consentId } = consent;
  appendAudit(store.writer, ACTOR, { event: "consent_recorded", rows: [["consents", consentId]] }, NOW);
  endConsent(store.writer, consentId, { how: "revoked", on: day("2026-03-16"), why: "Asked to" }, BY);
  appendAudit(store.writer, ACTOR, { event: "consent_revoked", rows: [["consent_endings", consentId]] }, NOW);
  return consentId;
}

const LEAVING = {
  form: "csv",
  what: ["measures"],
  recipient: "Payer",
  purpose: "Audit",
  notice: "part-2-statement@2024-02-16",
};
const BASIS = { by: "other", basis: "audit_evaluation", explanation: "Under contract" } as const;

function disclosed(): string {
  const wanted = { ...LEAVING, patientId: "P-1", basis: BASIS };
  const left = discloseRecords(store.writer, ACTOR, { wanted, at: NOW }, () =>
    new TextEncoder().encode("a document"),
  );
  if (left === null) throw new Error("nothing left");
  return left.disclosureId;
}

function opened(): { readonly personId: string; readonly openingId: string } {
  const hire = (email: string, role: "therapist" | "director") =>
    addPerson(
      store.writer,
      { name: email, email, staffId: null, roles: [{ role, programIds: ["IOP-DAY"] }] },
      NOW,
    );
  hire("director@example.org", "director");
  const personId = hire("one@example.org", "therapist");
  const made = openPatient(store.writer, { personId, patientId: "P-1", reason: "In a crisis", now: NOW });
  const { openingId, rows } = made;
  expect(made.recipients).toHaveLength(1);
  appendAudit(store.writer, ACTOR, { event: "glass_opened", patientId: "P-1", openingId, rows }, NOW);
  return { personId, openingId };
}

/** What somebody does who may write the file: triggers and references do not hold them up. */
function tamper(sql: string): void {
  const triggers = store.reader
    .statement(`select "name", "sql" from "sqlite_schema" where "type" = 'trigger'`)
    .all([]);
  store.writer.exec("pragma foreign_keys = off");
  for (const [name] of triggers) store.writer.exec(`drop trigger "${String(name)}"`);
  store.writer.exec(sql);
  for (const [, text] of triggers) store.writer.exec(String(text));
}

const problems = async () => (await verifyStore(store)).map(({ code, where }) => `${code} ${where}`);

describe("what the audit says was made", () => {
  it("is found whole as it was made, also an opening that ended with its account", async () => {
    consentWithEnd();
    disclosed();
    const { personId } = opened();
    disablePerson(store, ACTOR, personId, moment("2026-03-17T03:00:00Z"));
    expect(await problems()).toEqual([]);
  });

  it("and was removed by hand went unnoticed: every row is named", async () => {
    const consentId = consentWithEnd();
    const disclosureId = disclosed();
    const { openingId } = opened();
    const [noticeId] = store.reader.statement(`select "notice_id" from "notices"`).get([]) ?? [];
    tamper(`delete from "consent_endings"; delete from "consents"; delete from "disclosures";
      delete from "notices"; delete from "openings"`);
    expect(await problems()).toEqual([
      `audited_row_missing consents ${consentId}`,
      `audited_row_missing consent_endings ${consentId}`,
      `audited_row_missing disclosures ${disclosureId}`,
      `audited_row_missing openings ${openingId}`,
      `audited_row_missing notices ${String(noticeId)}`,
    ]);
  });

  it("and was changed by hand went unnoticed: every row is named", async () => {
    const consentId = consentWithEnd();
    const disclosureId = disclosed();
    const { openingId } = opened();
    tamper(`update "consents" set "recipient" = 'Somebody else'; update "consent_endings" set "ended_on" = '2026-03-17';
      update "disclosures" set "basis_detail" = 'Another'; update "openings" set "reason" = 'Another';
      update "notices" set "kind" = 'link_made', "seen_at" = '2026-03-17T00:00:00Z'`);
    expect(await problems()).toEqual([
      `audited_row_changed consents ${consentId}`,
      `audited_row_changed consent_endings ${consentId}`,
      `audited_row_changed disclosures ${disclosureId}`,
      `audited_row_changed openings ${openingId}`,
      expect.stringMatching(/^audited_row_changed notices /),
    ]);
  });

  it("is named row by row where many left in one piece", async () => {
    const many = { ...LEAVING, patientIds: ["P-1", "P-2"], basis: BASIS, digest: "d".repeat(64) };
    expect(recordDisclosures(store.writer, ACTOR, many, NOW)).toBe(2);
    expect(await problems()).toEqual([]);
    tamper(`delete from "disclosures" where "patient_id" = 'P-2'`);
    expect(await problems()).toEqual([expect.stringMatching(/^audited_row_missing disclosures /)]);
  });
});
