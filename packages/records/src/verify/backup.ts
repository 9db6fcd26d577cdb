import { existsSync, renameSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { asStoreError, StoreError } from "../store/errors.ts";
import { checkDirectory, createPrivate, databaseFile, FILES, flush, removeDatabase } from "../store/files.ts";
import { lockImports, lockServer } from "../store/lock.ts";
import { checkOrigin, isBehind, versionOf } from "../store/migrate.ts";
import { type Purpose, setting } from "../store/site.ts";
import { copyDatabase, openReader, openWriter, type ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** A copy that was made and found whole. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly version: number;
}

function damaged(file: string): StoreError {
  return new StoreError("corrupt", `${file} is damaged and was not used. Try an earlier backup.`);
}

/** Throws a StoreError unless the file is a whole database that this program can use. */
function inspect<T>(file: string, work: (connection: ReadConnection) => T): T {
  let connection: ReadConnection;
  try {
    connection = openReader(file);
  } catch (error) {
    throw namedError(file, error);
  }
  try {
    checkOrigin(connection);
    if (connection.pragma("integrity_check") !== "ok") throw damaged(file);
    return work(connection);
  } catch (error) {
    throw namedError(file, error);
  } finally {
    connection.close();
  }
}

/** A failure said of the file at hand instead of the database in the data directory. */
function namedError(file: string, error: unknown): unknown {
  const known = asStoreError(error);
  if (!(known instanceof StoreError)) return known;
  if (known.code === "corrupt") return damaged(file);
  if (known.code !== "not_a_database") return known;
  return new StoreError(
    "not_a_database",
    `${file} is not a Soundings database. Name a file that soundings backup has written.`,
  );
}

/**
 * Copies the database, with everything committed so far, into one new file while it is in use, and checks the copy. Nothing
 * lies under the name before the copy is whole. Throws a StoreError: the file exists already, no such directory, not
 * writable, disk full.
 */
export async function backupStore(store: ReadStore, file: string): Promise<Backup> {
  const target = resolve(file);
  checkDirectory(dirname(target), "write");
  if (existsSync(target)) {
    throw new StoreError(
      "file_exists",
      `${file} exists already and was not touched. Name a file that is not there yet.`,
    );
  }
  const unfinished = `${target}.unfinished`;
  removeDatabase(unfinished);
  try {
    createPrivate(unfinished);
    await copyDatabase(databaseFile(store.dataDir), unfinished);
    const version = inspect(unfinished, versionOf);
    flush(unfinished);
    renameSync(unfinished, target);
    flush(dirname(target));
    return { file: target, bytes: statSync(target).size, version };
  } catch (error) {
    removeDatabase(unfinished);
    throw asStoreError(error);
  }
}

/** A database that was put in place, and where the one before it lies now. */
export interface Restored {
  readonly version: number;
  /** The next write or start brings it up to this program's version. */
  readonly needsMigration: boolean;
  /** null when there was none. */
  readonly previous: string | null;
}

function purposeOf(connection: ReadConnection): Purpose | null {
  return versionOf(connection) === 0 ? null : (setting(connection, "purpose") as Purpose | null);
}

/** A demo never takes the place of real patients, nor the reverse. A damaged present database says nothing. */
function checkSamePurpose(present: string, purpose: Purpose | null): void {
  const before = presentPurpose(present);
  if (before === null || purpose === null || before === purpose) return;
  throw new StoreError(
    "purpose_mismatch",
    before === "demo"
      ? "This data directory holds the demo clinic and the backup holds real patients. Name another directory with --data."
      : "This data directory holds real patients and the backup is of a demo clinic. Nothing was changed.",
  );
}

function presentPurpose(file: string): Purpose | null {
  if (!existsSync(file)) return null;
  try {
    return inspect(file, purposeOf);
  } catch {
    return null;
  }
}

/** Brings everything of the present database into its one file; one that cannot be opened is kept as it is. */
function settlePresent(file: string): void {
  try {
    const writer = openWriter(file);
    try {
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.pragma("journal_mode = DELETE");
    } finally {
      writer.close();
    }
  } catch (error) {
    const known = asStoreError(error);
    if (known instanceof StoreError && known.code === "locked") throw known;
  }
}

function replace(present: string, incoming: string, previous: string): string | null {
  const kept = existsSync(present) ? previous : null;
  if (kept !== null) {
    settlePresent(present);
    removeDatabase(kept);
    renameSync(present, kept);
  }
  removeDatabase(present);
  renameSync(incoming, present);
  flush(dirname(present));
  return kept;
}

/**
 * Puts a backup in the place of the database. The backup is checked first (whole, a Soundings database, not from a newer
 * version, of the same purpose); the database that it replaces is kept beside it. Throws a StoreError, and changes nothing,
 * when a server or an import runs on the directory, or the backup cannot be used.
 */
export async function restoreStore(dataDir: string, file: string): Promise<Restored> {
  checkDirectory(dataDir, "write");
  if (!existsSync(file)) {
    throw new StoreError(
      "no_such_file",
      `There is no file ${file}. Name a file that soundings backup has written.`,
    );
  }
  const server = lockServer(dataDir);
  try {
    const imports = lockImports(dataDir);
    try {
      return await replaceBy(dataDir, resolve(file));
    } finally {
      imports.release();
    }
  } finally {
    server.release();
  }
}

async function replaceBy(dataDir: string, file: string): Promise<Restored> {
  const present = databaseFile(dataDir);
  const found = inspect(file, (connection) => ({
    version: versionOf(connection),
    needsMigration: isBehind(connection),
    purpose: purposeOf(connection),
  }));
  checkSamePurpose(present, found.purpose);
  const incoming = `${present}.incoming`;
  removeDatabase(incoming);
  try {
    createPrivate(incoming);
    await copyDatabase(file, incoming);
    flush(incoming);
    const previous = replace(present, incoming, join(dataDir, FILES.previous));
    removeDatabase(join(dataDir, FILES.staging));
    return { version: found.version, needsMigration: found.needsMigration, previous };
  } catch (error) {
    removeDatabase(incoming);
    throw asStoreError(error);
  }
}
