import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_ZONE, type Instant, type ZoneName } from "@soundings/clinical";
import type { ClinicFolderEvent } from "./read-file.ts";
import { readClinicFolder } from "./read-folder.ts";

/** Noon of 16 March 2026, UTC: five in the morning of the same day by the Pacific. */
export const NOW = "2026-03-16T12:00:00Z" as Instant;

/** Runs `use` with a folder of these files, which is gone afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "clinic-export-"));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All events of a folder, apart from progress. */
export async function eventsOf(folder: string, zone: ZoneName = DEFAULT_ZONE) {
  const events: ClinicFolderEvent[] = [];
  for await (const event of readClinicFolder(folder, { zone: () => zone, now: NOW })) events.push(event);
  return {
    rows: events.flatMap((event) => (event.type === "row" ? [event.row] : [])),
    rejected: events.flatMap((event) => (event.type === "rejected" ? [event.row] : [])),
    warnings: events.flatMap((event) => (event.type === "warning" ? [event.warning] : [])),
  };
}

/** What is read from a folder of these files. */
export function readFiles(files: Readonly<Record<string, string | Uint8Array>>, zone?: ZoneName) {
  return withFolder(files, (folder) => eventsOf(folder, zone));
}
