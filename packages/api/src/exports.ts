import { writeClinicFolder } from "@soundings/interchange";
import { exportTables, type ReadStore } from "@soundings/records";
import { dayNamed } from "./day.ts";
import { notOnRecord } from "./questions.ts";
import { CommandError } from "./sentence.ts";

export interface FolderExport {
  readonly folder: string;
  readonly programId?: string | undefined;
  readonly asOf?: string | undefined;
}

/**
 * Writes the records as a clinic export, all of one moment, and answers how many rows each file has.
 * @throws AppError bad_day; CommandError when the program is not on record; ClinicFolderError when the folder cannot be written, and then nothing is left half-written.
 */
export async function exportFolder(
  store: ReadStore,
  { folder, programId, asOf }: FolderExport,
): Promise<Readonly<Record<string, number>>> {
  const day = dayNamed(asOf) ?? undefined;
  const [unknown] = await notOnRecord(store, { programId });
  if (unknown !== undefined) throw new CommandError(`${unknown} Nothing was written.`);
  const { tables, close } = exportTables(store, { programId, asOf: day });
  try {
    return await writeClinicFolder(folder, tables);
  } finally {
    close();
  }
}
