import type { SetAsideRow } from "@soundings/clinical";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neutralizeFormula, restoreFormula } from "./formula.ts";
import { readFiles } from "./reading.testkit.ts";
import { setAsideColumns, writeSetAsideCsv } from "./set-aside-csv.ts";

describe("texts that a spreadsheet would run", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["+1 949 555 0100", "'+1 949 555 0100"],
    ["-cmd", "'-cmd"],
    ["\tx", "'\tx"],
    ["\r=x", "'\r=x"],
    ["'=1", "''=1"],
    ["'-5", "''-5"],
    ["-5", "-5"],
    ["+2.5", "+2.5"],
    ["'tis", "'tis"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j becomes %j and back", (text, neutral) => {
    expect(neutralizeFormula(text)).toBe(neutral);
    expect(restoreFormula(neutral)).toBe(text);
  });

  test("every text comes back, and none begins as a formula unless it is a plain number", () => {
    const text = fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", "'", "\t", "\r", "1", ".", "a", " "),
    });
    fc.assert(
      fc.property(text, (given) => {
        const neutral = neutralizeFormula(given);
        expect(restoreFormula(neutral)).toBe(given);
        expect(/^[=+\-@\t\r]/.test(neutral)).toBe(/^[+-]\d+(\.\d+)?$/.test(given));
      }),
    );
  });
});

describe("a list of set-aside rows", () => {
  const header = "event_id,patient_id,occurred_on,kind,note\n";
  const row = (n: number, on: string, note: string) => `v-${n},p-1,${on},crisis,${note}\n`;

  const asideOf = async (content: string) => (await readFiles({ "events.csv": content })).rejected;
  const columnsOf = (row: Pick<SetAsideRow, "cells">) => setAsideColumns("event", row);
  const csv = (rows: readonly SetAsideRow[]) =>
    [...writeSetAsideCsv(columnsOf(rows[0] ?? { cells: null }), rows)].join("");

  test("has the file's columns in order and a problem column", async () => {
    const rows = await asideOf("note,event_id,patient_id,occurred_on,kind\n=1+1,v-1,p-1,2026-02-30,crisis\n");
    expect(csv(rows)).toBe(
      "event_id,patient_id,occurred_on,kind,note,problem\n" +
        'v-1,p-1,2026-02-30,crisis,\'=1+1,"bad_date (line 2, occurred_on): Write occurred_on as a calendar date, YYYY-MM-DD."\n',
    );
  });

  test("shows a row that could not be taken apart as it was read, beside the required columns only", async () => {
    const rows = await asideOf(`${header}v-1,p-1,2026-03-01\n`);
    const [head, line] = csv(rows).split("\n");
    expect(head).toBe("event_id,patient_id,occurred_on,kind,problem");
    expect(line).toMatch(/^,,,,"wrong_columns \(line 2\): .* The row as it was read: v-1,p-1,2026-03-01"$/);
  });

  test("has no column that the row's file did not have", async () => {
    const [bare] = await asideOf("event_id,patient_id,occurred_on,kind\nv-1,p-1,2026-02-30,crisis\n");
    const [noted] = await asideOf(header + row(1, "2026-02-30", ""));
    expect(columnsOf(bare ?? { cells: null })).toEqual(["event_id", "patient_id", "occurred_on", "kind"]);
    expect(columnsOf(noted ?? { cells: null }).at(-1)).toBe("note");
  });

  test("mended and read again gives what was meant, without the apostrophes", async () => {
    const notes = ['"=HYPERLINK(""x"")"', "'=kept", "-5", '"line\r\nbreak"'];
    const content = header + notes.map((note, n) => row(n, "2026-02-30", note)).join("");
    const mended = csv(await asideOf(content)).replaceAll("2026-02-30", "2026-03-01");
    const { rows, rejected, warnings } = await readFiles({ "events.csv": mended });
    expect(rejected).toEqual([]);
    expect(rows.map((one) => one.values)).toMatchObject([
      { note: '=HYPERLINK("x")' },
      { note: "'=kept" },
      { note: "-5" },
      { note: "line\r\nbreak" },
    ]);
    expect(rows[0]?.cells).toEqual({
      event_id: "v-0",
      patient_id: "p-1",
      occurred_on: "2026-03-01",
      kind: "crisis",
      note: '=HYPERLINK("x")',
    });
    expect(rows[0]?.values).not.toHaveProperty("result");
    expect(warnings.map(({ column, code }) => [column, code])).toEqual([["problem", "unknown_column"]]);
  });

  test("in a folder of a clinic apostrophes stay as they are", async () => {
    const { rows } = await readFiles({ "events.csv": header + row(1, "2026-03-01", "'=kept") });
    expect(rows[0]?.values).toMatchObject({ note: "'=kept" });
  });
});
