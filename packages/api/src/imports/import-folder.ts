import { DEFAULT_ZONE, type ImportWarning, type Instant } from "@soundings/clinical";
import { type ClinicFolderEvent, readClinicFolder } from "@soundings/interchange";
import { type Actor, beginImport, type Import, type ImportReport, type Store } from "@soundings/records";
import { presentMoment } from "../services.ts";

export interface FolderImport {
  readonly folder: string;
  readonly dryRun: boolean;
  /** Who answers for the rows, as revisions will say. */
  readonly by: string;
  /** Whom the audit names; the system's user `by` of the command line unless given. */
  readonly actor?: Actor | undefined;
  /** What the list of imports calls it; the folder's path unless given. */
  readonly source?: string;
  readonly now?: Instant;
  /** What is being done, for a person who waits. */
  readonly onProgress: (text: string) => void;
}

export type Rejection = ReturnType<ImportReport["rejections"]> extends Iterable<infer T> ? T : never;

/** What became of a folder; rejections and warnings come from the disk, however many there are, until the store is closed. */
export interface ImportOutcome {
  readonly ok: boolean;
  readonly batch: string;
  readonly files: ImportReport["files"];
  rejected(): Iterable<Rejection>;
  warnings(): Iterable<ImportWarning>;
}

const MANY = new Intl.NumberFormat("en-US");

/** Reading goes at full speed; the person is told now and then. */
const TELL_EVERY = 2_000;

function take(into: Import, event: ClinicFolderEvent): void {
  if (event.type === "row") into.stage(event.row);
  else if (event.type === "rejected") into.setAside(event.row);
  else if (event.type === "warning") into.warn(event.warning);
  else into.openFile(event.file);
}

/** Throws a ClinicFolderError when the folder cannot be read at all, before anything is opened for writing. */
export async function checkFolder(folder: string): Promise<void> {
  const reading = readClinicFolder(folder, { zone: () => DEFAULT_ZONE, now: presentMoment() });
  await reading.next();
  await reading.return();
}

/**
 * Takes in a folder in the form of the clinic export: every row is judged before anything is stored, then good rows go in,
 * patient by patient, and bad ones are set aside.
 * @throws ClinicFolderError when the folder cannot be read; StoreError when another import runs or the disk is full. Nothing
 * is stored then, unless the disk became full while rows went in: then whole patients are in, and the rest goes in by itself.
 */
export async function importFolder(store: Store, asked: FolderImport): Promise<ImportOutcome> {
  const { folder, dryRun, by, actor, onProgress, source = folder, now = presentMoment() } = asked;
  const under = beginImport(store, { source, by, actor, dryRun, now });
  try {
    let rows = 0;
    for await (const event of readClinicFolder(folder, { zone: () => under.zone(), now })) {
      take(under, event);
      rows += 1;
      if (rows % TELL_EVERY === 0) onProgress(`Reading: ${MANY.format(rows)} rows`);
    }
    onProgress("Checking what belongs together …");
    const report = await under.apply(({ applied, total }) => {
      onProgress(`Storing: ${MANY.format(applied)} of ${MANY.format(total)}`);
    });
    return {
      ok: report.ok,
      batch: report.batch,
      files: report.files,
      rejected: () => report.rejections(),
      warnings: () => report.warnings(),
    };
  } catch (error) {
    under.close();
    throw error;
  }
}
