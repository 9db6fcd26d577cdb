import { hash } from "node:crypto";
import { type Instant, RECORD_KINDS, type RecordKind } from "@soundings/clinical";
import { keyColumnsOf, keyOf } from "../kinds/shapes.ts";
import type { Bound, WriteConnection } from "../store/sqlite.ts";
import { kindNumber, type Staging } from "./staging.ts";

/** Rows a transaction. */
const AT_ONCE = 2_000;

/** Open rows by id, from after one to before this import's own. */
export const EARLIER_OPEN = `select "id", "file", "cells", "raw" from "set_aside_rows" where "state" = 'open' and "id" > ? and "id" < ? order by "id" limit ${AT_ONCE}`;

interface Superseding {
  readonly batchId: string;
  readonly by: string;
  readonly now: Instant;
}

/** A set-aside row as far as it can be recognized. */
interface Recognizable {
  readonly file: string;
  /** By column, in any order; null when the row could not be taken apart. */
  readonly cells: Readonly<Record<string, string>> | null;
  readonly raw: string | null;
}

function recognizable([file, cells, raw]: readonly Bound[]): Recognizable {
  return {
    file: String(file),
    cells:
      cells === null || cells === undefined ? null : (JSON.parse(String(cells)) as Record<string, string>),
    raw: raw === null || raw === undefined ? null : String(raw),
  };
}

/** The same for the same cells of the same file, whatever the order of its columns. */
function digestOf({ file, cells, raw }: Recognizable): string {
  const sorted =
    cells === null
      ? null
      : Object.keys(cells)
          .sort()
          .flatMap((name) => [name, cells[name]]);
  return hash("sha256", JSON.stringify([file, sorted, raw]), "base64");
}

/** Notes what this import has set aside. Only needed while earlier rows are open, so it is made then, and made anew after a crash. */
function* noteDigests({ connection }: Staging): Generator<void> {
  connection.exec(
    "DROP TABLE IF EXISTS digests; CREATE TABLE digests (digest TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
  );
  const page = connection.statement(
    `select id, file, cells, raw from set_aside where id > ? order by id limit ${AT_ONCE}`,
  );
  const note = connection.statement("insert or ignore into digests values (?)");
  for (let rows = page.all([0]); rows.length > 0; rows = page.all([rows.at(-1)?.[0] ?? null])) {
    connection.act(() => {
      for (const [, ...row] of rows) note.run([digestOf(recognizable(row))]);
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
 * the row cannot be taken apart or lacks an identifier.
 */
function keyOfCells(kind: RecordKind, cells: Recognizable["cells"]): string | null {
  const key: Record<string, string> = {};
  for (const { column, property, codec } of keyColumnsOf(kind)) {
    const cell = cells?.[column]?.trim() ?? "";
    if (cell === "" && codec !== "key") return null;
    key[property] = codec === "key" ? cell.toLowerCase() : cell;
  }
  return keyOf(kind, key);
}

/** Whether this import has a row set aside again, or has accepted a row with its key. */
function recognizer(staging: Staging): (row: Recognizable) => boolean {
  const kinds = kindsByFile(staging);
  const again = staging.connection.statement("select 1 from digests where digest = ?");
  const accepted = staging.connection.statement("select 1 from seen where kind = ? and key = ?");
  return (row) => {
    if (again.get([digestOf(row)]) !== undefined) return true;
    const kind = kinds.get(row.file);
    const key = kind === undefined ? null : keyOfCells(kind, row.cells);
    return kind !== undefined && key !== null && accepted.get([kindNumber(kind), key]) !== undefined;
  };
}

/**
 * Settles open rows of earlier imports that this import, when everything of it is in, leaves nothing to do about: those that
 * it set aside again (the newest stays open) and those whose key it took in. What it did not hold stays open. A portion a
 * transaction; doing it twice is the same as doing it once, so a cut-off import goes through them again.
 */
export function* supersede(
  writer: WriteConnection,
  staging: Staging,
  { batchId, by, now }: Superseding,
): Generator<void> {
  const own = writer
    .statement(`select min("id") from "set_aside_rows" where "batch_id" = ?`)
    .get([batchId])?.[0];
  const page = writer.statement(EARLIER_OPEN);
  const settle = writer.statement(
    `update "set_aside_rows" set "state" = 'superseded', "resolved_at" = ?, "resolved_by" = ?, "superseded_by" = ? where "id" = ?`,
  );
  const before = own ?? Number.MAX_SAFE_INTEGER;
  if (page.get([0, before]) === undefined) return;
  yield* noteDigests(staging);
  const isSettled = recognizer(staging);
  let after: Bound = 0;
  while (after !== null) {
    const from: Bound = after;
    after = writer.act(() => {
      const rows = page.all([from, before]);
      for (const [id, ...row] of rows) {
        if (isSettled(recognizable(row))) settle.run([now, by, batchId, id ?? null]);
      }
      return rows.at(-1)?.[0] ?? null;
    });
    yield;
  }
}
