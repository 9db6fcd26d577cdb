import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { StoreError } from "./errors.ts";
import { flush } from "./files.ts";

/** Shorter keys can be tried out. */
const SHORTEST = 16;
const LONGEST = 1_024;
const NEW_KEY_BYTES = 32;
const RAW = /^[0-9a-f]{64}$/i;
/** What nobody types into a key by intent: control characters, line ends, and the mark of bytes that are no text. */
const NO_KEY_CHARACTER = /[\p{Cc}\u2028\u2029\ufffd]/u;
const MAKE_ONE = "Make a key file with soundings new-key FILE.";

/**
 * The key of an encrypted database. An object that shows nothing of itself, so that printing or logging whatever holds it
 * never shows the key.
 */
export class StoreKey {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The key itself: for SQLite, and for handing it to a thread of this process. */
  reveal(): string {
    return this.#text;
  }

  equals(other: StoreKey): boolean {
    return this.#text === other.#text;
  }
}

/**
 * What SQLCipher takes as the key. 64 hexadecimal digits, as `soundings new-key` writes them, are the 256 bits themselves;
 * of any other text SQLCipher derives them (PBKDF2, 256,000 rounds: a tenth of a second each time that a connection opens).
 */
export function cipherKey(key: StoreKey): string {
  const text = key.reveal();
  return RAW.test(text) ? `x'${text}'` : text;
}

function bad(message: string): StoreError {
  return new StoreError("bad_key", message);
}

/**
 * A key from its text; `where` says in the sentence where it came from.
 * @throws StoreError bad_key: empty, shorter than 16 or longer than 1,024 characters, or not one line of text.
 */
export function keyOf(text: string, where: string): StoreKey {
  if (text === "") throw bad(`${where} is empty. ${MAKE_ONE}`);
  if (text.length < SHORTEST) {
    throw bad(`The key in ${where} is shorter than ${SHORTEST} characters. ${MAKE_ONE}`);
  }
  if (text.length > LONGEST || NO_KEY_CHARACTER.test(text)) {
    throw bad(`${where} does not hold one line of text with a key. ${MAKE_ONE}`);
  }
  return new StoreKey(text);
}

function checkKeyFile(handle: number, file: string): void {
  const found = fstatSync(handle);
  if (!found.isFile()) throw bad(`${file} is not a file. Name a file that holds the key.`);
  const forOthers = process.platform === "win32" ? 0 : found.mode & 0o077;
  if (forOthers !== 0) {
    throw bad(
      `The key file ${file} may be used by other accounts. Run chmod 600 ${file}, and take a new key if somebody may have read it.`,
    );
  }
}

/**
 * Reads a key file: one line of text; one line end after it does not count.
 * @throws StoreError no_such_file, not_readable; bad_key: not a file, for other accounts to use, or no good key in it.
 */
export function readKeyFile(file: string): StoreKey {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new StoreError("no_such_file", `There is no key file ${file}. Check the path.`);
  }
  // A pipe would keep us waiting for whoever writes into it.
  if (!found.isFile()) throw bad(`${file} is not a file. Name a file that holds the key.`);
  const bytes = Buffer.alloc(4 * LONGEST + 3);
  let length = 0;
  try {
    const handle = openSync(file, "r");
    try {
      checkKeyFile(handle, file);
      length = readSync(handle, bytes, 0, bytes.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      "not_readable",
      `The key file ${file} may not be read. Give this account the right to.`,
      {
        cause: error,
      },
    );
  }
  const text = bytes.toString("utf8", 0, length).replace(/\r?\n$/, "");
  bytes.fill(0);
  return keyOf(text, file);
}

function openNew(target: string, file: string): number {
  try {
    return openSync(target, "wx", 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    throw new StoreError(
      "file_exists",
      `${file} exists already and was not touched: it may hold the key of a database. Name a file that is not there yet.`,
      { cause: error },
    );
  }
}

/**
 * Writes a new random key of 256 bits into a new file that only its owner may read, and answers its path.
 * @throws StoreError file_exists, no_directory.
 */
export function writeNewKey(file: string): string {
  const target = resolve(file);
  if (!existsSync(dirname(target))) {
    throw new StoreError(
      "no_directory",
      `There is no directory ${dirname(target)}. Make it, then try again.`,
    );
  }
  const handle = openNew(target, file);
  try {
    writeSync(handle, `${randomBytes(NEW_KEY_BYTES).toString("hex")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  flush(dirname(target));
  return target;
}
