import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { present as now } from "../store/clock.ts";
import { asStoreError, StoreError } from "../store/errors.ts";
import {
  beginsAsDatabase,
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
import { lockImports, lockServer } from "../store/lock.ts";
import { isBehind, versionOf } from "../store/migrate.ts";
import { type Purpose, setting } from "../store/site.ts";
import { copyDatabase, holdDatabase, openReader } from "../store/sqlite.ts";
import { checkGiven, inspect } from "./inspect.ts";
import { abandonUnfinished } from "./unfinished.ts";

/** A database that was put in place, and where the one before it lies now. */
export interface Restored {
  readonly version: number;
  /** The next write or start brings it up to this program's version. */
  readonly needsMigration: boolean;
  /** null when there was none. */
  readonly previous: string | null;
}

const UNREADABLE: ReadonlySet<string> = new Set(["corrupt", "not_a_database"]);

function isUnreadable(error: unknown): boolean {
  return error instanceof StoreError && UNREADABLE.has(error.code);
}

/** What the present database is for; null when there is none, or when it is too damaged to say. */
function presentPurpose(file: string): Purpose | null {
  if (!existsSync(file) || !beginsAsDatabase(file)) return null;
  try {
    const reader = openReader(file);
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
function isReadable(present: string): boolean {
  if (!beginsAsDatabase(present)) return false;
  try {
    const reader = openReader(present);
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
function settle(present: string): () => void {
  const nothing = (): void => undefined;
  if (!existsSync(present) || !isReadable(present)) {
    checkNothingBeside(present);
    return nothing;
  }
  try {
    const release = holdDatabase(present);
    if (release !== null) return release;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    checkNothingBeside(present);
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
function replace(present: string, incoming: string): string | null {
  const release = settle(present);
  try {
    const kept = keep(present);
    flush(dirname(present));
    for (const tail of ["-wal", "-shm", "-journal"]) rmSync(present + tail, { force: true });
    renameSync(incoming, present);
    flush(dirname(present));
    return kept;
  } finally {
    release();
  }
}

async function replaceBy(dataDir: string, file: string): Promise<Restored> {
  const present = databaseFile(dataDir);
  const incoming = join(dataDir, FILES.incoming);
  if (existsSync(present)) checkDatabaseFile(present, "write");
  checkRemovable(join(dataDir, FILES.staging));
  const found = inspect(file, (connection) => ({
    version: versionOf(connection),
    needsMigration: isBehind(connection),
    purpose: setting(connection, "purpose") as Purpose | null,
  }));
  checkSamePurpose(presentPurpose(present), found.purpose);
  removeDatabase(incoming);
  try {
    createPrivate(incoming);
    await copyDatabase(file, incoming);
    abandonUnfinished(incoming);
    flush(incoming);
    const previous = replace(present, incoming);
    removeDatabase(join(dataDir, FILES.staging));
    return { version: found.version, needsMigration: found.needsMigration, previous };
  } catch (error) {
    removeDatabase(incoming);
    throw asStoreError(error);
  }
}

/**
 * Puts a backup in the place of the database. The backup is checked first (whole, with the schema of Soundings, not from a
 * newer version, of the same purpose); the database that it replaces is kept beside it under a new name. Imports that were
 * under way when the backup was made are marked as abandoned. Throws a StoreError, and changes nothing, when a server or an
 * import runs on the directory, or the backup cannot be used.
 */
export async function restoreStore(dataDir: string, file: string): Promise<Restored> {
  checkDirectory(dataDir, "write");
  checkGiven(file);
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
