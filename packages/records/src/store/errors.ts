/** Why a store cannot be used, or an act on it was refused. */
export type StoreErrorCode =
  | "no_directory"
  | "no_database"
  | "not_readable"
  | "not_writable"
  | "not_a_database"
  | "newer_version"
  | "needs_migration"
  | "disk_full"
  | "locked"
  | "corrupt"
  | "disk_error"
  | "purpose_mismatch"
  | "server_running"
  | "import_running"
  | "bad_key"
  | "wrong_key"
  | "key_missing"
  | "not_encrypted"
  | "file_exists"
  | "no_such_file";

/** A failure that the product expects. The message is a sentence that says what to do, and names no patient and no value. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

const SENTENCES: readonly (readonly [prefix: string, code: StoreErrorCode, sentence: string])[] = [
  [
    "SQLITE_FULL",
    "disk_full",
    "The disk is full. What was being written was taken back and all records are as they were. Make room, then try again.",
  ],
  [
    "SQLITE_BUSY",
    "locked",
    "Another program is writing to the database. Nothing was changed. Wait until it has finished, then try again.",
  ],
  [
    "SQLITE_LOCKED",
    "locked",
    "Another program is writing to the database. Nothing was changed. Wait until it has finished, then try again.",
  ],
  [
    "SQLITE_CORRUPT",
    "corrupt",
    "The database file is damaged. Stop Soundings and restore the latest backup.",
  ],
  [
    "SQLITE_NOTADB",
    "not_a_database",
    "soundings.db is not a database. Move it away, then restore a backup or choose another data directory.",
  ],
  [
    "SQLITE_READONLY",
    "not_writable",
    "The data directory or the database in it may not be written. Give this account the right to write there.",
  ],
  [
    "SQLITE_PERM",
    "not_readable",
    "The database may not be read. Give this account the right to read and write the data directory.",
  ],
  [
    "SQLITE_CANTOPEN",
    "not_readable",
    "The database cannot be opened. Give this account the right to read and write the data directory.",
  ],
  [
    "SQLITE_IOERR",
    "disk_error",
    "The disk reported an error. What was being written was taken back. Check the disk, then run soundings verify.",
  ],
];

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The expected failure that an error of SQLite stands for; any other error as it is. */
export function asStoreError(error: unknown): unknown {
  const code = codeOf(error);
  const known = SENTENCES.find(([prefix]) => code.startsWith(prefix));
  return known === undefined ? error : new StoreError(known[1], known[2], { cause: error });
}

/** Runs `work`; a failure of SQLite that is expected leaves as a StoreError. */
export function expecting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error);
  }
}
