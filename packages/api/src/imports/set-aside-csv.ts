import type { RecordKind } from "@soundings/clinical";
import type { SetAsideCsv } from "@soundings/contract";
import { writeSetAsideCsv } from "@soundings/interchange";
import { type ReadStore, setAsideRows } from "@soundings/records";
import { AppError } from "../errors.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { setAsideName } from "./set-aside.ts";

/** What one answer carries; the command line writes any number. */
const MOST_ROWS = 5_000;

interface Wanted {
  readonly file: string;
  readonly batchId?: string | undefined;
}

/** The set-aside rows of one file as text for a spreadsheet. */
export async function setAsideAsCsv(store: ReadStore, wanted: Wanted): Promise<SetAsideCsv> {
  const kind: RecordKind | null = kindOfFile(wanted.file);
  if (kind === null) throw new AppError("not_found");
  const { rows, total } = await setAsideRows(store, wanted, { limit: MOST_ROWS });
  const text = [...writeSetAsideCsv(kind, () => rows)].join("");
  return { name: setAsideName(wanted.file), text, rows: rows.length, truncated: total > rows.length };
}
