import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OTHER_BASES } from "@soundings/contract";
import { writeClinicFolder } from "@soundings/interchange";
import { type Actor, consentsAndDisclosures, exportTables } from "@soundings/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clinic, NOW, openClinic } from "../clinic.fixture.ts";
import { audited } from "./disclosure.fixture.ts";
import { type LeavingGiven, leavingNamed, leavingOf } from "./leaving.ts";

const ACTOR: Actor = { personId: null, name: "clerk (soundings export)", signInId: null, requestId: null };
const GIVEN: LeavingGiven = {
  basis: "other:audit_evaluation",
  recipient: "State payer",
  purpose: "Yearly audit",
  explanation: "Review under contract",
};

let clinic: Clinic;

beforeAll(async () => {
  clinic = await openClinic();
});

afterAll(() => clinic.close());

async function leave(patientIds?: readonly string[]): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "soundings-api-")), "out");
  const { tables, close } = exportTables(clinic.store, { programId: "IOP-DAY" });
  const everyone = (function* () {
    for (const { patientId } of tables.patient) yield patientId;
  })();
  const leaving = { named: leavingNamed(GIVEN), actor: ACTOR, at: NOW, patientIds: patientIds ?? everyone };
  try {
    await writeClinicFolder(folder, tables, leavingOf(clinic.store, leaving));
  } finally {
    close();
  }
  return folder;
}

function listOf(patientId: string) {
  return consentsAndDisclosures(clinic.store, patientId).disclosures;
}

describe("a basis that is named to a command", () => {
  it.each(Object.keys(OTHER_BASES))("may be other:%s", (basis) => {
    expect(leavingNamed({ ...GIVEN, basis: `other:${basis}` }).basis).toEqual({
      by: "other",
      basis,
      explanation: "Review under contract",
    });
  });

  it("may be a medical emergency, with affiliation and nature", () => {
    const given = { ...GIVEN, basis: "medical_emergency", affiliation: "County Hospital" };
    expect(leavingNamed(given).basis).toEqual({
      by: "medical_emergency",
      recipientAffiliation: "County Hospital",
      nature: "Review under contract",
    });
  });

  it("keeps an explanation of several lines as one, so that none of them passes for a line of the notice", () => {
    const { basis } = leavingNamed({ ...GIVEN, explanation: "Review\nPurpose: none" });
    expect(basis).toMatchObject({ explanation: "Review Purpose: none" });
  });

  it.each<[string, Partial<LeavingGiven>, RegExp]>([
    ["a consent, which is one patient's", { basis: "consent" }, /one patient's/],
    ["an unknown name", { basis: "other:because" }, /no such basis.*audit_evaluation/],
    ["a name that every object has", { basis: "other:constructor" }, /no such basis/],
    ["nothing", { basis: "" }, /no such basis/],
    ["no recipient", { recipient: undefined }, /--recipient/],
    ["an empty purpose", { purpose: "  " }, /--purpose/],
    ["a recipient with a forged line of the notice", { recipient: "Court\nBasis: none" }, /one line each/],
    ["an invisible purpose", { purpose: "\u200b\u3164\u2800" }, /--purpose/],
    ["no explanation", { explanation: undefined }, /--explanation/],
    ["an emergency without affiliation", { basis: "medical_emergency" }, /--affiliation/],
  ])("may not be %s", (_, more, sentence) => {
    expect(() => leavingNamed({ ...GIVEN, ...more })).toThrow(sentence);
  });
});

describe("an export that leaves", () => {
  it("carries the notice and is on the list of every patient in it, and of no other", async () => {
    const folder = await leave();
    const notice = await readFile(join(folder, "NOTICE.txt"), "utf8");
    expect(notice).toMatch(/^This record which has been disclosed to you is protected/);
    expect(notice).toContain("To: State payer\nPurpose: Yearly audit\nBasis: Audit or evaluation (2.53)\n");
    for (const patientId of ["P-1", "P-2"]) {
      expect(listOf(patientId)).toMatchObject([
        { form: "clinic_export", recipient: "State payer", basis: "other:audit_evaluation", by: ACTOR.name },
      ]);
    }
    expect(listOf("P-3")).toEqual([]);
    expect(audited(clinic, "disclosed")).toMatchObject([{ outcome: "done", detail: { patients: 2 } }]);
  });

  it("does not leave when it cannot be entered for one of them", async () => {
    const before = listOf("P-1").length;
    await expect(leave(["P-1", "P-99"])).rejects.toThrow();
    expect(listOf("P-1")).toHaveLength(before);
  });
});
