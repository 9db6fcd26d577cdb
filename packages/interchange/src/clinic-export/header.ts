import type { Problem } from "@soundings/clinical";
import type { CsvRecord } from "../csv/records.ts";
import type { PlacedColumn } from "./cells.ts";
import type { ClinicFile } from "./define.ts";
import { PROBLEM_COLUMN } from "./set-aside-csv.ts";

/** How the rows of one file lie, as its header says. */
export interface Header {
  /** The name of each cell: a column of the contract in its own spelling, else as given. */
  readonly names: readonly string[];
  /** The columns that the file has, in the order of the contract. */
  readonly placed: readonly PlacedColumn[];
  readonly unknown: readonly string[];
  /** Whether the file is a list of set-aside rows, whose formulas were made harmless. */
  readonly setAside: boolean;
  /** Why no row of the file can be taken; else null. */
  readonly problem: Problem | null;
  /** Whether the header may have swallowed rows: its lines end with a carriage return alone, or it could not be read. */
  readonly mayHoldRows: boolean;
}

/** Reads the header of a file: any order, any case, unknown columns told apart. */
export function readHeader(file: ClinicFile, record: CsvRecord): Header {
  const names = (record.cells ?? []).map((name) => spelled(file, name.trim()));
  const placed: PlacedColumn[] = [];
  for (const column of file.columns) {
    const cell = names.indexOf(column.name);
    if (cell >= 0) placed.push({ column, cell });
  }
  const known = new Set(file.columns.map((column) => column.name));
  return {
    names,
    placed,
    unknown: names.filter((name) => !known.has(name)),
    setAside: names.includes(PROBLEM_COLUMN),
    problem: unreadable(record) ?? oldLineEnds(record) ?? repeated(names, known) ?? lacking(file, names),
    mayHoldRows: record.defect !== null || oldLineEnds(record) !== null,
  };
}

function spelled(file: ClinicFile, name: string): string {
  const lower = name.toLowerCase();
  const isColumn = lower === PROBLEM_COLUMN || file.columns.some((column) => column.name === lower);
  return isColumn ? lower : name;
}

const UTF_16_MARK = /^\uFFFD\uFFFD/;

function unreadable(record: CsvRecord): Problem | null {
  if (record.defect?.code === "bad_encoding" && UTF_16_MARK.test(record.raw)) {
    return { column: "", code: "bad_encoding", message: "Save the file as UTF-8; it looks like UTF-16." };
  }
  if (record.cells !== null) return null;
  return {
    column: "",
    code: record.defect?.code ?? "wrong_columns",
    message:
      "Mend the header row; its quotes do not match or it is too long, so that no row below it can be read.",
  };
}

const CARRIAGE_RETURN_INSIDE = /\r(?!\n|$)/;

function oldLineEnds(record: CsvRecord): Problem | null {
  const swallowed = record.cells?.some((name) => CARRIAGE_RETURN_INSIDE.test(name)) ?? false;
  if (!swallowed) return null;
  return {
    column: "",
    code: "wrong_columns",
    message: "Save the file with line feeds at the ends of its lines; they end with a carriage return alone.",
  };
}

function repeated(names: readonly string[], known: ReadonlySet<string>): Problem | null {
  const column = names.find((name, cell) => known.has(name) && names.indexOf(name) !== cell);
  if (column === undefined) return null;
  const message = `Keep one column ${column} in the header, which has it twice, and import the file again.`;
  return { column, code: "wrong_columns", message };
}

function lacking(file: ClinicFile, names: readonly string[]): Problem | null {
  const column = file.columns.find((candidate) => candidate.required && !names.includes(candidate.name));
  if (column === undefined) return null;
  const separator = names.length === 1 ? otherSeparator(names[0] ?? "") : null;
  const advice =
    separator === null
      ? `Add the column ${column.name} to the header and fill it in`
      : `Save the file with commas between the cells instead of ${separator}`;
  return {
    column: column.name,
    code: "missing_value",
    message: `${advice}; ${file.name} needs ${column.name} in every row.`,
  };
}

function otherSeparator(header: string): string | null {
  if (header.includes(";")) return "semicolons";
  return header.includes("\t") ? "tabs" : null;
}
