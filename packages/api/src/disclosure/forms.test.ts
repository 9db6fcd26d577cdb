import { createHash } from "node:crypto";
import { PART_2_SHORT_STATEMENT, PART_2_STATEMENT } from "@soundings/clinical";
import { DISCLOSABLE, type Disclosable } from "@soundings/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clinic } from "../clinic.fixture.ts";
import { appErrorCodeOf } from "../errors.ts";
import { pagesOf, sheetsOf } from "../papers/read-back.fixture.ts";
import {
  audited,
  type Caller,
  CONSENT,
  callerAs,
  onConsent,
  openFullClinic,
  toPatient,
} from "./disclosure.fixture.ts";

const ALL = Object.keys(DISCLOSABLE) as Disclosable[];
const PAPERS = ["summary", "review", "patient_copy"] as const;

let clinic: Clinic;
let therapist: Caller;

beforeAll(async () => {
  clinic = await openFullClinic();
  therapist = callerAs(clinic, { role: "therapist", staffId: "S-1" });
});

afterAll(() => clinic.close());

const FREE_TEXT = /told me|spoke of|called at night|after the positive/;

async function code(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "answered",
    (error: unknown) => appErrorCodeOf(error),
  );
}

describe.each(PAPERS)("a %s that leaves", (form) => {
  it("carries the short notice on every page, the whole one and the scope at the end", async () => {
    const { consentId } = await therapist.consents.record({ ...CONSENT, what: ALL });
    const left = await therapist.disclosures.make(onConsent(consentId, { form, what: ALL }));
    expect(left).toMatchObject({ mediaType: "application/pdf" });
    expect(left.name).toMatch(/^disclosure-2026-03-16-.+\.pdf$/);
    const pages = await pagesOf(left.base64);
    for (const page of pages) expect(page).toContain(PART_2_SHORT_STATEMENT.text);
    const last = pages.at(-1) ?? "";
    expect(last).toContain(PART_2_STATEMENT.text.slice(0, 60));
    expect(last).toContain("Signed 2026-03-01: Day IOP to Dr. Example");
    expect(last).toContain("Written consent of the patient");
    expect(pages.join(" ")).not.toContain("INTERNAL COPY");
  });

  it("is on the list with the digest of its very bytes", async () => {
    const left = await therapist.disclosures.make(toPatient({ form, what: ALL }));
    const { disclosures } = await therapist.consents.page({ patientId: "P-1" });
    const digest = createHash("sha256").update(Buffer.from(left.base64, "base64")).digest("hex");
    expect(disclosures.find((one) => one.disclosureId === left.disclosureId)).toMatchObject({ form, digest });
    expect(audited(clinic, "disclosed").at(-1)).toMatchObject({ detail: { form, digest } });
  });

  it("leaves free text behind", async () => {
    const left = await therapist.disclosures.make(toPatient({ form, what: ALL }));
    expect((await pagesOf(left.base64)).join(" ")).not.toMatch(FREE_TEXT);
  });

  it("holds the chosen parts only, and says what is not in it", async () => {
    const left = await therapist.disclosures.make(toPatient({ form, what: ["course", "measures"] }));
    const words = (await pagesOf(left.base64)).join(" ");
    expect(words).toContain("Day IOP");
    expect(words).toContain("PHQ-9");
    expect(words).toMatch(/not part of this (document|copy)/i);
    expect(words).not.toMatch(/Testcase|1990-|cocaine|buprenorphine|crisis|step up/i);
  });

  it("is refused for an episode that is not the patient's, and nothing is on record", async () => {
    const before = (await therapist.consents.page({ patientId: "P-1" })).disclosures.length;
    expect(await code(therapist.disclosures.make(toPatient({ form, episodeId: "E-99" })))).toBe(
      "no_such_episode",
    );
    expect((await therapist.consents.page({ patientId: "P-1" })).disclosures).toHaveLength(before);
  });
});

describe("the copy for the patient", () => {
  it.each([
    ["a medical emergency", { by: "medical_emergency", recipientAffiliation: "ED", nature: "Found" }],
    ["an audit", { by: "other", basis: "audit_evaluation", explanation: "Under contract" }],
  ] as const)("does not leave on %s", async (_, basis) => {
    const asked = toPatient({ form: "patient_copy", basis });
    expect(await code(therapist.disclosures.make(asked))).toBe("copy_not_theirs");
  });
});

describe("a workbook that leaves", () => {
  it("has the notice and the scope on its first sheet, then the chosen parts only", async () => {
    const { consentId } = await therapist.consents.record(CONSENT);
    const left = await therapist.disclosures.make(
      onConsent(consentId, { form: "xlsx", what: ["measures", "course"] }),
    );
    const sheets = await sheetsOf(left.base64);
    expect([...sheets.keys()]).toEqual(["About", "Course", "Measures"]);
    const about = (sheets.get("About") ?? []).map((row) => row.join(": "));
    expect(about[1]).toBe(`Notice: ${PART_2_STATEMENT.text}`);
    expect(about.join("\n")).toContain("Signed 2026-03-01");
  });

  it("writes scores as numbers, and what is missing in words", async () => {
    const left = await therapist.disclosures.make(toPatient({ form: "xlsx", what: ["measures"] }));
    const rows = (await sheetsOf(left.base64)).get("Measures") ?? [];
    const row = (date: string, what: string) => rows.find((one) => one[0] === date && one[1] === what);
    expect(row("2026-02-23", "PHQ-9 total")).toEqual([
      "2026-02-23",
      "PHQ-9 total",
      11,
      "of 27",
      expect.any(String),
    ]);
    expect(row("2026-02-16", "PHQ-9 total")?.[2]).toBe("no data");
  });

  it("leaves free text behind and makes texts harmless", async () => {
    const left = await therapist.disclosures.make(toPatient({ form: "xlsx", what: ALL, purpose: "=cmd()" }));
    const all = [...(await sheetsOf(left.base64)).values()].flat(2).join("\n");
    expect(all).not.toMatch(FREE_TEXT);
    expect(all).toContain("'=cmd()");
    expect(all).toContain("'=HYPERLINK buprenorphine");
  });
});
