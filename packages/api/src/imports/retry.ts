import type { IncomingRow, Problem } from "@soundings/clinical";
import type { DismissInput, RetryInput, RetryResult } from "@soundings/contract";
import { parseCells } from "@soundings/interchange";
import { beginImport, dismissSetAside, setAsideRow, siteOf } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import { kindOfFile } from "./kind-of-file.ts";

/** Until people sign in, this is all that is known of who mended a row. */
const BY = "the Imports page";

const isRowId = (id: string) => /^\d{1,15}$/.test(id);

function stillWrong({ column, code, message }: Problem): RetryResult {
  return { outcome: "still_wrong", column, code, message };
}

async function takeIn(services: Services, id: string, row: IncomingRow): Promise<RetryResult> {
  const { store, now } = services;
  const under = beginImport(store, { source: `mended row of ${row.file}`, by: BY, mends: id, now: now() });
  try {
    const outcome = under.stage(row);
    if (typeof outcome !== "string") return stillWrong(outcome);
    const report = await under.apply();
    // A row can be refused at the end, when all rows of its screen are known.
    const [refused] = report.rejections();
    return refused === undefined ? { outcome } : stillWrong(refused);
  } finally {
    under.close();
  }
}

/**
 * Tries a mended row again, as the import of its file would. What is still wrong with it is an answer, not a failure.
 * @throws AppError no_such_set_aside_row, already_settled.
 */
export async function retryRow(services: Services, { id, cells }: RetryInput): Promise<RetryResult> {
  const { store, now } = services;
  const row = isRowId(id) ? await setAsideRow(store, id) : null;
  const kind = row === null ? null : kindOfFile(row.file);
  if (row === null || kind === null) throw new AppError("no_such_set_aside_row");
  if (row.state !== "open") throw new AppError("already_settled");
  const mended = parseCells(kind, cells, { zone: siteOf(store).zone, now: now(), line: row.line });
  return mended.taken ? takeIn(services, id, mended.row) : stillWrong(mended.problem);
}

/** Takes rows off the list; one that somebody settled in the meantime is left as it is. */
export async function dismissRows(
  { store, now }: Services,
  { ids }: DismissInput,
): Promise<{ dismissed: number }> {
  let dismissed = 0;
  for (const id of ids.filter(isRowId)) {
    const done = await dismissSetAside(store, id, { by: BY, at: now() });
    if (done) dismissed += 1;
  }
  return { dismissed };
}
