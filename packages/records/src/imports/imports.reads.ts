import type { Instant, RejectionCode } from "@soundings/clinical";
import type { ExpressionBuilder, Selectable } from "kysely";
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

function filtered(connection: ReadConnection, { batchId, file, code }: SetAsideFilter) {
  let query = connection.query.selectFrom("set_aside_rows").where("state", "=", "open");
  if (batchId !== undefined) query = query.where("batch_id", "=", batchId);
  if (file !== undefined) query = query.where("file", "=", file);
  if (code !== undefined) query = query.where("code", "=", code);
  return query;
}

const COLUMNS = [
  "id",
  "batch_id",
  "file",
  "line",
  "column_name",
  "code",
  "message",
  "cells",
  "raw",
  "state",
] as const;

export function setAsideQuery(
  connection: ReadConnection,
  filter: SetAsideFilter,
  page: { readonly after: number; readonly limit: number },
) {
  return filtered(connection, filter)
    .select(COLUMNS)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit);
}

export function setAsideCountQuery(connection: ReadConnection, filter: SetAsideFilter) {
  return filtered(connection, filter).select((at) => at.fn.countAll<number>().as("count"));
}

type Row = Pick<Selectable<SetAsideTable>, (typeof COLUMNS)[number]>;

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
  };
}

/** Open set-aside rows in the order in which they were found, a page at a time. */
export async function setAsideRows(
  store: ReadStore,
  filter: SetAsideFilter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<SetAsidePage> {
  const { reader } = store;
  const after = Number(page.cursor ?? 0);
  return reader.snapshot(() => {
    const found = reader.all(setAsideQuery(reader, filter, { after, limit: page.limit + 1 })).map(entry);
    const rows = found.slice(0, page.limit);
    return {
      rows,
      total: reader.first(setAsideCountQuery(reader, filter))?.count ?? 0,
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
    const rows = store.reader.all(setAsideQuery(store.reader, filter, { after, limit: AT_ONCE }));
    for (const row of rows) yield entry(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** One set-aside row in any state, or null. */
export async function setAsideRow(store: ReadStore, id: string): Promise<StoredSetAside | null> {
  const query = store.reader.query.selectFrom("set_aside_rows").select(COLUMNS).where("id", "=", Number(id));
  const row = store.reader.first(query);
  return row === undefined ? null : entry(row);
}
