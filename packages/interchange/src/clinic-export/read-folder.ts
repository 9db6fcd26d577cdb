import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ImportWarning, Instant, ZoneName } from "@soundings/clinical";
import { type Clock, clockOf } from "./cell-format.ts";
import type { ClinicFile } from "./define.ts";
import { CLINIC_EXPORT } from "./files.ts";
import { ClinicFolderError, readingError } from "./folder-error.ts";
import { type ClinicFolderEvent, type OpenFile, readClinicFile } from "./read-file.ts";

/** What a clinic export is read with. */
export interface ReadingContext {
  /** The site's zone, asked for again as reading goes on: whoever takes the programs in may learn it from them. */
  readonly zone: () => ZoneName;
  /** The present moment, which decides what lies in the future. */
  readonly now: Instant;
}

/**
 * Reads a folder in the form of the clinic export, file by file in the order of `RECORD_KINDS`, row by row in the order of
 * the lines: a `row` whose cells are well formed, or a `rejected` row with its first problem; `warning` for what is unusual;
 * `file` for progress. Streams: memory is bounded whatever the size of a file, a row or a cell. A date-time without offset
 * is read in the zone that `zone()` gives when its row is reached.
 *
 * A row is checked in itself only: references, duplicate keys and the laws of a whole record are for whoever takes it in.
 * Throws `ClinicFolderError` when the folder or one of its files cannot be read; nothing of a file that cannot be opened,
 * nor of any other, has been given by then. File names count in any case, other files are reported and left alone.
 */
export async function* readClinicFolder(
  folder: string,
  context: ReadingContext,
): AsyncGenerator<ClinicFolderEvent, void, undefined> {
  const { found, warnings } = await listFolder(folder);
  const opened: OpenFile[] = [];
  try {
    for (const [file, name] of found) opened.push(await openFile(file, join(folder, name)));
    for (const warning of warnings) yield { type: "warning", warning };
    const clock = clockSource(context);
    for (const file of opened) yield* readOne(file, clock, join(folder, file.file.name));
  } finally {
    for (const { handle } of opened) await handle.close();
  }
}

async function* readOne(file: OpenFile, clock: () => Clock, path: string): AsyncGenerator<ClinicFolderEvent> {
  const batches = readClinicFile(file, clock);
  while (true) {
    const { value: events, done } = await batches.next().catch((failure: unknown) => {
      throw readingError(failure, path);
    });
    if (done) return;
    for (const event of events) yield event;
  }
}

function clockSource({ zone, now }: ReadingContext): () => Clock {
  let last: Clock | null = null;
  return () => {
    const present = zone();
    if (last?.zone !== present) last = clockOf(present, now);
    return last;
  };
}

interface FolderListing {
  readonly found: ReadonlyMap<ClinicFile, string>;
  readonly warnings: readonly ImportWarning[];
}

async function listFolder(folder: string): Promise<FolderListing> {
  const names = await readdir(folder).catch((failure: unknown) => {
    throw readingError(failure, folder);
  });
  names.sort();
  const found = new Map<ClinicFile, string>();
  for (const file of CLINIC_EXPORT) {
    const name = names.includes(file.name)
      ? file.name
      : names.find((candidate) => candidate.toLowerCase() === file.name);
    if (name !== undefined) found.set(file, name);
  }
  if (found.size === 0) {
    const example = CLINIC_EXPORT.map((file) => file.name).join(", ");
    throw new ClinicFolderError(
      "nothing_to_read",
      `${folder} holds no file of the clinic export; give the folder that holds at least one of ${example}.`,
    );
  }
  return { found, warnings: folderWarnings(names, found) };
}

/** Files that are not read, and files whose name has other letters in capitals. Hidden files are passed over. */
function folderWarnings(names: readonly string[], found: FolderListing["found"]): ImportWarning[] {
  const read = new Set(found.values());
  const warnings: ImportWarning[] = [];
  for (const [file, name] of found) {
    if (name === file.name) continue;
    const message = `Rename this file to ${file.name}; it is read all the same.`;
    warnings.push({ file: name, line: 0, column: "", code: "file_name", message });
  }
  for (const name of names) {
    if (read.has(name) || name.startsWith(".")) continue;
    const message = "This is no file of the clinic export; it is not read.";
    warnings.push({ file: name, line: 0, column: "", code: "unknown_file", message });
  }
  return warnings;
}

async function openFile(file: ClinicFile, path: string): Promise<OpenFile> {
  let handle: FileHandle | null = null;
  try {
    const status = await stat(path);
    if (!status.isFile()) {
      throw new ClinicFolderError(
        "unreadable",
        `${path} is not a file; put a CSV file in its place or remove it.`,
      );
    }
    handle = await open(path, "r");
    return { file, handle, bytesTotal: status.size };
  } catch (failure) {
    await handle?.close();
    throw readingError(failure, path);
  }
}
