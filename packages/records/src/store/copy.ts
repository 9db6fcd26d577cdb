import { rmSync } from "node:fs";
import { asStoreError, expecting } from "./errors.ts";
import { createPrivate } from "./files.ts";
import { BUSY_TIMEOUT_MS, chooseCipher, type Handle, openHandle, openUnread } from "./handle.ts";
import { cipherKey, type StoreKey } from "./key.ts";

/** A database file, and the key that it is, or is to be, encrypted with; null for a plain one. */
export interface KeyedFile {
  readonly file: string;
  readonly key: StoreKey | null;
}

/** The empty file that stands for the main database while a copy is written. */
export function openerOf(file: string): string {
  return `${file}.opening`;
}

/** A plain database, page by page; between two portions the process does other work. */
async function copyPages(from: string, to: string): Promise<void> {
  const pages = 4_096;
  const source = expecting(() =>
    openHandle(from, null, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS }),
  );
  try {
    await source.backup(to, { progress: () => pages });
  } catch (error) {
    throw asStoreError(error);
  } finally {
    source.close();
  }
  expecting(() => {
    const copy = openHandle(to, null, {});
    try {
      copy.pragma("journal_mode = DELETE");
    } finally {
      copy.close();
    }
  });
}

/**
 * Works with a connection that has `from` attached as "source" and gives what it makes the key of `to`. SQLite encrypts
 * what VACUUM INTO writes as it does the main database, so the main database is an empty file with that key.
 */
export function withSource<T>(
  from: KeyedFile,
  to: KeyedFile,
  access: "read" | "alone",
  work: (handle: Handle) => T,
): T {
  const opener = openerOf(to.file);
  rmSync(opener, { force: true });
  createPrivate(opener);
  try {
    const handle = openUnread(opener, to.key, { readonly: access === "read", timeout: BUSY_TIMEOUT_MS });
    try {
      chooseCipher(handle);
      const key = from.key === null ? "" : cipherKey(from.key);
      handle.prepare("ATTACH ? AS source KEY ?").run(from.file, key);
      return work(handle);
    } finally {
      handle.close();
    }
  } finally {
    rmSync(opener, { force: true });
  }
}

/** Writes what the attached source holds at one moment into an empty file. */
export function writeOut(handle: Handle, file: string): void {
  handle.prepare("VACUUM source INTO ?").run(file);
}

/**
 * Copies a database, with everything committed so far, into a single file that is empty so far, while others read and write
 * it. Where a key is in play the file is written anew, encrypted from its first byte on.
 */
export async function copyDatabase(from: KeyedFile, to: KeyedFile): Promise<void> {
  if (from.key === null && to.key === null) return copyPages(from.file, to.file);
  expecting(() => withSource(from, to, "read", (handle) => writeOut(handle, to.file)));
}
