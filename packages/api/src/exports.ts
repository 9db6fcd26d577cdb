import { writeClinicFolder } from "@soundings/interchange";
import { type Actor, type Export, exportTables, type ReadStore } from "@soundings/records";
import { dayNamed } from "./day.ts";
import { type LeavingGiven, leavingNamed, leavingOf } from "./disclosure/leaving.ts";
import { notOnRecord } from "./questions.ts";
import { CommandError } from "./sentence.ts";
import { presentMoment } from "./services.ts";

export interface FolderExport {
  readonly folder: string;
  readonly programId?: string | undefined;
  readonly asOf?: string | undefined;
  /** Hears of every patient in it before a row is written; when it throws, nothing is. */
  readonly enter: (patientIds: readonly string[]) => void;
  /** The basis on which it leaves the program, and who lets it out; absent for an internal copy. */
  readonly leaving?: { readonly given: LeavingGiven; readonly actor: Actor } | undefined;
}

function* patientIdsIn({ tables }: Export): Generator<string> {
  for (const { patientId } of tables.patient) yield patientId;
}

/**
 * Writes the records as a clinic export, all of one moment, and answers how many rows each file has. One that leaves carries
 * the notice, and is in the list of disclosures of every patient in it.
 * @throws AppError bad_day; CommandError when the program is not on record, or the basis is none; ClinicFolderError when the folder cannot be written, and then nothing is left half-written.
 */
export async function exportFolder(
  store: ReadStore,
  { folder, programId, asOf, enter, leaving }: FolderExport,
): Promise<Readonly<Record<string, number>>> {
  const day = dayNamed(asOf) ?? undefined;
  const [unknown] = await notOnRecord(store, { programId });
  if (unknown !== undefined) throw new CommandError(`${unknown} Nothing was written.`);
  const named = leaving && { named: leavingNamed(leaving.given), actor: leaving.actor };
  const made = exportTables(store, { programId, asOf: day });
  try {
    enter([...patientIdsIn(made)]);
    const patientIds = { [Symbol.iterator]: () => patientIdsIn(made) };
    const out = named && leavingOf(store, { ...named, at: presentMoment(), patientIds });
    return await writeClinicFolder(folder, made.tables, out);
  } finally {
    made.close();
  }
}
