import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RecordKind, RecordOfKind } from "@soundings/clinical";
import { csvLine } from "../csv/write.ts";
import { makeFolder } from "../make-folder.ts";
import type { ClinicFile, Column } from "./define.ts";
import { CLINIC_EXPORT } from "./files.ts";
import { ClinicFolderError, writingError } from "./folder-error.ts";

/** The records to write, by kind, each in the order of its key. A kind that is left out is written as an empty file. */
export type ClinicTables = {
  readonly [K in RecordKind]?: Iterable<RecordOfKind[K]> | AsyncIterable<RecordOfKind[K]>;
};

/** What goes with an export that leaves the program. */
export interface Leaving {
  /** The text of NOTICE.txt, which takes its name before any other file. */
  readonly notice: string;
  /**
   * Called when every file is complete on disk and before the first takes its name. `digest` is the SHA-256 of what
   * `sha256sum` prints of the files, in the order of the contract and NOTICE.txt last. When it throws, nothing is left.
   */
  readonly sealed: (digest: string) => void;
}

const NOTICE_NAME = "NOTICE.txt";
const CHARACTERS_PER_WRITE = 256 * 1024;

/**
 * Writes a clinic export: all files, a header each, the rows in the order given, columns in the order of the contract,
 * UTF-8 without byte-order mark, line feeds. The same records give the same bytes, and reading them gives the same records.
 * Returns how many rows each file has.
 *
 * The folder is made if it does not exist. It may hold an earlier export, which is replaced, and hidden files; a folder that
 * holds anything else is refused, and so is a file with other columns, so that nobody's source files are overwritten. Every
 * file is complete on disk before the first takes its name. Throws `ClinicFolderError`, and then leaves no half-written file.
 *
 * `leaving`: the export leaves the program. It then carries a notice, which readers of a clinic export name and pass over, and a
 * folder that already holds one is refused.
 */
export async function writeClinicFolder(
  folder: string,
  tables: ClinicTables,
  leaving?: Leaving,
): Promise<Readonly<Record<string, number>>> {
  const made = await prepareFolder(folder);
  const suffix = `.${randomUUID()}.part`;
  const names = CLINIC_EXPORT.map(({ name }) => name);
  if (leaving !== undefined) names.unshift(NOTICE_NAME);
  const partOf = (name: string) => join(folder, `.${name}${suffix}`);
  const rows: Record<string, number> = {};
  const sums: string[] = [];
  try {
    for (const file of CLINIC_EXPORT) {
      const written = await writeFile(file, tables[file.kind] ?? [], partOf(file.name));
      rows[file.name] = written.rows;
      sums.push(`${written.sha256}  ${file.name}\n`);
    }
    if (leaving !== undefined) {
      sums.push(`${await writeNotice(leaving.notice, partOf(NOTICE_NAME))}  ${NOTICE_NAME}\n`);
      leaving.sealed(createHash("sha256").update(sums.join("")).digest("hex"));
    }
    for (const name of names) await rename(partOf(name), join(folder, name));
    return rows;
  } catch (failure) {
    for (const name of names) await rm(partOf(name), { force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw writingError(failure, folder);
  }
}

/** Answers the SHA-256 of what was written. */
async function writeNotice(text: string, path: string): Promise<string> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(text);
    await handle.sync();
    return createHash("sha256").update(text).digest("hex");
  } finally {
    await handle.close();
  }
}

/** Makes the folder, or checks that it may be written into. Returns the first folder that had to be made. */
async function prepareFolder(folder: string): Promise<string | undefined> {
  try {
    const made = await makeFolder(folder);
    const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
    const foreign = names.find((name) => CLINIC_EXPORT.every((file) => file.name !== name));
    if (foreign !== undefined) throw refusal(folder, foreign);
    for (const file of CLINIC_EXPORT) {
      if (names.includes(file.name) && !(await isEarlierExport(file, join(folder, file.name)))) {
        throw refusal(folder, file.name);
      }
    }
    return made;
  } catch (failure) {
    throw writingError(failure, folder);
  }
}

function refusal(folder: string, name: string): ClinicFolderError {
  if (name === NOTICE_NAME) {
    return new ClinicFolderError(
      "not_empty",
      `${folder} holds ${NOTICE_NAME}, perhaps of an export that left the program; it was kept. Give a new or empty folder.`,
    );
  }
  return new ClinicFolderError(
    "not_empty",
    `${folder} already holds ${name}, which is not from an earlier export; give a new or empty folder.`,
  );
}

function headerOf(file: ClinicFile): string {
  return csvLine(file.columns.map((column) => column.name));
}

async function isEarlierExport(file: ClinicFile, path: string): Promise<boolean> {
  const header = Buffer.from(headerOf(file));
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(header.length), 0, header.length, 0);
    return header.equals(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

interface Written {
  readonly rows: number;
  readonly sha256: string;
}

async function writeFile(
  file: ClinicFile,
  records: Iterable<object> | AsyncIterable<object>,
  path: string,
): Promise<Written> {
  const handle = await open(path, "wx");
  try {
    const written = await writeRows(file, records, handle);
    await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
}

async function writeRows(
  file: ClinicFile,
  records: Iterable<object> | AsyncIterable<object>,
  handle: FileHandle,
): Promise<Written> {
  const hash = createHash("sha256");
  let pending = headerOf(file);
  let rows = 0;
  const add = (record: object): boolean => {
    pending += rowText(file.columns, record);
    rows += 1;
    return pending.length >= CHARACTERS_PER_WRITE;
  };
  const flush = async (): Promise<void> => {
    await handle.writeFile(pending);
    hash.update(pending);
    pending = "";
  };
  if (Symbol.iterator in records) {
    for (const record of records) if (add(record)) await flush();
  } else {
    for await (const record of records) if (add(record)) await flush();
  }
  await flush();
  return { rows, sha256: hash.digest("hex") };
}

function rowText(columns: readonly Column[], record: object): string {
  return csvLine(columns.map((column) => cellText(column, record)));
}

function cellText(column: Column, record: object): string {
  const property: unknown = Reflect.get(record, column.property);
  const value: unknown = column.place === null ? property : (property as readonly unknown[])[column.place];
  return value === null || value === undefined ? "" : column.format.format(value);
}
