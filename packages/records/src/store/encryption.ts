import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { StoreError } from "./errors.ts";
import type { StoreKey } from "./key.ts";

/**
 * How a file begins. An encrypted database begins with a random salt and looks random throughout; a plain one names its
 * format. `other` is neither: no database, or a damaged one.
 */
export type Beginning = "absent" | "empty" | "plain" | "encrypted" | "other";

const MAGIC = "SQLite format 3\0";
const PAGE = 4_096;
/** Bits a byte. A page of random bytes has 7.95 with a spread of less than 0.01; text, and pages of plain databases, less than 7. */
const RANDOM_FROM = 7.8;

function entropyOf(bytes: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / bytes.length;
    return sum - share * Math.log2(share);
  }, 0);
}

/**
 * Looks at the first page of a file, without SQLite, which throws away what lies beside a file that it takes for empty.
 * Not for a database that this process has open: closing the file would let go of the locks that SQLite holds on it.
 */
export function beginningOf(file: string): Beginning {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return "absent";
  if (!found.isFile()) return "other";
  if (found.size === 0) return "empty";
  const page = Buffer.alloc(PAGE);
  const handle = openSync(file, "r");
  let length = 0;
  try {
    length = readSync(handle, page, 0, PAGE, 0);
  } finally {
    closeSync(handle);
  }
  if (page.toString("latin1", 0, MAGIC.length) === MAGIC) return "plain";
  return length === PAGE && entropyOf(page) >= RANDOM_FROM ? "encrypted" : "other";
}

/** The key with which a file is opened that may be plain: none then. */
export function keyIfEncrypted(file: string, key: StoreKey | null): StoreKey | null {
  return beginningOf(file) === "plain" ? null : key;
}

/**
 * Why a file that SQLite cannot read does not open with this key, or without one; null when the key has no part in it. For
 * a file that is closed again: a key that does not fit changes no byte.
 */
export function whyNotOpen(file: string, key: StoreKey | null, cause: unknown): StoreError | null {
  const beginning = beginningOf(file);
  const name = basename(file);
  if (beginning === "encrypted" && key === null) {
    return new StoreError(
      "key_missing",
      `${name} is encrypted, and no key was given. Nothing was changed. Give its key with --key-file, SOUNDINGS_KEY_FILE or SOUNDINGS_KEY.`,
      { cause },
    );
  }
  if (beginning === "plain" && key !== null) {
    return new StoreError(
      "not_encrypted",
      `${name} is not encrypted, and a key was given. Nothing was changed. Leave the key out, or encrypt the database with soundings rekey --new-key-file FILE.`,
      { cause },
    );
  }
  if (beginning !== "encrypted") return null;
  return new StoreError(
    "wrong_key",
    `${name} does not open: the key is wrong or the file is damaged, and an encrypted file cannot say which. Nothing was changed. Give the right key; if this is it, restore the latest backup.`,
    { cause },
  );
}
