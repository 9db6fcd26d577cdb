import type { RecordKind, SetAsideRow } from "@soundings/clinical";
import { csvLine } from "../csv/write.ts";
import { clinicFileOf } from "./files.ts";
import { neutralizeFormula } from "./formula.ts";

/** The column that a list of set-aside rows has besides the file's own. */
export const PROBLEM_COLUMN = "problem";

/**
 * The columns with which a set-aside row is written, in the order of the contract: those that its file had and the
 * required ones. Only rows with the same columns may share a list, since an empty cell under a column that a row's file
 * did not have would clear the value on record. Of a row that could not be taken apart nothing but the required columns is
 * certain.
 */
export function setAsideColumns(kind: RecordKind, { cells }: Pick<SetAsideRow, "cells">): readonly string[] {
  return clinicFileOf(kind)
    .columns.filter(({ name, required }) => required || (cells !== null && Object.hasOwn(cells, name)))
    .map(({ name }) => name);
}

/**
 * Set-aside rows with the same columns (`setAsideColumns`) as CSV text, line by line: the columns, then `problem` with the
 * code, the line and the sentence, and for a row that could not be taken apart its text as it was read.
 *
 * Made for a spreadsheet: cells pass `neutralizeFormula`. Mended and put back into a folder under the file's name, it is
 * imported like any file: the reader ignores `problem`, and knows by it to take the added apostrophes away again.
 */
export function* writeSetAsideCsv(
  columns: readonly string[],
  rows: Iterable<SetAsideRow>,
): Generator<string> {
  yield csvLine([...columns, PROBLEM_COLUMN]);
  for (const row of rows) {
    const cells = columns.map((name) => row.cells?.[name] ?? "");
    yield csvLine([...cells, problemText(row)].map(neutralizeFormula));
  }
}

function problemText(row: SetAsideRow): string {
  const where = row.column === "" ? `line ${row.line}` : `line ${row.line}, ${row.column}`;
  const problem = `${row.code} (${where}): ${row.message}`;
  return row.cells === null ? `${problem} The row as it was read: ${row.raw ?? ""}` : problem;
}
