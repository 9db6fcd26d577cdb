import { renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasStaging } from "../imports/staging.ts";
import { type KeyedFile, withSource, writeOut } from "../store/copy.ts";
import { beginningOf, keyIfEncrypted } from "../store/encryption.ts";
import { expecting, StoreError } from "../store/errors.ts";
import { createPrivate, databaseFile, FILES, flush, keptDatabases, removeDatabase } from "../store/files.ts";
import type { Handle } from "../store/handle.ts";
import type { StoreKey } from "../store/key.ts";
import { lockCreation, lockImports, lockServer } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import type { Place } from "../store/store.ts";
import { inspect } from "./inspect.ts";

/** A change of the key, or of whether there is one. */
export interface Rekeying extends Place {
  /** The new key; null takes the encryption away. */
  readonly to: StoreKey | null;
}

export interface Rekeyed {
  readonly wasEncrypted: boolean;
  readonly encrypted: boolean;
  readonly bytes: number;
  /** Databases that restores have kept, by name: they keep the encryption and the key that they had. */
  readonly kept: readonly { readonly name: string; readonly encrypted: boolean }[];
}

type Reading = (sql: string) => readonly (readonly unknown[])[];

/** What a copy must have in common with its source: marks, schema, and how many rows each table has. */
function outlineOf(read: Reading, schema: string): string {
  const parts = read(`select type, name, sql from ${schema}.sqlite_schema order by type, name`);
  const tables = parts.filter(([type]) => type === "table").map(([, name]) => String(name));
  return JSON.stringify([
    read(`pragma ${schema}.application_id`),
    read(`pragma ${schema}.user_version`),
    parts,
    tables.map((name) => read(`select count(*) from ${schema}."${name}"`)),
  ]);
}

function inUse(): StoreError {
  return new StoreError(
    "locked",
    "Another program has the database open. Nothing was changed. Wait until it has finished, then try again.",
  );
}

/** Brings everything committed into the one file, and keeps everybody else out of it until the connection is closed. */
function holdSource(handle: Handle): void {
  handle.pragma("source.wal_checkpoint(TRUNCATE)");
  if (handle.pragma("source.journal_mode = DELETE", { simple: true }) !== "delete") throw inUse();
  // After the change of the journal, so that its own journal is gone before the copy takes the place.
  handle.pragma("source.locking_mode = EXCLUSIVE");
  handle.exec("BEGIN EXCLUSIVE; COMMIT");
  if (handle.pragma("source.journal_mode", { simple: true }) !== "delete") throw inUse();
}

function checkWhole(handle: Handle, copy: KeyedFile): void {
  const source: Reading = (sql) => handle.prepare(sql).raw(true).all() as unknown[][];
  const same = inspect(copy, (connection) => {
    const written: Reading = (sql) => connection.statement(sql).all([]);
    return outlineOf(written, "main") === outlineOf(source, "source");
  });
  if (same) return;
  throw new StoreError(
    "corrupt",
    "The copy with the new key was not like the database. Nothing was changed. Run soundings verify, then try again.",
  );
}

/** At every moment there is a whole database under the name: with the old key, then with the new one. */
function exchange({ dataDir, key, to }: Rekeying): void {
  const present: KeyedFile = { file: databaseFile(dataDir), key };
  const copy: KeyedFile = { file: join(dataDir, FILES.rekeyed), key: to };
  removeDatabase(copy.file);
  createPrivate(copy.file);
  try {
    expecting(() =>
      withSource(present, copy, "alone", (handle) => {
        holdSource(handle);
        writeOut(handle, copy.file);
        checkWhole(handle, copy);
        flush(copy.file);
        renameSync(copy.file, present.file);
        flush(dataDir);
      }),
    );
  } catch (error) {
    removeDatabase(copy.file);
    throw error;
  }
}

function checkChange({ key, to }: Rekeying): void {
  const same = key === null || to === null ? key === to : key.equals(to);
  if (!same) return;
  throw new StoreError(
    "bad_key",
    key === null
      ? "The database is not encrypted, or no key was given. Nothing was changed."
      : "The new key is the one given as the present key. Nothing was changed. Make another with soundings new-key FILE.",
  );
}

/** Finishes, or gives up, an import that a crash cut off: its rows lie in a scratch database with the old key. */
function settle({ dataDir, key }: Rekeying): void {
  openStore({ dataDir, key, access: "write" }).close();
}

function checkSettled(dataDir: string): void {
  if (!hasStaging(dataDir)) return;
  throw new StoreError(
    "import_running",
    "An import was cut off just now. Nothing was changed. Try again: it is finished first.",
  );
}

/** Nobody else writes, imports or makes a database while `work` is done. */
function alone(asked: Rekeying, work: () => void): void {
  const imports = lockImports(asked.dataDir);
  try {
    const creation = lockCreation(asked.dataDir);
    try {
      work();
    } finally {
      creation.release();
    }
  } finally {
    imports.release();
  }
}

/**
 * Encrypts a plain database, gives an encrypted one another key, or takes the encryption away. The database is written anew
 * beside its place, compared with what was there (integrity, schema, rows of each table) and moved there in one step: a
 * crash at any moment leaves a database that opens with the old or with the new key.
 * @throws StoreError, and changes nothing: a server or an import runs, the present key is wrong, the new one is the same, the
 * database is damaged or in use, the disk is full.
 */
export function rekeyStore({ dataDir, key: given, to }: Rekeying): Rekeyed {
  const server = lockServer(dataDir);
  // A plain database needs no key: the new one may be set for every command already.
  const key = keyIfEncrypted(databaseFile(dataDir), given);
  const asked = { dataDir, key, to };
  try {
    checkChange(asked);
    settle(asked);
    alone(asked, () => {
      checkSettled(dataDir);
      exchange(asked);
    });
  } finally {
    server.release();
  }
  return {
    wasEncrypted: key !== null,
    encrypted: to !== null,
    bytes: statSync(databaseFile(dataDir)).size,
    kept: keptDatabases(dataDir).map((name) => ({
      name,
      encrypted: beginningOf(join(dataDir, name)) === "encrypted",
    })),
  };
}
