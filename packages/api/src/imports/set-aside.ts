import { open } from "node:fs/promises";
import { join } from "node:path";
import { CLINIC_EXPORT, makeFolder, writeSetAsideCsv } from "@soundings/interchange";
import { iterateSetAside, type ReadStore, type StoredSetAside } from "@soundings/records";
import type { Rejection } from "./import-folder.ts";
import { partsOf } from "./set-aside-parts.ts";

/** A row that is still set aside, as the command line lists it. */
export interface ListedSetAside extends Rejection {
  readonly id: string;
  readonly batch: string;
}

function listed({ id, batchId, file, line, column, code, message }: StoredSetAside): ListedSetAside {
  return { id, batch: batchId, file, line, column, code, message };
}

/** Every row that is still set aside, of one import or all, read from the disk as it is gone through. */
export function* listSetAside(store: ReadStore, batchId?: string): Generator<ListedSetAside> {
  for (const row of iterateSetAside(store, { batchId })) yield listed(row);
}

const CHARACTERS_PER_WRITE = 256 * 1024;

/** Answers how many lines were written after the header. */
async function writeLines(path: string, lines: Iterable<string>): Promise<number> {
  const file = await open(path, "wx");
  try {
    let written = -1;
    let waiting = "";
    for (const line of lines) {
      waiting += line;
      written += 1;
      if (waiting.length < CHARACTERS_PER_WRITE) continue;
      await file.writeFile(waiting);
      waiting = "";
    }
    await file.writeFile(waiting);
    return written;
  } finally {
    await file.close();
  }
}

/** The name under which the set-aside rows of a file of the export are written; parts after the first are numbered. */
export function setAsideName(file: string, part = 0): string {
  return part === 0 ? `set-aside-${file}` : `set-aside-${file.replace(/\.csv$/, `-${part + 1}.csv`)}`;
}

function* only<T>(rows: Iterable<T>, wanted: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (wanted(row)) yield row;
}

/**
 * Writes the set-aside rows as CSV with a `problem` column, one file for each file of the export that has any and each set
 * of columns that imports of it had, and answers how many rows each has. A file that is there already is not overwritten.
 */
export async function writeSetAside(
  store: ReadStore,
  folder: string,
  batchId?: string,
): Promise<Readonly<Record<string, number>>> {
  await makeFolder(folder);
  const rows: Record<string, number> = {};
  for (const { name, kind } of CLINIC_EXPORT) {
    const filter = { batchId, file: name };
    const { columns, partOf } = partsOf(kind, iterateSetAside(store, filter));
    for (const [part, names] of columns.entries()) {
      const ofPart = only(iterateSetAside(store, filter), (row) => partOf(row) === part);
      const to = setAsideName(name, part);
      rows[to] = await writeLines(join(folder, to), writeSetAsideCsv(names, ofPart));
    }
  }
  return rows;
}
