import Database from "better-sqlite3-multiple-ciphers";
import { whyNotOpen } from "./encryption.ts";
import { cipherKey, type StoreKey } from "./key.ts";

/** A connection as the driver gives it. */
export type Handle = Database.Database;

/** A second `soundings import` waits this long for the first one's transaction. */
export const BUSY_TIMEOUT_MS = 10_000;

export function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : "";
}

/** The format of SQLCipher 4: AES-256 a page, each with its own HMAC, so that a changed page is noticed. */
export function chooseCipher(handle: Handle): void {
  handle.pragma("cipher = 'sqlcipher'");
  handle.pragma("legacy = 4");
  // What SQLite would put into temporary files is plain there.
  handle.pragma("temp_store = MEMORY");
}

/** Opens without reading anything yet. */
export function openUnread(file: string, key: StoreKey | null, options: Database.Options): Handle {
  const handle = new Database(file, options);
  if (key === null) return handle;
  try {
    chooseCipher(handle);
    handle.key(Buffer.from(cipherKey(key)));
  } catch (error) {
    handle.close();
    throw error;
  }
  return handle;
}

/**
 * Opens a database and reads its first page, which shows whether the key is the right one.
 * @throws StoreError wrong_key, key_missing, not_encrypted, after which no byte has changed; what SQLite throws otherwise.
 */
export function openHandle(file: string, key: StoreKey | null, options: Database.Options): Handle {
  const handle = openUnread(file, key, options);
  try {
    handle.pragma("schema_version");
    return handle;
  } catch (error) {
    handle.close();
    if (codeOf(error) !== "SQLITE_NOTADB") throw error;
    throw whyNotOpen(file, key, error) ?? error;
  }
}
