import { createHash } from "node:crypto";
import type { DiscloseInput, Disclosure } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clinic } from "../clinic.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import {
  audited,
  type Caller,
  CONSENT,
  callerAs,
  onConsent,
  openFullClinic,
  textOf,
  toPatient,
} from "./disclosure.fixture.ts";

let clinic: Clinic;
let therapist: Caller;

beforeAll(async () => {
  clinic = await openFullClinic();
  therapist = callerAs(clinic, { role: "therapist", staffId: "S-1" });
});

afterAll(() => clinic.close());

async function code(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "answered",
    (error: unknown) => appErrorCodeOf(error),
  );
}

async function listed(disclosureId: string): Promise<Disclosure | undefined> {
  const { disclosures: all } = await therapist.consents.page({ patientId: "P-1" });
  return all.find((one) => one.disclosureId === disclosureId);
}

async function disclosures(): Promise<number> {
  return (await therapist.consents.page({ patientId: "P-1" })).disclosures.length;
}

describe("recording a consent", () => {
  it("is answered, listed and audited", async () => {
    const made = await therapist.consents.record(CONSENT);
    expect(made).toMatchObject({
      ...CONSENT,
      state: "in_force",
      endedAt: null,
      recordedBy: expect.any(String),
    });
    const page = await therapist.consents.page({ patientId: "P-1" });
    expect(page.consents.map(({ consentId }) => consentId)).toContain(made.consentId);
    expect(page).toMatchObject({ mayDisclose: true, today: "2026-03-16" });
    expect(page.notice.text).toContain("42 CFR part 2");
    expect(page.notice.check).toContain("ecfr.gov");
    expect(audited(clinic, "consent_recorded").at(-1)).toMatchObject({
      patientId: "P-1",
      detail: { consentId: made.consentId },
    });
    expect(audited(clinic, "consent_viewed").at(-1)).toMatchObject({ patientId: "P-1", outcome: "done" });
  });

  it.each([
    ["day_in_future", { signedOn: "2026-03-17" }],
    ["bad_dates", { ends: { by: "day", on: "2026-02-28" } as const }],
    ["consent_needs_end", { ends: { by: "never" } as const, purposeKind: "other" as const }],
    ["bad_request", { what: [] }],
    ["bad_request", { recipient: "  " }],
  ])("answers %s and keeps nothing", async (expected, more) => {
    const before = (await therapist.consents.page({ patientId: "P-1" })).consents.length;
    expect(await code(therapist.consents.record({ ...CONSENT, ...more }))).toBe(expected);
    expect((await therapist.consents.page({ patientId: "P-1" })).consents).toHaveLength(before);
  });
});

describe("letting records out", () => {
  it("on a consent: the digest on the list is that of the text, and all of it is in the audit", async () => {
    const { consentId } = await therapist.consents.record(CONSENT);
    const left = await therapist.disclosures.make(onConsent(consentId));
    expect(left.name).toBe(`disclosure-2026-03-16-${left.disclosureId}.csv`);
    const latest = await listed(left.disclosureId);
    expect(latest).toMatchObject({ consentId, basis: "consent" });
    expect(latest?.digest).toBe(createHash("sha256").update(textOf(left)).digest("hex"));
    const entries = audited(clinic, "disclosed").filter(
      ({ detail }) => detail.disclosureId === left.disclosureId,
    );
    expect(entries).toMatchObject([{ outcome: "done", patientId: "P-1" }]);
  });

  it.each<[string, Partial<DiscloseInput>]>([
    ["a part that the consent does not cover", { what: ["measures", "screens"] }],
    ["another recipient", { recipient: "Dr. Other" }],
    ["another purpose", { purpose: "Employment" }],
    ["a patient whose consent it is not", { patientId: "P-2" }],
    ["a consent that is not there", { basis: { by: "consent", consentId: "none" } }],
  ])("is refused for %s, and the refusal is in the audit", async (_, more) => {
    const { consentId } = await therapist.consents.record(CONSENT);
    const before = await disclosures();
    const asked = onConsent(consentId, more);
    expect(await code(therapist.disclosures.make(asked))).toBe("basis_missing");
    expect(await disclosures()).toBe(before);
    expect(audited(clinic, "refused").at(-1)).toMatchObject({
      outcome: "refused",
      detail: { action: "disclosure.make", code: "basis_missing", asked: asked.patientId },
    });
  });

  it("is refused when the consent was revoked after the page was opened", async () => {
    const { consentId } = await therapist.consents.record(CONSENT);
    const page = await therapist.consents.page({ patientId: "P-1" });
    expect(page.consents.find((one) => one.consentId === consentId)?.state).toBe("in_force");
    const colleague = callerAs(clinic, { role: "director" });
    const ending = { consentId, how: "revoked", on: "2026-03-16", why: "by letter" } as const;
    expect(await colleague.consents.end(ending)).toMatchObject({
      state: "revoked",
      endedWhy: expect.any(String),
    });
    expect(await code(therapist.disclosures.make(onConsent(consentId)))).toBe("basis_missing");
    expect(await code(therapist.consents.end(ending))).toBe("changed_meanwhile");
    expect(audited(clinic, "consent_revoked").at(-1)).toMatchObject({
      patientId: "P-1",
      detail: { consentId, how: "revoked", on: "2026-03-16" },
    });
  });

  it.each([
    ["day_in_future", "2026-03-17"],
    ["bad_dates", "2026-02-28"],
  ])("ends no consent with a wrong day (%s)", async (expected, on) => {
    const { consentId } = await therapist.consents.record(CONSENT);
    const ending = { consentId, how: "revoked", on, why: "by letter" } as const;
    expect(await code(therapist.consents.end(ending))).toBe(expected);
    expect(await code(therapist.disclosures.make(onConsent(consentId)))).toBe("answered");
  });

  it("in a medical emergency records affiliation and nature, and prints neither", async () => {
    const nature = "Found unconscious";
    const basis = { by: "medical_emergency", recipientAffiliation: "County Hospital", nature } as const;
    const left = await therapist.disclosures.make(toPatient({ recipient: "Dr. Night", basis }));
    expect(textOf(left)).toContain("Medical emergency (42 CFR 2.51)");
    expect(textOf(left)).not.toContain(nature);
    const latest = await listed(left.disclosureId);
    expect(latest?.basisDetail).toContain(nature);
    expect(latest?.basisDetail).toContain("County Hospital");
  });

  it("asks for the fields of an emergency", async () => {
    const basis = { by: "medical_emergency", recipientAffiliation: "County Hospital", nature: " " } as const;
    expect(await code(therapist.disclosures.make(toPatient({ basis })))).toBe("bad_request");
  });

  it("gives nothing out when the audit cannot be written", async () => {
    const before = await disclosures();
    const { writer } = clinic.store;
    writer.exec(
      "create trigger no_audit before insert on audit_entries when new.event = 'disclosed' begin select raise (abort, 'no audit'); end",
    );
    try {
      expect(await code(therapist.disclosures.make(toPatient()))).toBe("audit_unwritable");
    } finally {
      writer.exec("drop trigger no_audit");
    }
    expect(await disclosures()).toBe(before);
  });
});

describe("who may", () => {
  it.each([
    ["therapist", { role: "therapist", staffId: "S-2", programIds: ["IOP-EVE"] }, "P-2"],
    ["director of another program", { role: "director", programIds: ["IOP-EVE"] }, "P-2"],
  ] as const)(
    "a %s finds no such patient outside, as for one who is not there",
    async (_, who, patientId) => {
      const outsider = callerAs(clinic, who);
      const { consentId } = await therapist.consents.record({ ...CONSENT, patientId });
      for (const id of [patientId, "P-99"]) {
        expect(await code(outsider.consents.page({ patientId: id }))).toBe("no_such_patient");
        expect(await code(outsider.consents.record({ ...CONSENT, patientId: id }))).toBe("no_such_patient");
        expect(await code(outsider.disclosures.make(toPatient({ patientId: id })))).toBe("no_such_patient");
      }
      const ending = { how: "revoked", on: "2026-03-16", why: "by letter" } as const;
      for (const id of [consentId, "none"]) {
        expect(await code(outsider.consents.end({ ...ending, consentId: id }))).toBe("no_such_entry");
      }
      expect((await therapist.consents.page({ patientId })).consents[0]?.state).toBe("in_force");
    },
  );

  it.each(["front_desk", "administrator"] as const)("a %s may not at all", async (role) => {
    const outsider = callerAs(clinic, { role });
    expect(await code(outsider.consents.page({ patientId: "P-1" }))).toBe("not_allowed");
    expect(await code(outsider.consents.record(CONSENT))).toBe("not_allowed");
    expect(await code(outsider.disclosures.make(toPatient()))).toBe("not_allowed");
  });

  it("the prescriber and the director of the program may", async () => {
    const prescriber = callerAs(clinic, { role: "prescriber", staffId: "S-9" });
    const director = callerAs(clinic, { role: "director" });
    for (const caller of [prescriber, director]) {
      expect(await code(caller.disclosures.make(toPatient()))).toBe("answered");
    }
  });

  it("one who opened the patient from outside sees the list, changes no consent, and may let records out in the emergency", async () => {
    const outsider = callerAs(clinic, { role: "therapist", programIds: ["IOP-EVE"] });
    const { consentId } = await therapist.consents.record(CONSENT);
    expect(await code(outsider.consents.page({ patientId: "P-1" }))).toBe("no_such_patient");
    clinic.store.writer.exec(
      "insert into openings select 'O-1', person_id, 'P-1', 'called in a crisis', '2026-03-17T01:00:00Z', '2026-03-17T09:00:00Z' from people order by created_at desc, rowid desc limit 1",
    );
    expect(await outsider.consents.page({ patientId: "P-1" })).toMatchObject({
      mayDisclose: true,
      mayChange: false,
    });
    expect(await code(outsider.consents.record(CONSENT))).toBe("no_such_patient");
    const ending = { consentId, how: "revoked", on: "2026-03-16", why: "by letter" } as const;
    expect(await code(outsider.consents.end(ending))).toBe("no_such_entry");
    const { disclosureId } = await outsider.disclosures.make(toPatient());
    const { disclosures } = await therapist.consents.page({ patientId: "P-1" });
    expect(disclosures.map((one) => one.disclosureId)).toContain(disclosureId);
  });
});
