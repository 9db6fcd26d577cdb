import type { FileHandle } from "node:fs/promises";
import type {
  ImportWarning,
  IncomingRow,
  IncomingValues,
  Problem,
  RecordKind,
  SetAsideRow,
} from "@soundings/clinical";
import { MAX_RAW_CHARACTERS } from "../csv/limits.ts";
import { type CsvDefect, type CsvRecord, readCsvRecords } from "../csv/records.ts";
import type { CellFault, Clock } from "./cell-format.ts";
import { FORM_FAULTS, takeCells, unusualWarnings } from "./cells.ts";
import type { ClinicFile } from "./define.ts";
import { restoreFormula } from "./formula.ts";
import { type Header, readHeader } from "./header.ts";
import { PROBLEM_COLUMN } from "./set-aside-csv.ts";

/** How far one file has been read, in bytes; `done` once, at its end. */
export interface FileProgress {
  readonly type: "file";
  readonly file: string;
  readonly kind: RecordKind;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly done: boolean;
}

/** What comes out of a clinic export as it is read. */
export type ClinicFolderEvent =
  | { readonly type: "row"; readonly row: IncomingRow }
  | { readonly type: "rejected"; readonly row: SetAsideRow }
  | { readonly type: "warning"; readonly warning: ImportWarning }
  | FileProgress;

/** One open file of the export. */
export interface OpenFile {
  readonly file: ClinicFile;
  readonly handle: FileHandle;
  readonly bytesTotal: number;
}

/** Reads one file in batches of events. `clock` is asked for before each batch, so that it may change in between. */
export async function* readClinicFile(
  open: OpenFile,
  clock: () => Clock,
): AsyncGenerator<readonly ClinicFolderEvent[]> {
  const { file, handle, bytesTotal } = open;
  const progress = { type: "file", file: file.name, kind: file.kind, bytesTotal } as const;
  yield [{ ...progress, bytesRead: 0, done: false }];
  let reader: RowReader | null = null;
  for await (const batch of readCsvRecords(handle)) {
    const events: ClinicFolderEvent[] = [];
    let records = batch.records;
    if (reader === null && records[0] !== undefined) {
      reader = new RowReader(file, records[0], events);
      records = records.slice(1);
    }
    if (reader !== null) reader.read(records, clock(), events);
    const bytesRead = Math.min(batch.bytesRead, bytesTotal);
    events.push({ ...progress, bytesRead, done: false });
    yield events;
  }
  const last: ClinicFolderEvent[] = [{ ...progress, bytesRead: bytesTotal, done: true }];
  yield [...(reader?.swallowed() ?? []), ...last];
}

/** Turns the records of one file into events. */
class RowReader {
  readonly #file: ClinicFile;
  readonly #header: Header;
  readonly #first: CsvRecord;
  #rows = 0;

  constructor(file: ClinicFile, first: CsvRecord, events: ClinicFolderEvent[]) {
    const header = readHeader(file, first);
    this.#file = file;
    this.#header = header;
    this.#first = first;
    if (header.problem !== null) return;
    for (const name of header.unknown) {
      const warning = { file: file.name, line: 1, column: name.slice(0, 200), ...unknownColumn(name) };
      events.push({ type: "warning", warning });
    }
  }

  /** A header that may have swallowed the rows, with none below it, is set aside itself: nothing is dropped in silence. */
  swallowed(): readonly ClinicFolderEvent[] {
    const { problem, mayHoldRows } = this.#header;
    if (problem === null || !mayHoldRows || this.#rows > 0) return [];
    return [{ type: "rejected", row: this.#setAside(this.#first, null, problem) }];
  }

  read(records: readonly CsvRecord[], clock: Clock, events: ClinicFolderEvent[]): void {
    this.#rows += records.length;
    for (const record of records) this.#readRecord(record, clock, events);
  }

  #readRecord(record: CsvRecord, clock: Clock, events: ClinicFolderEvent[]): void {
    const { name, kind } = this.#file;
    const header = this.#header;
    const given = header.setAside ? (record.cells?.map(restoreFormula) ?? null) : record.cells;
    const problem = header.problem ?? this.#formProblem(record);
    if (problem !== null || given === null) {
      events.push({ type: "rejected", row: this.#setAside(record, given, problem ?? this.#misquoted("")) });
      return;
    }
    const taken = takeCells(this.#file, header.placed, given, clock);
    if ("code" in taken) {
      events.push({ type: "rejected", row: this.#setAside(record, given, taken) });
      return;
    }
    const values = taken.values as IncomingValues<RecordKind>;
    const cells = this.#named(given);
    events.push({ type: "row", row: { kind, file: name, line: record.line, key: taken.key, values, cells } });
    for (const warning of unusualWarnings(this.#file, record.line, taken.unusual)) {
      events.push({ type: "warning", warning });
    }
  }

  #formProblem(record: CsvRecord): Problem | null {
    if (record.defect !== null) return this.#defectProblem(record.defect);
    const found = record.cells?.length ?? 0;
    const expected = this.#header.names.length;
    return found === expected ? null : this.#miscounted(String(found));
  }

  #defectProblem({ code, cell }: CsvDefect): Problem {
    const column = this.#header.names[cell] ?? "";
    if (code === "bad_quoting") return this.#misquoted(column);
    if (code === "wrong_columns") return this.#miscounted("far more");
    const fault: CellFault = FORM_FAULTS[code];
    return { ...fault.problemOf(column === "" ? "the cell" : column), column };
  }

  #misquoted(column: string): Problem {
    const where = column === "" ? "in this row" : `at or after ${column}`;
    const message = `Mend the quotes ${where}: a cell with a comma, a quote or a line break stands between two quotes, and a quote inside it is doubled.`;
    return { column, code: "bad_quoting", message };
  }

  #miscounted(found: string): Problem {
    const expected = this.#header.names.length;
    const message = `Give this row ${expected} cells, as the header has, instead of ${found}; a value with a comma in it needs quotes around it.`;
    return { column: "", code: "wrong_columns", message };
  }

  #setAside(record: CsvRecord, given: readonly string[] | null, problem: Problem): SetAsideRow {
    const aligned = given !== null && given.length === this.#header.names.length;
    const cells = aligned ? this.#named(given) : null;
    const raw = cells === null ? record.raw.slice(0, MAX_RAW_CHARACTERS) : null;
    return { file: this.#file.name, line: record.line, ...problem, cells, raw };
  }

  #named(given: readonly string[]): Record<string, string> {
    const cells: Record<string, string> = {};
    const { names, setAside } = this.#header;
    for (let place = 0; place < names.length; place += 1) {
      const name = names[place] ?? "";
      if (!(setAside && name === PROBLEM_COLUMN)) cells[name] = given[place] ?? "";
    }
    return cells;
  }
}

function unknownColumn(name: string): Pick<ImportWarning, "code" | "message"> {
  if (name === PROBLEM_COLUMN) {
    const message =
      "The column problem is ignored; apostrophes that a list of set-aside rows put before = + - @ are taken away.";
    return { code: "unknown_column", message };
  }
  return {
    code: "unknown_column",
    message: "Rename or remove this column, which the clinic export does not have; it is ignored.",
  };
}
