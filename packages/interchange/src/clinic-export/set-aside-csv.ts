import type { RecordKind, SetAsideRow } from "@soundings/clinical";
import { csvLine } from "../csv/write.ts";
import { clinicFileOf } from "./files.ts";
import { neutralizeFormula } from "./formula.ts";

/** The column that a list of set-aside rows has besides the file's own. */
export const PROBLEM_COLUMN = "problem";

/**
 * The set-aside rows of one kind of one import as CSV text, line by line: the columns that the file had, in the order of
 * the contract (a column that was absent stays absent, since an empty cell would clear a value), then `problem` with the
 * code, the line and the sentence, and for a row that could not be taken apart its text as it was read.
 *
 * Made for a spreadsheet: cells pass `neutralizeFormula`. Mended and put back into a folder under the file's name, it is
 * imported like any file: the reader ignores `problem`, and knows by it to take the added apostrophes away again.
 *
 * `rows` is called twice, to find the columns and to write, so that no list has to be held in memory.
 */
export function* writeSetAsideCsv(kind: RecordKind, rows: () => Iterable<SetAsideRow>): Generator<string> {
  const names = columnNames(kind, rows());
  yield csvLine([...names, PROBLEM_COLUMN]);
  for (const row of rows()) {
    const cells = names.map((name) => row.cells?.[name] ?? "");
    yield csvLine([...cells, problemText(row)].map(neutralizeFormula));
  }
}

function columnNames(kind: RecordKind, rows: Iterable<SetAsideRow>): readonly string[] {
  const columns = clinicFileOf(kind).columns;
  const lacking = new Set(columns.map((column) => column.name));
  let takenApart = false;
  for (const { cells } of rows) {
    if (cells === null) continue;
    takenApart = true;
    for (const name of lacking) if (Object.hasOwn(cells, name)) lacking.delete(name);
    if (lacking.size === 0) break;
  }
  const present = columns.filter((column) => !takenApart || column.required || !lacking.has(column.name));
  return present.map((column) => column.name);
}

function problemText(row: SetAsideRow): string {
  const where = row.column === "" ? `line ${row.line}` : `line ${row.line}, ${row.column}`;
  const problem = `${row.code} (${where}): ${row.message}`;
  return row.cells === null ? `${problem} The row as it was read: ${row.raw ?? ""}` : problem;
}
