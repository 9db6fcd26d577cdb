import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Clinic, FILES, openClinic, take } from "../clinic.fixture.ts";
import { listSetAside } from "./set-aside.ts";

const HEAD = FILES["assessments.csv"] ?? "";
const BAD = {
  ...FILES,
  "assessments.csv": `${HEAD}A-4,P-2,phq-9,2026-03-01,4,1,1,1,1,1,1,1,0
A-5,P-404,phq-9,2026-03-01,1,1,1,1,1,1,1,1,0
"=1+1",P-2,phq-9,2026-03-01,1,1,1,1,1,1,1,1,0
`,
};

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic(BAD);
});
afterEach(() => clinic.close());

const open = () => clinic.caller.imports.setAside({});
const rowOf = async (id: string) => {
  const row = (await open()).rows.find(({ cells }) => cells?.assessment_id === id);
  if (row?.cells == null) throw new Error(`row ${id} is not set aside`);
  return { id: row.id, cells: { ...row.cells } };
};

describe("what was set aside", () => {
  it("is counted by batch", async () => {
    const { batches } = await clinic.caller.imports.batches();
    expect(batches).toMatchObject([{ by: "test", rejected: 3, open: 3 }]);
    expect(batches[0]?.files.find(({ file }) => file === "assessments.csv")).toEqual({
      file: "assessments.csv",
      rows: 6,
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 3,
    });
  });

  it("is listed a page at a time, with its cells", async () => {
    const first = await clinic.caller.imports.setAside({ limit: 2 });
    expect(first).toMatchObject({
      total: 3,
      rows: [{ line: 5, column: "item_1", code: "out_of_range" }, {}],
    });
    const rest = await clinic.caller.imports.setAside({ limit: 2, cursor: first.cursor ?? "" });
    expect([rest.rows.length, rest.cursor]).toEqual([1, null]);
    expect((await clinic.caller.imports.setAside({ code: "bad_id" })).total).toBe(1);
  });

  it("is given as CSV that no spreadsheet runs", async () => {
    const { name, text, rows, truncated } = await clinic.caller.imports.setAsideCsv({
      file: "assessments.csv",
    });
    expect([name, rows, truncated]).toEqual(["set-aside-assessments.csv", 3, false]);
    expect(text.split("\n")[0]).toMatch(/,problem$/);
    expect(text).toContain("\n'=1+1,");
    await expect(clinic.caller.imports.setAsideCsv({ file: "no.csv" })).rejects.toMatchObject({
      cause: { code: "not_found" },
    });
  });

  it("gives rows of imports with other columns apart, since an empty cell clears", async () => {
    const other = `assessment_id,patient_id,instrument,administered_on,total,note
A-3,P-2,phq-9,2026-02-30,5,
`;
    const head = (text: string) => text.split("\n")[0];
    const { batch } = await take(clinic.store, { "assessments.csv": other });
    const file = "assessments.csv";
    const all = await clinic.caller.imports.setAsideCsv({ file });
    expect([all.rows, all.truncated]).toEqual([3, true]);
    expect(head(all.text)).not.toContain("total");
    const one = await clinic.caller.imports.setAsideCsv({ file, batchId: batch });
    expect([one.rows, one.truncated]).toEqual([1, false]);
    expect(head(one.text)).toBe("assessment_id,patient_id,instrument,administered_on,total,problem");
  });
});

describe("the same folder, night after night", () => {
  const listed = async () => (await open()).rows.map(({ cells }) => cells?.assessment_id).toSorted();

  it("lists each problem once, on the page and for the command line", async () => {
    await take(clinic.store, BAD);
    await take(clinic.store, BAD);
    expect(await listed()).toEqual(["=1+1", "A-4", "A-5"]);
    expect([...listSetAside(clinic.store)]).toHaveLength(3);
    const { batches } = await clinic.caller.imports.batches();
    expect(batches.map(({ rejected, open, superseded }) => [rejected, open, superseded])).toEqual([
      [3, 3, 0],
      [3, 0, 3],
      [3, 0, 3],
    ]);
  });

  it("lists no more what was corrected at the source", async () => {
    const mended = { ...FILES, "assessments.csv": `${HEAD}A-4,P-2,phq-9,2026-03-01,3,1,1,1,1,1,1,1,0\n` };
    await take(clinic.store, mended);
    expect(await listed()).toEqual(["=1+1", "A-5"]);
    const { batches } = await clinic.caller.imports.batches();
    expect(batches[1]).toMatchObject({ rejected: 3, open: 2, superseded: 1 });
  });
});

describe("a mended row", () => {
  it("goes in, settles its entry and shows at once", async () => {
    const { id, cells } = await rowOf("A-4");
    expect(await clinic.caller.imports.retry({ id, cells: { ...cells, item_1: "2" } })).toEqual({
      outcome: "created",
    });
    expect((await open()).total).toBe(2);
    const page = await clinic.caller.patient.page({ patientId: "P-2" });
    const phq9 = page.picture.measures.find((lane) => lane.instrument === "phq-9");
    expect(phq9?.marks.map((mark) => mark.assessmentId)).toEqual(["A-3", "A-4"]);
    await expect(clinic.caller.imports.retry({ id, cells })).rejects.toMatchObject({
      cause: { code: "already_settled" },
    });
  });

  it("that is still wrong says what, and stays", async () => {
    const { id, cells } = await rowOf("A-4");
    expect(await clinic.caller.imports.retry({ id, cells: { ...cells, item_1: "9" } })).toMatchObject({
      outcome: "still_wrong",
      column: "item_1",
      code: "out_of_range",
    });
    const unknown = await rowOf("A-5");
    expect(await clinic.caller.imports.retry(unknown)).toMatchObject({
      outcome: "still_wrong",
      column: "patient_id",
      code: "unknown_reference",
    });
    expect((await open()).total).toBe(3);
    expect((await clinic.caller.imports.batches()).batches).toHaveLength(1);
  });

  it.each(["404", "x", "1; drop table"])("that is not there (%s) is refused", async (id) => {
    await expect(clinic.caller.imports.retry({ id, cells: {} })).rejects.toMatchObject({
      cause: { code: "no_such_set_aside_row" },
    });
  });
});

describe("a row that will not be taken in", () => {
  it("leaves the list once", async () => {
    const { id } = await rowOf("A-5");
    expect(await clinic.caller.imports.dismiss({ ids: [id, "404", "x"] })).toEqual({ dismissed: 1 });
    expect(await clinic.caller.imports.dismiss({ ids: [id] })).toEqual({ dismissed: 0 });
    expect((await open()).total).toBe(2);
  });
});

describe("a result on a screen that was not collected", () => {
  it("is refused at the end of the import, and listed once", async () => {
    const head = "screen_id,patient_id,scheduled_on,disposition,method,analyte,result\n";
    const own = await openClinic({
      ...FILES,
      "screens.csv": `${head}C-1,P-1,2026-03-01,missed,presumptive,thc,negative\n`,
    });
    const [row] = (await own.caller.imports.setAside({})).rows;
    const cells = { ...row?.cells, result: "positive" };
    expect(await own.caller.imports.retry({ id: row?.id ?? "", cells })).toMatchObject({
      outcome: "still_wrong",
      code: "disagrees",
    });
    expect((await own.caller.imports.setAside({})).total).toBe(1);
    await own.close();
  });
});
