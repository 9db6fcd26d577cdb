import type { RetryInput } from "@soundings/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Matrix, openMatrix, PATIENT_IDS, UNKNOWN } from "../access/matrix.fixture.ts";
import { entered } from "../administration/people.fixture.ts";
import { DIRECTOR } from "../clinic.fixture.ts";

let matrix: Matrix;
beforeEach(async () => {
  matrix = await openMatrix();
});
afterEach(() => matrix.clinic.close());

const as = (role: keyof Matrix["people"]) => matrix.as(matrix.people[role]);
const everybody = () => matrix.as(DIRECTOR);
const ROWS = PATIENT_IDS.length + 1;

/** The set-aside row of a patient, as somebody who sees every value gives it. */
async function rowOf(patientId: string): Promise<RetryInput> {
  const { rows } = await everybody().imports.setAside({ limit: 200 });
  const row = rows.find(({ cells }) => cells?.patient_id === patientId);
  if (row?.cells == null) throw new Error(`no row of ${patientId} is set aside`);
  return { id: row.id, cells: { ...row.cells, item_1: "1" } };
}

const assessments = (patientId: string) =>
  matrix.clinic.store.reader
    .statement("select assessment_id, total, items from assessments where patient_id = ? order by 1")
    .all([patientId]);

describe("set-aside rows", () => {
  it("are listed to an administrator with their place and code, and nothing of what they say", async () => {
    const page = await as("administrator").imports.setAside({ limit: 200 });
    expect([page.total, page.rows.length]).toEqual([ROWS, ROWS]);
    for (const row of page.rows) {
      expect(row).toMatchObject({ file: "assessments.csv", column: "item_1", code: "out_of_range" });
      expect(row).toMatchObject({ values: "withheld", cells: null, raw: null });
      expect(row.message).toMatch(/withheld/);
    }
  });

  it("do not tell an administrator what stood in a header that was none", async () => {
    const { insert, clinic } = matrix;
    const [batch] = clinic.store.reader.statement("select batch_id from import_batches").get([]) ?? [];
    insert("set_aside_rows", {
      batch_id: String(batch),
      file: "patients.csv",
      line: 2,
      column_name: "Familyother",
      code: "wrong_columns",
      message: "Keep one column Familyother in the header, which has it twice.",
      raw: "Familyother,Familyother",
      state: "open",
    });
    const told = JSON.stringify(await as("administrator").imports.setAside({ file: "patients.csv" }));
    expect(told).toContain('"line":2');
    expect(told).not.toContain("Familyother");
  });

  it("are told to a clinician of patients in scope only, in lists, counts and batches alike", async () => {
    const therapist = as("therapist");
    const page = await therapist.imports.setAside({ limit: 200 });
    expect(page.rows.map(({ cells }) => cells?.patient_id).sort()).toEqual([
      "PT-COVERED",
      "PT-MEETING",
      "PT-OWN",
    ]);
    expect([page.total, page.cursor]).toEqual([3, null]);
    const { batches } = await therapist.imports.batches();
    expect(batches).toMatchObject([
      { rejected: 3, open: 3, superseded: null, warnings: null, files: [{ rows: null, rejected: 3 }] },
    ]);
    expect((await therapist.imports.setAsideCsv({ file: "assessments.csv" })).rows).toBe(3);
  });

  it("that name nobody on record are shown to who directs every program, and to nobody else", async () => {
    const all = await everybody().imports.setAside({ limit: 200 });
    expect(all.rows.filter(({ cells }) => cells?.patient_id === UNKNOWN)).toHaveLength(1);
    expect(all.total).toBe(ROWS);
    const some = await as("director").imports.setAside({ limit: 200 });
    expect(some.rows.map(({ cells }) => cells?.patient_id)).not.toContain(UNKNOWN);
    expect((await everybody().imports.batches()).batches[0]).toMatchObject({ open: ROWS });
  });
});

describe("a row that is mended", () => {
  it("goes in under the person's name, with an entry for the patient, the import and the row", async () => {
    const { id, cells } = await rowOf("PT-OWN");
    const before = entered(matrix.clinic).length;
    expect(await as("therapist").imports.retry({ id, cells })).toEqual({ outcome: "created" });
    const made = entered(matrix.clinic).slice(before);
    expect(made).toMatchObject([
      { event: "record_changed", patientId: "PT-OWN", detail: { rows: 1 } },
      { event: "set_aside_mended", detail: { id } },
      { event: "imported", detail: { mends: Number(id), rejected: 0 } },
    ]);
    const { personId, name } = matrix.people.therapist;
    expect(new Set(made.map((entry) => entry.personId))).toEqual(new Set([personId]));
    const { batches } = await everybody().imports.batches();
    expect(batches[0]).toMatchObject({ by: name });
  });

  it("may not be given to a patient out of scope, and says the same as for nobody", async () => {
    const { id, cells } = await rowOf("PT-OWN");
    const before = assessments("PT-OTHER");
    const given = (patient_id: string) =>
      as("therapist").imports.retry({ id, cells: { ...cells, patient_id } });
    const foreign = await given("PT-OTHER");
    expect(foreign).toMatchObject({ outcome: "still_wrong", column: "patient_id" });
    expect(await given(UNKNOWN)).toEqual(foreign);
    expect(assessments("PT-OTHER")).toEqual(before);
  });

  it("may not take over the record of a patient out of scope", async () => {
    const { id, cells } = await rowOf("PT-OWN");
    const before = assessments("PT-OTHER");
    const taken = { ...cells, assessment_id: "AS-PT-OTHER" };
    expect(await as("therapist").imports.retry({ id, cells: taken })).toMatchObject({
      outcome: "still_wrong",
    });
    expect(assessments("PT-OTHER")).toEqual(before);
    expect(entered(matrix.clinic).at(-1)).toMatchObject({ event: "set_aside_mended", outcome: "failed" });
  });
});

it("an import of the command line is entered under the system's user, patient by patient", () => {
  const entries = entered(matrix.clinic).filter(({ event }) => event === "imported");
  expect(entries.map(({ patientId }) => patientId)).toEqual([...PATIENT_IDS.toSorted(), null]);
  expect(entries.at(-1)).toMatchObject({ personId: null, detail: { rejected: ROWS } });
  const actors = matrix.clinic.store.reader
    .statement(`select distinct actor from audit_entries where event = 'imported'`)
    .all([]);
  expect(actors).toEqual([["test (soundings import)"]]);
});
