import type {
  ImportWarning,
  IncomingRow,
  IncomingValues,
  Instant,
  Problem,
  RecordKind,
  ZoneName,
} from "@soundings/clinical";
import { hasControlCharacter, isTooLong } from "../csv/limits.ts";
import { CellFault, type Clock, clockOf } from "./cell-format.ts";
import type { ClinicFile, Column } from "./define.ts";
import { clinicFileOf } from "./files.ts";

/**
 * Joins the values of key columns to the key of a record. No cell holds it (it is a control character), and since it sorts
 * before everything else, keys in code point order are in the order of their parts.
 */
const KEY_SEPARATOR = "\u001F";

/** The values of a row whose cells are well formed. */
export interface TakenCells {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Columns whose text is kept as given though its form is unusual. */
  readonly unusual: readonly Column[];
}

/** A column of the file at hand, with the place of its cell in a row. */
export interface PlacedColumn {
  readonly column: Column;
  readonly cell: number;
}

const NONE: readonly Column[] = [];

/**
 * Reads the cells of one row, in the order of `placed`; the first problem decides. Columns that are not placed get no
 * value, except key columns, whose absence means that they are empty.
 */
export function takeCells(
  file: ClinicFile,
  placed: readonly PlacedColumn[],
  cells: readonly string[],
  clock: Clock,
): TakenCells | Problem {
  const values: Record<string, unknown> = {};
  let unusual: Column[] | null = null;
  for (const { column, cell } of placed) {
    const given = (cells[cell] ?? "").trim();
    const value = cellValue(column, given, clock, values);
    if (value instanceof CellFault) return value.problemOf(column.name);
    if (column.place === null) values[column.property] = value;
    else placeValue(values, column, value);
    if (given !== "" && column.format.unusual(given)) {
      unusual ??= [];
      unusual.push(column);
    }
  }
  const problem = file.check?.(values, clock) ?? null;
  return problem ?? { key: keyOf(file, values), values, unusual: unusual ?? NONE };
}

const MISSING = new CellFault(
  "missing_value",
  (column) => `Fill in ${column}, which every row of this file needs.`,
);

function cellValue(
  column: Column,
  given: string,
  clock: Clock,
  values: Readonly<Record<string, unknown>>,
): unknown {
  if (given === "") return column.required ? MISSING : column.empty;
  return column.format.parse(given, clock, values);
}

function placeValue(values: Record<string, unknown>, column: Column, value: unknown): void {
  let places = values[column.property] as unknown[] | undefined;
  if (places === undefined) {
    places = Array.from({ length: 10 }, () => undefined);
    values[column.property] = places;
  }
  places[column.place ?? 0] = value;
}

function keyOf(file: ClinicFile, values: Record<string, unknown>): string {
  const parts: string[] = [];
  for (const name of file.key) {
    const column = file.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new RangeError(`${file.name} has no column ${name}`);
    values[column.property] ??= null;
    parts.push(String(values[column.property] ?? ""));
  }
  return parts.join(KEY_SEPARATOR);
}

/** Warnings for the texts of unusual form in one row. */
export function unusualWarnings(file: ClinicFile, line: number, unusual: readonly Column[]): ImportWarning[] {
  return unusual.map((column) => ({
    file: file.name,
    line,
    column: column.name,
    code: "unusual_value",
    message: `Check ${column.name}, which does not look like ${column.format.expects}; it is kept as given.`,
  }));
}

/** Where a row that was set aside stood, and what it is read with. */
export interface MendingContext {
  readonly zone: ZoneName;
  readonly now: Instant;
  /** The line that the row had in its file. */
  readonly line: number;
}

/** A mended row: taken, with what is unusual about it, or still with a problem. */
export type MendedRow<K extends RecordKind> =
  | { readonly taken: true; readonly row: IncomingRow<K>; readonly warnings: readonly ImportWarning[] }
  | { readonly taken: false; readonly problem: Problem };

/**
 * Reads the cells of one row that was set aside and has been mended, by column name, as the reader of its file would.
 * A column that is not among the cells leaves its value as it is; names that are no columns are ignored. Never throws.
 */
export function parseCells<K extends RecordKind>(
  kind: K,
  cells: Readonly<Record<string, string>>,
  context: MendingContext,
): MendedRow<K> {
  const file = clinicFileOf(kind);
  const given = file.columns.filter((column) => Object.hasOwn(cells, column.name));
  const lacking = file.columns.find((column) => column.required && !given.includes(column));
  const texts = given.map((column) => cells[column.name] ?? "");
  const placed = given.map((column, cell) => ({ column, cell }));
  const problem = lacking ? MISSING.problemOf(lacking.name) : textProblem(placed, texts);
  if (problem !== null) return { taken: false, problem };
  const taken = takeCells(file, placed, texts, clockOf(context.zone, context.now));
  if ("code" in taken) return { taken: false, problem: taken };
  const values = taken.values as IncomingValues<K>;
  return {
    taken: true,
    row: { kind, file: file.name, line: context.line, key: taken.key, values, cells },
    warnings: unusualWarnings(file, context.line, taken.unusual),
  };
}

function textProblem(placed: readonly PlacedColumn[], texts: readonly string[]): Problem | null {
  for (const { column, cell } of placed) {
    const fault = textFault(texts[cell] ?? "");
    if (fault !== null) return fault.problemOf(column.name);
  }
  return null;
}

function textFault(text: string): CellFault | null {
  if (hasControlCharacter(text)) return FORM_FAULTS.control_character;
  if (isTooLong(text)) return FORM_FAULTS.too_long;
  return text.includes("\uFFFD") ? FORM_FAULTS.bad_encoding : null;
}

/** What is wrong with the text of a cell before its form is looked at. */
export const FORM_FAULTS = {
  bad_encoding: new CellFault(
    "bad_encoding",
    (column) => `Enter ${column} again and save the file as UTF-8; some of its characters cannot be read.`,
  ),
  control_character: new CellFault(
    "control_character",
    (column) =>
      `Remove the invisible control character from ${column}; only tabs and line breaks may stand in a cell.`,
  ),
  too_long: new CellFault("too_long", (column) => `Shorten ${column} to at most 100,000 characters.`),
} as const;
