import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../audit/audit.types.ts";
import { NotAudited } from "../audit/not-audited.ts";
import { CLINIC, day, moment, NOW, newStore, take } from "../example-clinic.fixture.ts";
import type { Store } from "../store/store.ts";
import { consentsAndDisclosures } from "./consent.reads.ts";
import type { Basis, ConsentTerms, Disclosing, DisclosureWanted } from "./consent.types.ts";
import { endConsent, recordConsent } from "./consent.writes.ts";
import { discloseRecords, recordDisclosures } from "./disclosure.writes.ts";

const ACTOR: Actor = { personId: null, name: "Therapist One", signInId: null, requestId: "request-1" };
const BY = { by: "Therapist One", at: NOW };
const TERMS: ConsentTerms = {
  patientId: "P-1",
  discloser: "Day IOP",
  recipient: "Dr. José Example",
  recipientKind: "name",
  what: ["identity", "measures"],
  purpose: "Coordination of treatment",
  purposeKind: "treatment_payment_operations",
  ends: { by: "day", on: day("2026-12-31") },
  signedOn: day("2026-03-01"),
  signedBy: "the patient",
};
const EMERGENCY: Basis = {
  by: "medical_emergency",
  recipientAffiliation: "County Hospital, emergency department",
  nature: "Unconscious after a fall",
};

let store: Store;

beforeEach(async () => {
  store = newStore();
  await take(store, CLINIC);
});

afterEach(() => store.close());

function consentFor(terms: Partial<ConsentTerms> = {}): string {
  const consent = recordConsent(store.writer, { ...TERMS, ...terms }, BY);
  if (typeof consent === "string") throw new Error(consent);
  return consent.consentId;
}

function wanted(basis: Basis, more: Partial<DisclosureWanted> = {}): DisclosureWanted {
  return {
    patientId: "P-1",
    form: "csv",
    what: ["measures"],
    recipient: "Dr. José Example",
    purpose: "Coordination of treatment",
    notice: "part-2-statement@2024-02-16",
    basis,
    ...more,
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const write = ({ chart }: Disclosing) => bytesOf(`assessments: ${chart.assessments.length}, Ä`);

function textOf(left: { readonly bytes: Uint8Array } | null): string {
  return new TextDecoder().decode(left?.bytes);
}

function disclose(asked: DisclosureWanted, at = NOW) {
  return discloseRecords(store.writer, ACTOR, { wanted: asked, at }, write);
}

function onRecord(patientId = "P-1") {
  return consentsAndDisclosures(store, patientId).disclosures;
}

function entries() {
  return store.reader.all(
    store.reader.query
      .selectFrom("audit_entries")
      .select(["event", "outcome", "patient_id", "detail", "seq"])
      .where("event", "=", "disclosed"),
  );
}

describe("a consent in force", () => {
  it("lets out what it covers, with list, audit and digest of the very text", () => {
    const consentId = consentFor();
    const left = disclose(wanted({ by: "consent", consentId }));
    expect(textOf(left)).toBe("assessments: 2, Ä");
    expect(left?.digest).toBe(createHash("sha256").update("assessments: 2, Ä").digest("hex"));
    expect(onRecord()).toEqual([
      {
        disclosureId: left?.disclosureId,
        at: NOW,
        by: "Therapist One",
        form: "csv",
        what: ["measures"],
        recipient: "Dr. José Example",
        purpose: "Coordination of treatment",
        basis: "consent",
        basisDetail:
          "Signed 2026-03-01: Day IOP to Dr. José Example, for Coordination of treatment; ends after 2026-12-31.",
        consentId,
        notice: "part-2-statement@2024-02-16",
        digest: left?.digest,
      },
    ]);
    const [entry, ...others] = entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ outcome: "done", patient_id: "P-1" });
    expect(JSON.parse(entry?.detail ?? "")).toMatchObject({
      consentId,
      basis: "consent",
      digest: left?.digest,
    });
  });

  it.each([
    ["a part that it does not cover", { what: ["measures", "screens"] }],
    ["no part at all", { what: [] }],
    ["another recipient", { recipient: "Dr. Other" }],
    ["another purpose", { purpose: "Employment" }],
    ["no recipient", { recipient: " " }],
    ["another patient", { patientId: "P-2" }],
    ["a patient who is not on record", { patientId: "P-9" }],
  ])("lets nothing out for %s", (_, more) => {
    const basis = { by: "consent", consentId: consentFor() } as const;
    expect(disclose(wanted(basis, more))).toBeNull();
    for (const patientId of ["P-1", "P-2"]) expect(onRecord(patientId)).toEqual([]);
    expect(entries()).toEqual([]);
  });

  it("knows its recipient and purpose whatever the case, accents and spaces", () => {
    const basis = { by: "consent", consentId: consentFor() } as const;
    const recipient = "  dr. jose  EXAMPLE ";
    expect(disclose(wanted(basis, { recipient, purpose: "coordination of TREATMENT" }))).not.toBeNull();
  });

  it("that names a class lets out to whoever is said to be of it, by name", () => {
    const recipientKind = "class" as const;
    const consentId = consentFor({ recipient: "my treating providers", recipientKind });
    expect(disclose(wanted({ by: "consent", consentId }, { recipient: "Dr. Anybody" }))).not.toBeNull();
    expect(onRecord()[0]).toMatchObject({ recipient: "Dr. Anybody" });
    expect(onRecord()[0]?.basisDetail).toContain("the class my treating providers");
  });

  it("lets out through the last minute of its last day at the site", () => {
    const consentId = consentFor({ ends: { by: "day", on: day("2026-03-16") } });
    const basis = { by: "consent", consentId } as const;
    expect(disclose(wanted(basis), moment("2026-03-17T06:59:59Z"))).not.toBeNull();
    expect(disclose(wanted(basis), moment("2026-03-17T07:00:00Z"))).toBeNull();
  });
});

describe("a consent that ended", () => {
  it.each(["revoked", "event_happened", "entered_in_error"] as const)(
    "%s lets nothing out any more",
    (how) => {
      const consentId = consentFor({ ends: { by: "event", event: "discharge" } });
      const before = disclose(wanted({ by: "consent", consentId }));
      expect(
        endConsent(store.writer, consentId, { how, on: day("2026-03-10"), why: "asked" }, BY),
      ).toMatchObject({
        ending: { how, on: "2026-03-10", recordedBy: "Therapist One" },
      });
      expect(disclose(wanted({ by: "consent", consentId }))).toBeNull();
      expect(onRecord().map(({ disclosureId }) => disclosureId)).toEqual([before?.disclosureId]);
    },
  );

  it("stays ended: its end is given once and is never taken back", () => {
    const consentId = consentFor();
    const ending = { how: "revoked", on: day("2026-03-10"), why: "asked" } as const;
    endConsent(store.writer, consentId, ending, BY);
    expect(endConsent(store.writer, consentId, { ...ending, how: "event_happened" }, BY)).toBe(
      "already_ended",
    );
    expect(() => store.writer.exec("delete from consent_endings")).toThrow(/stands/);
    expect(() => store.writer.exec("update consents set what = '[]'")).toThrow(/only added/);
    expect(() => store.writer.exec("delete from consents")).toThrow(/only added/);
  });

  it("is not known to have ended by an id that is not there", () => {
    expect(
      endConsent(store.writer, "none", { how: "revoked", on: day("2026-03-10"), why: "x" }, BY),
    ).toBeNull();
  });
});

describe("another ground", () => {
  it("in a medical emergency keeps what the rule wants on record", () => {
    expect(disclose(wanted(EMERGENCY, { what: ["medications"] }))).not.toBeNull();
    expect(onRecord()[0]).toMatchObject({
      basis: "medical_emergency",
      basisDetail:
        "Affiliation of the recipient: County Hospital, emergency department. Nature of the emergency: Unconscious after a fall",
      consentId: null,
      by: "Therapist One",
      at: NOW,
    });
  });

  it.each<[string, Basis]>([
    ["an emergency without its nature", { ...EMERGENCY, nature: "  " } as Basis],
    ["an emergency without affiliation", { ...EMERGENCY, recipientAffiliation: "" } as Basis],
    ["another ground without a name", { by: "other", basis: "", explanation: "because" }],
    ["another ground without explanation", { by: "other", basis: "court_order", explanation: " " }],
    ["a consent that is not there", { by: "consent", consentId: "none" }],
  ])("lets nothing out on %s", (_, basis) => {
    expect(disclose(wanted(basis))).toBeNull();
    expect(onRecord()).toEqual([]);
  });

  it("goes by name", () => {
    disclose(wanted({ by: "other", basis: "audit_evaluation", explanation: "Yearly review by the payer" }));
    expect(onRecord()[0]).toMatchObject({
      basis: "other:audit_evaluation",
      basisDetail: "Yearly review by the payer",
    });
  });
});

describe("all or nothing", () => {
  it("lets nothing out when the audit cannot be written", () => {
    store.writer.exec(
      "create trigger no_audit before insert on audit_entries begin select raise (abort, 'no audit'); end",
    );
    expect(() => disclose(wanted(EMERGENCY))).toThrow(NotAudited);
    expect(onRecord()).toEqual([]);
  });

  it("keeps no entry of a document that could not be made", () => {
    const failing = () => {
      throw new Error("no document");
    };
    expect(() =>
      discloseRecords(store.writer, ACTOR, { wanted: wanted(EMERGENCY), at: NOW }, failing),
    ).toThrow("no document");
    expect(onRecord()).toEqual([]);
    expect(entries()).toEqual([]);
  });

  it("never changes or removes what is on the list", () => {
    disclose(wanted(EMERGENCY));
    expect(() => store.writer.exec("update disclosures set recipient = 'nobody'")).toThrow(/only added/);
    expect(() => store.writer.exec("delete from disclosures")).toThrow(/only added/);
  });
});

describe("records of many patients", () => {
  const many = {
    form: "clinic_export",
    what: ["identity"],
    recipient: "Payer",
    purpose: "Audit",
    notice: "part-2-statement@2024-02-16",
    digest: "d".repeat(64),
    basis: { by: "other", basis: "audit_evaluation", explanation: "Yearly review" },
  } as const;

  it("are entered for each of them, with one entry in the audit that names all", () => {
    const at = NOW;
    expect(recordDisclosures(store.writer, ACTOR, { ...many, patientIds: ["P-1", "P-2"] }, at)).toBe(2);
    for (const patientId of ["P-1", "P-2"]) {
      expect(onRecord(patientId)).toMatchObject([{ basis: "other:audit_evaluation", digest: many.digest }]);
    }
    const [entry, ...others] = entries();
    expect(others).toEqual([]);
    expect(JSON.parse(entry?.detail ?? "")).toMatchObject({ patients: 2, basis: "other:audit_evaluation" });
    const listed = store.reader.statement("select patient_id from audit_listed where seq = ? order by 1");
    expect(listed.all([entry?.seq ?? 0])).toEqual([["P-1"], ["P-2"]]);
  });

  it("are entered for none when one of them cannot be", () => {
    const patientIds = ["P-1", "P-9"];
    expect(() => recordDisclosures(store.writer, ACTOR, { ...many, patientIds }, NOW)).toThrow();
    expect(onRecord()).toEqual([]);
    expect(entries()).toEqual([]);
  });

  it("do not leave without what the ground wants on record", () => {
    const basis = { ...many.basis, explanation: "" };
    expect(recordDisclosures(store.writer, ACTOR, { ...many, basis, patientIds: ["P-1"] }, NOW)).toBeNull();
    expect(
      recordDisclosures(store.writer, ACTOR, { ...many, purpose: "", patientIds: ["P-1"] }, NOW),
    ).toBeNull();
    expect(onRecord()).toEqual([]);
  });
});
