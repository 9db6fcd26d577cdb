import { existsSync, renameSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { auditHead } from "../audit/head.ts";
import { copyDatabase } from "../store/copy.ts";
import { asStoreError, StoreError } from "../store/errors.ts";
import { checkDirectory, createPrivate, databaseFile, flush, removeDatabase } from "../store/files.ts";
import { versionOf } from "../store/migrate.ts";
import type { ReadStore } from "../store/store.ts";
import { inspect } from "./inspect.ts";
import { abandonUnfinished } from "./unfinished.ts";

/** A copy that was made and found whole. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly version: number;
  /** With the key of the database. */
  readonly encrypted: boolean;
  /** The last entry of the audit in the copy: `auditHead`. */
  readonly auditHead: string;
}

/**
 * Copies the database, with everything committed so far, into one new file while it is in use, and checks the copy. An
 * import that is under way counts as abandoned in the copy: the rows that had not gone in are not there. The copy of an encrypted database is encrypted with the same key. Nothing lies under the name before the copy is
 * whole. Throws a StoreError: the file exists already, no such directory, not
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
    const copy = { file: unfinished, key: store.key };
    await copyDatabase({ file: databaseFile(store.dataDir), key: store.key }, copy);
    abandonUnfinished(copy);
    const found = inspect(copy, (reader) => ({
      version: versionOf(reader),
      auditHead: auditHead({ reader }),
    }));
    flush(unfinished);
    renameSync(unfinished, target);
    flush(dirname(target));
    return { file: target, bytes: statSync(target).size, ...found, encrypted: store.key !== null };
  } catch (error) {
    removeDatabase(unfinished);
    throw asStoreError(error);
  }
}
