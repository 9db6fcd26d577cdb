import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { present as now } from "../store/clock.ts";
import { copyDatabase, type KeyedFile } from "../store/copy.ts";
import { beginningOf, keyIfEncrypted } from "../store/encryption.ts";
import { asStoreError, StoreError } from "../store/errors.ts";
import {
  checkDatabaseFile,
  checkDirectory,
  checkRemovable,
  createPrivate,
  databaseFile,
  FILES,
  flush,
  KEPT_PREFIX,
  removeDatabase,
  unsettledFile,
} from "../store/files.ts";
import { holdDatabase } from "../store/hold.ts";
import type { StoreKey } from "../store/key.ts";
import { lockImports, lockServer } from "../store/lock.ts";
import { isBehind, versionOf } from "../store/migrate.ts";
import { type Purpose, setting } from "../store/site.ts";
import { openReader } from "../store/sqlite.ts";
import { checkGiven, inspect } from "./inspect.ts";
import { type RestoredPeople, shutOutInCopy } from "./restored-people.ts";
import { abandonUnfinished } from "./unfinished.ts";

/** A database that was put in place, and where the one before it lies now. */
export interface Restored {
  readonly version: number;
  /** The next write or start brings it up to this program's version. */
  readonly needsMigration: boolean;
  /** With the key that was given for the data directory. */
  readonly encrypted: boolean;
  /** Whether the backup is; the file stays as it is. */
  readonly backupEncrypted: boolean;
  /** null when there was none. */
  readonly previous: string | null;
  /** The database that is kept keeps its own encryption. */
  readonly previousEncrypted: boolean;
  /** Who may come in: nobody is signed in, and who is disabled stays disabled. */
  readonly people: RestoredPeople;
}

/** The key of the data directory, and the backup's own when it was made with another one. */
export interface RestoreKeys {
  readonly key?: StoreKey | null;
  readonly backupKey?: StoreKey | null;
}

const UNREADABLE: ReadonlySet<string> = new Set(["corrupt", "not_a_database"]);

function isUnreadable(error: unknown): boolean {
  return error instanceof StoreError && UNREADABLE.has(error.code);
}

/** Whether a file looks like a database, plain or encrypted. */
function isDatabase(file: string): boolean {
  const beginning = beginningOf(file);
  return beginning === "plain" || beginning === "encrypted";
}

/** What the present database is for; null when there is none, or when it is too damaged to say. */
function presentPurpose({ file, key }: KeyedFile): Purpose | null {
  if (!isDatabase(file)) return null;
  try {
    const reader = openReader(file, key);
    try {
      return versionOf(reader) === 0 ? null : (setting(reader, "purpose") as Purpose | null);
    } finally {
      reader.close();
    }
  } catch (error) {
    const known = asStoreError(error);
    if (known instanceof StoreError && !isUnreadable(known)) throw known;
    return null;
  }
}

/** A demo never takes the place of real patients, nor the reverse. A damaged present database says nothing. */
function checkSamePurpose(before: Purpose | null, purpose: Purpose | null): void {
  if (before === null || purpose === null || before === purpose) return;
  throw new StoreError(
    "purpose_mismatch",
    before === "demo"
      ? "This data directory holds the demo clinic and the backup holds real patients. Name another directory with --data."
      : "This data directory holds real patients and the backup is of a demo clinic. Nothing was changed.",
  );
}

function unsettled(file: string): StoreError {
  return new StoreError(
    "corrupt",
    `The present database cannot be opened, and ${file} beside it may hold records of it. Nothing was changed. Move soundings.db and the files that begin with its name to a safe place together, then restore again.`,
  );
}

/** Throws a StoreError when what lies beside an unreadable database would be lost with it. */
function checkNothingBeside(present: string): void {
  const beside = unsettledFile(present);
  if (beside !== null) throw unsettled(beside);
}

/** Whether the present database can be read; looked at without writing, so that what lies beside it stays. */
function isReadable({ file, key }: KeyedFile): boolean {
  if (!isDatabase(file)) return false;
  try {
    const reader = openReader(file, key);
    try {
      reader.statement("select count(*) from sqlite_schema").get([]);
      return true;
    } finally {
      reader.close();
    }
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

/** Everything committed is in the one file, and nobody else is in it, until it is released. */
function settle(present: KeyedFile): () => void {
  const nothing = (): void => undefined;
  if (!isReadable(present)) {
    checkNothingBeside(present.file);
    return nothing;
  }
  try {
    const release = holdDatabase(present.file, present.key);
    if (release !== null) return release;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    checkNothingBeside(present.file);
    return nothing;
  }
  throw new StoreError(
    "locked",
    "Another program has the database open. Nothing was changed. Wait until it has finished, then try again.",
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

/** Gives a file a second name; where the file system knows no second names, a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    const unfinished = `${to}.unfinished`;
    rmSync(unfinished, { force: true });
    copyFileSync(from, unfinished);
    flush(unfinished);
    renameSync(unfinished, to);
  }
}

/** Keeps the present database under a name that nothing has yet; null when there is none. */
function keep(present: string): string | null {
  if (!existsSync(present)) return null;
  const stamp = now().replace(/[-:]|\.\d+/g, "");
  for (let count = 1; ; count += 1) {
    const name = `${KEPT_PREFIX}-${stamp}${count === 1 ? "" : `-${count}`}.db`;
    const kept = join(dirname(present), name);
    if (existsSync(kept)) continue;
    try {
      linkOrCopy(present, kept);
      return kept;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** At every moment there is a whole database under the name: the present one, then the incoming one. */
function replace(present: KeyedFile, incoming: string): string | null {
  const { file } = present;
  const release = settle(present);
  try {
    const kept = keep(file);
    flush(dirname(file));
    for (const tail of ["-wal", "-shm", "-journal"]) rmSync(file + tail, { force: true });
    renameSync(incoming, file);
    flush(dirname(file));
    return kept;
  } finally {
    release();
  }
}

/**
 * The present database with the key that opens it. One that does not open with the key, and looks encrypted, may be whole:
 * it is not replaced.
 */
function presentDatabase(dataDir: string, key: StoreKey | null): KeyedFile {
  const file = databaseFile(dataDir);
  if (existsSync(file)) checkDatabaseFile(file, "write");
  return { file, key: keyIfEncrypted(file, key) };
}

function backupAt(file: string, { key = null, backupKey = null }: RestoreKeys): KeyedFile {
  return { file, key: backupKey ?? keyIfEncrypted(file, key) };
}

function presentPurposeOrAdvice(present: KeyedFile): Purpose | null {
  try {
    return presentPurpose(present);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "wrong_key") throw error;
    throw new StoreError(
      "wrong_key",
      "The present soundings.db does not open: the key is wrong or the file is damaged, and an encrypted file cannot say which. Nothing was changed. Give the right key; if this is it, move soundings.db and the files that begin with its name to a safe place together, then restore again.",
      { cause: error },
    );
  }
}

async function replaceBy(dataDir: string, file: string, keys: RestoreKeys): Promise<Restored> {
  const { key = null } = keys;
  const present = presentDatabase(dataDir, key);
  const staging = join(dataDir, FILES.staging);
  checkRemovable(staging);
  const backup = backupAt(file, keys);
  const found = inspect(backup, (connection) => ({
    version: versionOf(connection),
    needsMigration: isBehind(connection),
    purpose: setting(connection, "purpose") as Purpose | null,
  }));
  checkSamePurpose(presentPurposeOrAdvice(present), found.purpose);
  const incoming = { file: join(dataDir, FILES.incoming), key };
  removeDatabase(incoming.file);
  try {
    createPrivate(incoming.file);
    await copyDatabase(backup, incoming);
    abandonUnfinished(incoming);
    const people = shutOutInCopy(incoming, present, now());
    flush(incoming.file);
    const previousEncrypted = beginningOf(present.file) === "encrypted";
    const previous = replace(present, incoming.file);
    removeDatabase(staging);
    return {
      version: found.version,
      needsMigration: found.needsMigration,
      encrypted: key !== null,
      backupEncrypted: backup.key !== null,
      previous,
      previousEncrypted,
      people,
    };
  } catch (error) {
    removeDatabase(incoming.file);
    throw asStoreError(error);
  }
}

/**
 * Puts a backup in the place of the database. The backup is checked first (whole, with the schema of Soundings, not from a
 * newer version, of the same purpose); the database that it replaces is kept beside it under a new name, encrypted or plain
 * as it was. The result has the key of the data directory, whatever the backup was encrypted with. Imports that were under
 * way when the backup was made are marked as abandoned; every sign-in of the backup has ended, its links are withdrawn, and
 * who is disabled in the database that is replaced stays disabled. Throws a StoreError, and changes nothing, when a server or an import
 * runs on the directory, or the backup, or a key, cannot be used.
 */
export async function restoreStore(dataDir: string, file: string, keys: RestoreKeys = {}): Promise<Restored> {
  checkDirectory(dataDir, "write");
  checkGiven(file);
  const server = lockServer(dataDir);
  try {
    const imports = lockImports(dataDir);
    try {
      return await replaceBy(dataDir, resolve(file), keys);
    } finally {
      imports.release();
    }
  } finally {
    server.release();
  }
}
