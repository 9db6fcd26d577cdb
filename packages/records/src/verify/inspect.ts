import { existsSync, statSync } from "node:fs";
import type { KeyedFile } from "../store/copy.ts";
import { asStoreError, StoreError, type StoreErrorCode } from "../store/errors.ts";
import { checkOrigin, versionOf } from "../store/migrate.ts";
import { differingParts } from "../store/schema-check.ts";
import { openReader, type ReadConnection } from "../store/sqlite.ts";

function damaged(file: string): StoreError {
  return new StoreError("corrupt", `${file} is damaged and was not used. Try an earlier backup.`);
}

function foreign(file: string): StoreError {
  return new StoreError(
    "not_a_database",
    `${file} is not a Soundings database. Name a file that soundings backup has written.`,
  );
}

const OF_KEYS: Readonly<Partial<Record<StoreErrorCode, string>>> = {
  wrong_key:
    "does not open: it was made with another key, or it is damaged. Nothing was changed. Give the backup's own key with --backup-key-file, or try an earlier backup.",
  key_missing:
    "is encrypted, and no key was given. Nothing was changed. Give its key with --key-file, or with --backup-key-file when the database is to have another one.",
  not_encrypted: "is not encrypted, and a key was given for it. Nothing was changed. Leave its key out.",
};

/** A failure said of the file at hand instead of the database in the data directory. */
function namedError(file: string, error: unknown): unknown {
  const known = asStoreError(error);
  if (!(known instanceof StoreError)) return known;
  const said = OF_KEYS[known.code];
  if (said !== undefined) return new StoreError(known.code, `${file} ${said}`, { cause: known });
  if (known.code === "corrupt") return damaged(file);
  return known.code === "not_a_database" ? foreign(file) : known;
}

function check(file: string, connection: ReadConnection): void {
  checkOrigin(connection);
  const version = versionOf(connection);
  if (version === 0) throw foreign(file);
  if (connection.pragma("integrity_check") !== "ok") throw damaged(file);
  if (differingParts(connection, version).length > 0) throw foreign(file);
  if (connection.pragmaRows("foreign_key_check").length > 0) {
    throw new StoreError(
      "corrupt",
      `In ${file}, records refer to others that are not there; it was not used. Try an earlier backup.`,
    );
  }
}

/** Throws a StoreError unless there is a file of that name. */
export function checkGiven(file: string): void {
  if (!existsSync(file)) {
    throw new StoreError(
      "no_such_file",
      `There is no file ${file}. Name a file that soundings backup has written.`,
    );
  }
  if (!statSync(file).isFile()) {
    throw new StoreError(
      "not_a_database",
      `${file} is not a file. Name a file that soundings backup has written.`,
    );
  }
}

/** Reads a file that must be a whole Soundings database with the schema of its version; throws a StoreError otherwise. */
export function inspect<T>({ file, key }: KeyedFile, work: (connection: ReadConnection) => T): T {
  try {
    const connection = openReader(file, key);
    try {
      check(file, connection);
      return work(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw namedError(file, error);
  }
}
