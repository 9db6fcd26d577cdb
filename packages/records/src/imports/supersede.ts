import { hash } from "node:crypto";
import { RECORD_KINDS, type RecordKind } from "@soundings/clinical";
import { keyColumnsOf, keyOf } from "../kinds/shapes.ts";
import type { Bound, WriteConnection } from "../store/sqlite.ts";
import type { BatchProgress } from "./batches.ts";
import { kindNumber, type Staging } from "./staging.ts";

/** Rows a transaction. */
const AT_ONCE = 2_000;

/** Open rows by id, from after one to before this import's own. */
export const EARLIER_OPEN = `select "id", "file", "cells", "raw" from "set_aside_rows" where "state" = 'open' and "id" > ? and "id" < ? order by "id" limit ${AT_ONCE}`;

type Cells = Readonly<Record<string, string>>;

/** A set-aside row as it is stored: its cells as JSON, in the order of the file's columns, or else its text. */
interface Kept {
  readonly file: string;
  readonly cells: string | null;
  readonly raw: string | null;
}

function kept([file, cells, raw]: readonly Bound[]): Kept {
  const text = (value: Bound | undefined) => (value === null || value === undefined ? null : String(value));
  return { file: String(file), cells: text(cells), raw: text(raw) };
}

/** 96 bits: no two rows of any number of imports share them by chance, and half a million fit into the page cache. */
const DIGEST_LENGTH = 16;

function digestOf({ file, cells, raw }: Kept): string {
  return hash("sha256", `${file}\n${cells ?? ""}\n${raw ?? ""}`, "base64").slice(0, DIGEST_LENGTH);
}

/** The columns of each file of which this import has set a row aside. */
type ColumnsByFile = Map<string, readonly string[]>;

/** Notes what this import has set aside. Only needed while earlier rows are open: made then, and anew after a crash. */
function* noteDigests({ connection }: Staging, columns: ColumnsByFile): Generator<void> {
  connection.exec(
    "DROP TABLE IF EXISTS digests; CREATE TABLE digests (digest TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
  );
  const page = connection.statement(
    `select id, file, cells, raw from set_aside where id > ? order by id limit ${AT_ONCE}`,
  );
  const note = connection.statement("insert or ignore into digests values (?)");
  const noteRow = (row: Kept): void => {
    note.run([digestOf(row)]);
    if (row.cells === null || columns.has(row.file)) return;
    columns.set(row.file, Object.keys(JSON.parse(row.cells) as Cells));
  };
  for (let rows = page.all([0]); rows.length > 0; rows = page.all([rows.at(-1)?.[0] ?? null])) {
    connection.act(() => {
      for (const [, ...row] of rows) noteRow(kept(row));
    });
    yield;
  }
}

/** The kind of record of each file in which this import has accepted a row. */
function kindsByFile({ connection }: Staging): ReadonlyMap<string, RecordKind> {
  const first = connection.statement("select file from seen where kind = ? limit 1");
  return new Map(
    RECORD_KINDS.flatMap((kind) => {
      const file = first.get([kindNumber(kind)])?.[0];
      return file === undefined ? [] : [[String(file), kind] as const];
    }),
  );
}

/**
 * The key of a row that was set aside, as an accepted row's would be: identifiers as given, codes in lower case. Null when
 * the row lacks an identifier.
 */
function keyOfCells(kind: RecordKind, cells: Cells): string | null {
  const key: Record<string, string> = {};
  for (const { column, property, codec } of keyColumnsOf(kind)) {
    const cell = cells[column]?.trim() ?? "";
    if (cell === "" && codec !== "key") return null;
    key[property] = codec === "key" ? cell.toLowerCase() : cell;
  }
  return keyOf(kind, key);
}

/** Cells in another order of the same columns, as they would be stored; null when the columns are others. */
function reordered(cells: Cells, columns: readonly string[]): string | null {
  const isSame =
    Object.keys(cells).length === columns.length && columns.every((name) => Object.hasOwn(cells, name));
  return isSame ? JSON.stringify(cells, [...columns]) : null;
}

/** Whether this import has a row set aside again, or has accepted a row with its key. */
function recognizer(staging: Staging, columns: ColumnsByFile): (row: Kept) => boolean {
  const kinds = kindsByFile(staging);
  const noted = staging.connection.statement("select 1 from digests where digest = ?");
  const seen = staging.connection.statement("select 1 from seen where kind = ? and key = ?");

  const isAgain = (row: Kept): boolean => noted.get([digestOf(row)]) !== undefined;
  const isAgainReordered = (row: Kept, given: Cells): boolean => {
    const cells = reordered(given, columns.get(row.file) ?? []);
    return cells !== null && cells !== row.cells && isAgain({ ...row, cells });
  };
  const isAccepted = (row: Kept, given: Cells): boolean => {
    const kind = kinds.get(row.file);
    const key = kind === undefined ? null : keyOfCells(kind, given);
    return kind !== undefined && key !== null && seen.get([kindNumber(kind), key]) !== undefined;
  };
  return (row) => {
    if (isAgain(row)) return true;
    if (row.cells === null) return false;
    const given = JSON.parse(row.cells) as Cells;
    return isAccepted(row, given) || isAgainReordered(row, given);
  };
}

/**
 * Settles open rows of earlier imports that this import, when everything of it is in, leaves nothing to do about: those that
 * it set aside again (the newest stays open) and those whose key it took in. What it did not hold stays open. A portion a
 * transaction; doing it twice is the same as doing it once, so a cut-off import goes through them again.
 */
export function* supersede(writer: WriteConnection, staging: Staging, batch: BatchProgress): Generator<void> {
  const own = writer
    .statement(`select min("id") from "set_aside_rows" where "batch_id" = ?`)
    .get([batch.batch_id])?.[0];
  const page = writer.statement(EARLIER_OPEN);
  const settle = writer.statement(
    `update "set_aside_rows" set "state" = 'superseded', "superseded_by" = ? where "id" = ?`,
  );
  const before = own ?? Number.MAX_SAFE_INTEGER;
  if (page.get([0, before]) === undefined) return;
  const columns: ColumnsByFile = new Map();
  yield* noteDigests(staging, columns);
  const isSettled = recognizer(staging, columns);
  const settlePortion = (after: Bound): Bound => {
    const rows = page.all([after, before]);
    for (const [id, ...row] of rows) {
      if (isSettled(kept(row))) settle.run([batch.number, id ?? null]);
    }
    return rows.at(-1)?.[0] ?? null;
  };
  let after: Bound = 0;
  while (after !== null) {
    const from: Bound = after;
    // One transaction of the staging too: taking its lock for each row costs more than the row.
    after = writer.act(() => staging.connection.snapshot(() => settlePortion(from)));
    yield;
  }
}
