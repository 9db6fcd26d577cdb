import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ImportWarning, RecordKind, SetAsideRow } from "@soundings/clinical";
import { RECORD_KINDS } from "@soundings/clinical";
import type { Fields } from "../kinds/shapes.ts";
import { StoreError, type StoreErrorCode } from "../store/errors.ts";
import { createPrivate, FILES, flush, removeDatabase } from "../store/files.ts";
import type { StoreKey } from "../store/key.ts";
import { type Bound, openScratch, type WriteConnection } from "../store/sqlite.ts";
import type { Place } from "../store/store.ts";

/**
 * The staging of an import: a scratch database beside the real one, so that memory stays small whatever a folder holds,
 * and so that nothing is written to the real one before every row has been judged.
 *
 * - `rows`: rows that will be created or updated, with the patient in whose transaction they go in;
 * - `seen`: the key of every row that was not rejected, with its place, patient and date;
 * - `screens`: what the rows of one screen agree on;
 * - `episode_spans`, `placement_spans`: the intervals as they will be, `line` set for those that the folder has;
 * - `set_aside`, `warnings`: what goes to the report.
 */
const TABLES = `
CREATE TABLE batch (batch_id TEXT NOT NULL) STRICT;
CREATE TABLE rows (
  seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, patient_id TEXT NOT NULL, vals TEXT NOT NULL,
  outcome TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, cells TEXT
) STRICT;
CREATE TABLE seen (
  kind INTEGER NOT NULL, key TEXT NOT NULL, seq INTEGER, line INTEGER NOT NULL, file TEXT NOT NULL,
  patient_id TEXT, date_column TEXT, day TEXT,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE screens (screen_id TEXT NOT NULL PRIMARY KEY, level TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE uncollected (seq INTEGER PRIMARY KEY, screen_id TEXT NOT NULL, key TEXT NOT NULL) STRICT;
CREATE TABLE episode_spans (
  episode_id TEXT NOT NULL PRIMARY KEY, patient_id TEXT NOT NULL, admitted_on TEXT NOT NULL, discharged_on TEXT NOT NULL,
  window_from TEXT NOT NULL, window_to TEXT NOT NULL, file TEXT, line INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE placement_spans (
  episode_id TEXT NOT NULL, started_on TEXT NOT NULL, ended_on TEXT NOT NULL, file TEXT, line INTEGER,
  PRIMARY KEY (episode_id, started_on)
) STRICT, WITHOUT ROWID;
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, column_name TEXT NOT NULL, code TEXT NOT NULL,
  message TEXT NOT NULL, cells TEXT, raw TEXT
) STRICT;
CREATE TABLE warnings (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, column_name TEXT NOT NULL, code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
`;

const INDEXES = `
CREATE INDEX IF NOT EXISTS rows_by_patient ON rows (patient_id, seq);
CREATE INDEX IF NOT EXISTS episode_spans_by_patient ON episode_spans (patient_id, admitted_on);
`;

/** Stands for the end of what has not ended. */
export const OPEN_END = "9999-12-31";

const UNREADABLE: ReadonlySet<StoreErrorCode> = new Set([
  "wrong_key",
  "key_missing",
  "not_encrypted",
  "not_a_database",
  "corrupt",
]);

export interface Staging {
  readonly connection: WriteConnection;
  readonly file: string;
}

export function kindNumber(kind: RecordKind): number {
  return RECORD_KINDS.indexOf(kind);
}

function stagingFile(dataDir: string): string {
  return join(dataDir, FILES.staging);
}

/** Starts an empty staging; what an earlier one left is thrown away. */
export function newStaging({ dataDir, key }: Place, batchId: string): Staging {
  const file = stagingFile(dataDir);
  removeDatabase(file);
  createPrivate(file);
  const connection = openScratch(file, key);
  connection.exec(TABLES);
  connection.statement("insert into batch values (?)").run([batchId]);
  connection.exec("BEGIN");
  return { connection, file };
}

/** The staging that was left of a batch, or null when it is not there or not of that batch. */
export function leftStaging({ dataDir, key }: Place, batchId: string): Staging | null {
  const file = stagingFile(dataDir);
  if (!existsSync(file)) return null;
  const connection = openLeft(file, key);
  if (connection === null) return null;
  const left = leftBatch(connection);
  if (left === batchId) return { connection, file };
  connection.close();
  return null;
}

/** What was staged with another key, or is damaged, is lost for its batch. */
function openLeft(file: string, key: StoreKey | null): WriteConnection | null {
  try {
    return openScratch(file, key);
  } catch (error) {
    if (error instanceof StoreError && UNREADABLE.has(error.code)) return null;
    throw error;
  }
}

function leftBatch(connection: WriteConnection): Bound {
  try {
    return connection.statement("select batch_id from batch").get([])?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Everything is judged: writes the staging to the disk, so that applying can go on after a crash. */
export function sealStaging({ connection, file }: Staging): void {
  connection.exec(INDEXES);
  connection.exec("COMMIT");
  flush(file);
}

export function discardStaging({ connection, file }: Staging): void {
  connection.close();
  removeDatabase(file);
}

/** Whether a staging lies there: of an import that is running, or was cut off. */
export function hasStaging(dataDir: string): boolean {
  return existsSync(stagingFile(dataDir));
}

/** Removes what a crash left, when nobody needs it. */
export function removeStaging(dataDir: string): void {
  removeDatabase(stagingFile(dataDir));
}

export function stageSetAside({ connection }: Staging, row: SetAsideRow): void {
  connection
    .statement(
      "insert into set_aside (file, line, column_name, code, message, cells, raw) values (?, ?, ?, ?, ?, ?, ?)",
    )
    .run([
      row.file,
      row.line,
      row.column,
      row.code,
      row.message,
      row.cells === null ? null : JSON.stringify(row.cells),
      row.raw,
    ]);
}

export function stageWarning({ connection }: Staging, warning: ImportWarning): void {
  connection
    .statement("insert into warnings (file, line, column_name, code, message) values (?, ?, ?, ?, ?)")
    .run([warning.file, warning.line, warning.column, warning.code, warning.message]);
}

/** An absent item of an assessment stands as this in the staging, because JSON knows no absent place. */
const ABSENT_ITEM = -1;

export function packValues(values: Fields): string {
  const items = values.items as readonly (number | null | undefined)[] | undefined;
  if (items === undefined) return JSON.stringify(values);
  const places = Array.from(items, (item) => (item === undefined ? ABSENT_ITEM : item));
  return JSON.stringify({ ...values, items: places });
}

export function unpackValues(text: string): Fields {
  const values = JSON.parse(text) as Record<string, unknown>;
  const items = values.items as readonly (number | null)[] | undefined;
  if (items === undefined) return values;
  return { ...values, items: items.map((item) => (item === ABSENT_ITEM ? undefined : item)) };
}
