import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./errors.ts";

/** What lies in a data directory. */
export const FILES = {
  database: "soundings.db",
  staging: "import-staging.db",
  serverLock: "server.lock",
  importLock: "import.lock",
  /** The database that a restore replaced. */
  previous: "soundings-before-restore.db",
} as const;

const BESIDE = ["-wal", "-shm", "-journal"] as const;

export function databaseFile(dataDir: string): string {
  return join(dataDir, FILES.database);
}

/** Removes a database and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
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
  if (!statSync(file).isFile()) {
    throw new StoreError(
      "not_a_database",
      `${file} is not a file. Move it away, or choose another data directory.`,
    );
  }
  checkRights({ path: file, name: `The database ${file}`, read: constants.R_OK }, access);
}
