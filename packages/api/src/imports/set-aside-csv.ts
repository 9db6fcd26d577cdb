import type { RecordKind } from "@soundings/clinical";
import type { SetAsideCsv } from "@soundings/contract";
import { setAsideColumns, writeSetAsideCsv } from "@soundings/interchange";
import { type AuditEvent, setAsideRows } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { patientsNamed, setAsideAccess } from "./access.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { setAsideName } from "./set-aside.ts";
import { partsOf } from "./set-aside-parts.ts";

/** What one answer carries; the command line writes any number. */
const MOST_ROWS = 5_000;

interface Wanted {
  readonly file: string;
  readonly batchId?: string | undefined;
}

/** Rows whose values the person may see; to take the rest out would give a file without them. */
function rowsOf(asked: Asked, filter: Wanted) {
  const access = { ...setAsideAccess(asked), everyRow: false };
  return setAsideRows(asked.store, access, { filter, limit: MOST_ROWS });
}

/** The entry of a file that was taken out: it names every patient whose rows could be in it. */
export async function csvEntry(asked: Asked, wanted: Wanted, written: number): Promise<AuditEvent> {
  const { file, batchId } = wanted;
  const { rows } = await rowsOf(asked, wanted);
  return {
    event: "exported",
    detail: { what: "set_aside", file, batchId, rows: written },
    listed: patientsNamed(asked, rows),
  };
}

/**
 * The set-aside rows of one file as text for a spreadsheet. Rows of imports with other columns than the first are left out
 * (`truncated`): they cannot share a file, and come with their own import or from the command line.
 */
export async function setAsideAsCsv(asked: Asked, wanted: Wanted): Promise<SetAsideCsv> {
  const kind: RecordKind | null = kindOfFile(wanted.file);
  if (kind === null) throw new AppError("not_found");
  const { rows, total } = await rowsOf(asked, wanted);
  const { columns, partOf } = partsOf(kind, rows);
  const together = rows.filter((row) => partOf(row) === 0);
  const text = [...writeSetAsideCsv(columns[0] ?? setAsideColumns(kind, { cells: null }), together)].join("");
  return { name: setAsideName(wanted.file), text, rows: together.length, truncated: total > together.length };
}
