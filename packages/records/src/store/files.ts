import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { StoreError } from "./errors.ts";

/** What lies in a data directory. */
export const FILES = {
  database: "soundings.db",
  staging: "import-staging.db",
  serverLock: "server.lock",
  importLock: "import.lock",
  /** Held while a database is being made where there is none. */
  creationLock: "create.lock",
  /** A new database, until it is whole. */
  unfinished: "soundings.db.new",
  /** A backup on its way into place. */
  incoming: "soundings.db.incoming",
  /** The database with its new key, until it is whole. */
  rekeyed: "soundings.db.rekeyed",
} as const;

/** Databases that a restore replaced are called this, then when. */
export const KEPT_PREFIX = "soundings-before-restore";

const BESIDE = ["-wal", "-shm", "-journal"] as const;

export function databaseFile(dataDir: string): string {
  return join(dataDir, FILES.database);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whether there is a database: a file of no length is what a crash or a full disk left of making one. */
export function hasDatabase(dataDir: string): boolean {
  const found = statSync(databaseFile(dataDir), { throwIfNoEntry: false });
  return found !== undefined && !(found.isFile() && found.size === 0);
}

/** The file beside a database that may hold what was committed and is not in the database yet, or null. */
export function unsettledFile(file: string): string | null {
  return ["-wal", "-journal"].map((tail) => file + tail).find((one) => sizeOf(one) > 0) ?? null;
}

/** The names of databases that restores have kept. */
export function keptDatabases(dataDir: string): readonly string[] {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith(KEPT_PREFIX) && name.endsWith(".db"))
    .sort();
}

/**
 * Throws a StoreError when there is no database and something shows that there was one: then a new, empty one must not
 * take its place.
 */
export function checkNothingLost(dataDir: string): void {
  const signs = [FILES.incoming, ...keptDatabases(dataDir)].filter((name) => existsSync(join(dataDir, name)));
  const unsettled = unsettledFile(databaseFile(dataDir));
  if (unsettled !== null) signs.push(basename(unsettled));
  if (signs.length === 0) return;
  throw new StoreError(
    "no_database",
    `There is no soundings.db in ${dataDir}, but ${signs.join(", ")}: a restore was cut off, or the database was taken away. Run soundings restore with a backup or a kept database, or move these files away to begin anew.`,
  );
}

function notAFile(file: string): StoreError {
  return new StoreError(
    "not_a_database",
    `${file} is not a file. Move it away, or choose another data directory.`,
  );
}

/** Throws a StoreError when there is something of that name that is no file. */
export function checkRemovable(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw notAFile(file);
}

/** Removes a database and what SQLite keeps beside it. Throws a StoreError when something else has the name. */
export function removeDatabase(file: string): void {
  checkRemovable(file);
  for (const one of [file, ...BESIDE.map((tail) => file + tail)]) rmSync(one, { force: true });
}

/** Makes an empty file that only its owner may read, unless there is a file of that name. */
export function createPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
}

/** Makes sure that what was written to a file, or a directory's list of names, is on the disk. */
export function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function allowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

interface Place {
  readonly path: string;
  /** How a sentence calls it. */
  readonly name: string;
  /** The rights that reading takes. */
  readonly read: number;
}

function checkRights({ path, name, read }: Place, access: "read" | "write"): void {
  if (!allowed(path, read)) {
    throw new StoreError("not_readable", `${name} may not be read. Give this account the right to.`);
  }
  if (access === "write" && !allowed(path, constants.W_OK)) {
    throw new StoreError("not_writable", `${name} may not be written. Give this account the right to.`);
  }
}

/** Throws a StoreError when there is no such directory, or when it cannot be used as asked. */
export function checkDirectory(dataDir: string, access: "read" | "write"): void {
  if (!existsSync(dataDir) || !statSync(dataDir).isDirectory()) {
    throw new StoreError(
      "no_directory",
      `There is no directory ${dataDir}. Make it, or name another one with --data or SOUNDINGS_DATA.`,
    );
  }
  const read = constants.R_OK | constants.X_OK;
  checkRights({ path: dataDir, name: `The directory ${dataDir}`, read }, access);
}

/** Throws a StoreError when the database is not a file that can be used as asked. */
export function checkDatabaseFile(file: string, access: "read" | "write"): void {
  if (!statSync(file).isFile()) throw notAFile(file);
  checkRights({ path: file, name: `The database ${file}`, read: constants.R_OK }, access);
}
