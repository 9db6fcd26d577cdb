import { expecting } from "./errors.ts";
import { BUSY_TIMEOUT_MS, codeOf, openHandle, openUnread } from "./handle.ts";
import type { StoreKey } from "./key.ts";

/**
 * A file that stays locked until it is released or the process ends; null when somebody else holds it so long. It holds
 * nothing, so it is never encrypted.
 */
export function holdFile(file: string, patience: "none" | "some" = "none"): (() => void) | null {
  return expecting(() => {
    const handle = openUnread(file, null, { timeout: patience === "none" ? 0 : BUSY_TIMEOUT_MS });
    try {
      handle.pragma("locking_mode = EXCLUSIVE");
      handle.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      handle.close();
      if (codeOf(error).startsWith("SQLITE_BUSY")) return null;
      throw error;
    }
    return () => {
      handle.close();
    };
  });
}

/**
 * Brings everything committed into the one file of a database and keeps everybody else out of it until it is released;
 * null when another program has it open.
 */
export function holdDatabase(file: string, key: StoreKey | null): (() => void) | null {
  return expecting(() => {
    const handle = openHandle(file, key, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    try {
      handle.pragma("locking_mode = EXCLUSIVE");
      handle.pragma("wal_checkpoint(TRUNCATE)");
      if (handle.pragma("journal_mode = DELETE", { simple: true }) !== "delete") {
        handle.close();
        return null;
      }
      handle.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      handle.close();
      throw error;
    }
    return () => {
      handle.close();
    };
  });
}
