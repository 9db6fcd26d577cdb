import type { Instant, RejectionCode } from "@soundings/clinical";
import { type ExpressionBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { patientInScope } from "../access/conditions.ts";
import { EVERYONE, type PatientScope } from "../access/scope.ts";
import type { Schema } from "../schema.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { CountsByFile } from "./batches.ts";
import type { ImportBatchTable, SetAsideState, SetAsideTable } from "./imports.table.ts";

/** One reading of a folder, as it ended. */
export interface ImportBatch {
  readonly batchId: string;
  readonly source: string;
  readonly by: string;
  readonly at: Instant;
  readonly files: CountsByFile;
  /** Rows that were set aside, how many of them are not settled yet, and how many a later import settled. */
  readonly rejected: number;
  readonly open: number;
  readonly superseded: number;
  readonly warnings: number;
}

export function batchesQuery(connection: ReadConnection, limit: number) {
  const rowsIn = (
    at: ExpressionBuilder<Schema & { readonly b: ImportBatchTable }, "b">,
    state: SetAsideState,
  ) =>
    at
      .selectFrom("set_aside_rows as r")
      .select((row) => row.fn.countAll<number>().as("count"))
      .whereRef("r.batch_id", "=", "b.batch_id")
      .where("r.state", "=", state);
  return connection.query
    .selectFrom("import_batches as b")
    .select((at) => [
      "b.batch_id",
      "b.source",
      "b.started_by",
      "b.started_at",
      "b.files",
      "b.rejected",
      "b.warnings",
      rowsIn(at, "open").as("open"),
      rowsIn(at, "superseded").as("superseded"),
    ])
    .where("b.state", "=", "done")
    .orderBy("b.number", "desc")
    .limit(limit);
}

/** The imports that ended, the latest first. */
export async function importBatches(store: ReadStore, limit = 100): Promise<readonly ImportBatch[]> {
  return store.reader.all(batchesQuery(store.reader, limit)).map((row) => ({
    batchId: row.batch_id,
    source: row.source,
    by: row.started_by,
    at: row.started_at,
    files: JSON.parse(row.files) as CountsByFile,
    rejected: row.rejected,
    open: row.open ?? 0,
    superseded: row.superseded ?? 0,
    warnings: row.warnings,
  }));
}

/** A row that waits to be mended or dismissed. */
export interface StoredSetAside {
  readonly id: string;
  readonly batchId: string;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: RejectionCode;
  readonly message: string;
  readonly cells: Readonly<Record<string, string>> | null;
  readonly raw: string | null;
  readonly state: SetAsideState;
  /** Whether its values may be seen by whoever asked. */
  readonly shown: boolean;
}

/** Which rows; absent means all. Only open ones are listed. */
export interface SetAsideFilter {
  readonly batchId?: string | undefined;
  readonly file?: string | undefined;
  readonly code?: RejectionCode | undefined;
}

export interface SetAsidePage {
  readonly rows: readonly StoredSetAside[];
  /** How many rows the filter holds. */
  readonly total: number;
  /** Pass it back to see the next rows; null at the end. */
  readonly cursor: string | null;
}

/** Whose set-aside rows somebody may see: a row says what a clinic meant to record of a patient. */
export interface SetAsideAccess {
  /** Rows are listed whomever they name, without their values unless the rest allows it. */
  readonly everyRow: boolean;
  /** Values of every row, also of those that name no patient on record. */
  readonly everyValue: boolean;
  /** Values of the rows that name a patient in scope. */
  readonly scope: PatientScope;
}

/** The command line, which the system's own rights guard. */
export const WHOLE_LIST: SetAsideAccess = { everyRow: true, everyValue: true, scope: EVERYONE };

/** Whether the values of a row may be seen: it names a patient in scope. */
function isShown({ everyValue, scope }: SetAsideAccess) {
  if (everyValue) return sql<SqlBool>`true`;
  return sql<SqlBool>`exists (select 1 from "patients" as "p" where "p"."patient_id" = trim(json_extract("r"."cells", '$.patient_id')) and ${patientInScope(scope, "p.patient_id")})`;
}

function filtered(
  connection: ReadConnection,
  access: SetAsideAccess,
  { batchId, file, code }: SetAsideFilter,
) {
  let query = connection.query.selectFrom("set_aside_rows as r").where("r.state", "=", "open");
  if (batchId !== undefined) query = query.where("r.batch_id", "=", batchId);
  if (file !== undefined) query = query.where("r.file", "=", file);
  if (code !== undefined) query = query.where("r.code", "=", code);
  return access.everyRow || access.everyValue ? query : query.where(isShown(access));
}

const COLUMNS = [
  "r.id",
  "r.batch_id",
  "r.file",
  "r.line",
  "r.column_name",
  "r.code",
  "r.message",
  "r.cells",
  "r.raw",
  "r.state",
] as const;

export function setAsideQuery(
  connection: ReadConnection,
  access: SetAsideAccess,
  page: { readonly filter: SetAsideFilter; readonly after: number; readonly limit: number },
) {
  return filtered(connection, access, page.filter)
    .select(COLUMNS)
    .select(isShown(access).as("shown"))
    .where("r.id", ">", page.after)
    .orderBy("r.id")
    .limit(page.limit);
}

export function setAsideCountQuery(
  connection: ReadConnection,
  access: SetAsideAccess,
  filter: SetAsideFilter,
) {
  return filtered(connection, access, filter).select((at) => at.fn.countAll<number>().as("count"));
}

/** The open rows that somebody may see the values of, by import and file. */
export function setAsideByFileQuery(connection: ReadConnection, access: SetAsideAccess) {
  return filtered(connection, access, {})
    .select((at) => ["r.batch_id as batchId", "r.file", at.fn.countAll<number>().as("open")])
    .groupBy(["r.batch_id", "r.file"])
    .orderBy("r.batch_id")
    .orderBy("r.file");
}

type Row = Omit<Selectable<SetAsideTable>, "resolved_at" | "resolved_by" | "superseded_by"> & {
  readonly shown: SqlBool;
};

function entry(row: Row): StoredSetAside {
  return {
    id: String(row.id),
    batchId: row.batch_id,
    file: row.file,
    line: row.line,
    column: row.column_name,
    code: row.code,
    message: row.message,
    cells: row.cells === null ? null : (JSON.parse(row.cells) as Record<string, string>),
    raw: row.raw,
    state: row.state,
    shown: Boolean(row.shown),
  };
}

/** Open set-aside rows in the order in which they were found, a page at a time. */
export async function setAsideRows(
  store: ReadStore,
  access: SetAsideAccess,
  page: { readonly filter: SetAsideFilter; readonly cursor?: string | undefined; readonly limit: number },
): Promise<SetAsidePage> {
  const { reader } = store;
  const { filter } = page;
  const after = Number(page.cursor ?? 0);
  return reader.snapshot(() => {
    const found = reader
      .all(setAsideQuery(reader, access, { filter, after, limit: page.limit + 1 }))
      .map(entry);
    const rows = found.slice(0, page.limit);
    return {
      rows,
      total: reader.first(setAsideCountQuery(reader, access, filter))?.count ?? 0,
      cursor: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

/** Rows read at once when all are gone through. */
const AT_ONCE = 500;

/** Open set-aside rows in the order in which they were found, read from the disk as they are gone through. */
export function* iterateSetAside(store: ReadStore, filter: SetAsideFilter = {}): Generator<StoredSetAside> {
  let after = 0;
  for (;;) {
    const rows = store.reader.all(setAsideQuery(store.reader, WHOLE_LIST, { filter, after, limit: AT_ONCE }));
    for (const row of rows) yield entry(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Open rows by import and file that somebody may see. */
export function setAsideByFile(
  { reader }: ReadStore,
  access: SetAsideAccess,
): readonly { readonly batchId: string; readonly file: string; readonly open: number }[] {
  return reader.all(setAsideByFileQuery(reader, access));
}

/** One set-aside row in any state that somebody may see, or null. */
export function setAsideRow(store: ReadStore, access: SetAsideAccess, id: string): StoredSetAside | null {
  let query = store.reader.query
    .selectFrom("set_aside_rows as r")
    .select(COLUMNS)
    .select(isShown(access).as("shown"))
    .where("r.id", "=", Number(id));
  if (!access.everyRow) query = query.where(isShown(access));
  const row = store.reader.first(query);
  return row === undefined ? null : entry(row);
}
