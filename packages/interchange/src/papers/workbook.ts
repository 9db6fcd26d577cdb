import writeXlsxFile, { type Cell, type Sheet } from "write-excel-file/node";
import { neutralizeFormula } from "../clinic-export/formula.ts";

/** One sheet of a workbook: its name, the names of its columns, and its rows. `null` is written as "no data". */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const NO_DATA = "no data";
/** What a cell holds at most, by the limits of Excel. */
const MOST_CHARACTERS = 32_767;
const CUT = " … (cut here: a cell holds no more)";
/** Characters that the file cannot carry; a box stands for each, so that nothing goes without a trace. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/gu;
const UNWRITABLE_STANDS = "□";

function written(text: string): string {
  const kept = text.replace(UNWRITABLE, (character) =>
    "\t\n\r".includes(character) ? character : UNWRITABLE_STANDS,
  );
  const harmless = neutralizeFormula(kept);
  return harmless.length <= MOST_CHARACTERS
    ? harmless
    : harmless.slice(0, MOST_CHARACTERS - CUT.length) + CUT;
}

function cellOf(value: string | number | null): Cell {
  if (typeof value === "number") return { type: Number, value };
  return {
    type: String,
    value: written(value === null || value === "" ? NO_DATA : value),
    wrap: true,
    alignVertical: "top",
  };
}

const NARROWEST = 10;
const WIDEST = 48;

function widthOf(sheet: WorkbookSheet, place: number): number {
  const lengths = sheet.rows.map((row) => String(row[place] ?? NO_DATA).length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), sheet.columns[place]?.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function sheetOf(sheet: WorkbookSheet): Sheet<never> {
  const { name, columns, rows } = sheet;
  const head: Cell[] = columns.map((column) => ({ type: String, value: column, fontWeight: "bold" }));
  return {
    sheet: name,
    data: [head, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map((_, place) => ({ width: widthOf(sheet, place) })),
    stickyRowsCount: 1,
  };
}

/**
 * A workbook in the format of Excel (XLSX). Numbers are numbers; dates are ISO text, which no program shifts by a time
 * zone or reads in another order; what is not known says so. A text that a spreadsheet would run is made harmless.
 *
 * @param sheets names of at most 31 characters without `: \ / ? * [ ]`
 */
export async function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeXlsxFile(sheets.map(sheetOf)).toBuffer();
}
