import type { IncomingRow, Problem } from "@soundings/clinical";
import type { DismissInput, RetryInput, RetryResult } from "@soundings/contract";
import { parseCells } from "@soundings/interchange";
import {
  appendAudit,
  beginImport,
  dismissSetAside,
  patientOfStored,
  setAsideRow,
  siteOf,
  visiblePatient,
} from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { setAsideAccess } from "./access.ts";
import { kindOfFile } from "./kind-of-file.ts";

const isRowId = (id: string) => /^\d{1,15}$/.test(id);

function stillWrong({ column, code, message }: Problem): RetryResult {
  return { outcome: "still_wrong", column, code, message };
}

const NOT_YOURS: Problem = {
  column: "patient_id",
  code: "unknown_reference",
  message: "patient_id names no patient among those you may see: give the id of one of your patients.",
};

/**
 * What keeps a mended row out by whom it is about. It may be of no patient out of scope, neither by its patient nor by the
 * record that its key names now, and the answer is the same whether or not there is such a patient.
 */
function outOfScope(asked: Asked, row: IncomingRow): Problem | null {
  const { everyValue, scope } = setAsideAccess(asked);
  if (everyValue) return null;
  const isMine = (patientId: unknown) =>
    typeof patientId === "string" && visiblePatient(asked.store, scope, patientId);
  const named = "patientId" in row.values ? row.values.patientId : null;
  const stored = patientOfStored(asked.store, row);
  return isMine(named) && (stored === null || isMine(stored)) ? null : NOT_YOURS;
}

async function takeIn(asked: Asked, id: string, row: IncomingRow): Promise<RetryResult> {
  const { store, now, actor } = asked;
  const source = `mended row of ${row.file}`;
  const under = beginImport(store, { source, by: actor.name, actor, mends: id, now: now() });
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

async function tried(asked: Asked, { id, cells }: RetryInput): Promise<RetryResult> {
  const { store, now } = asked;
  const row = isRowId(id) ? setAsideRow(store, { ...setAsideAccess(asked), everyRow: false }, id) : null;
  const kind = row === null ? null : kindOfFile(row.file);
  if (row === null || kind === null) throw new AppError("no_such_set_aside_row");
  if (row.state !== "open") throw new AppError("already_settled");
  const mended = parseCells(kind, cells, { zone: siteOf(store).zone, now: now(), line: row.line });
  if (!mended.taken) return stillWrong(mended.problem);
  const foreign = outOfScope(asked, mended.row);
  return foreign === null ? takeIn(asked, id, mended.row) : stillWrong(foreign);
}

/**
 * Tries a mended row again, as the import of its file would. What is still wrong with it is an answer, not a failure; the
 * audit has it too.
 * @throws AppError no_such_set_aside_row, already_settled.
 */
export async function retryRow(asked: Asked, input: RetryInput): Promise<RetryResult> {
  const result = await tried(asked, input);
  if (result.outcome === "still_wrong") {
    appendAudit(asked.store.writer, asked.actor, {
      event: "set_aside_mended",
      outcome: "failed",
      detail: { id: input.id, code: result.code },
    });
  }
  return result;
}

/** The ids of an input that could be rows: nothing else that was sent goes into the audit. */
export function rowIds({ ids }: DismissInput): readonly string[] {
  return [...new Set(ids.filter(isRowId))];
}

/** Takes rows off the list; one that is not the person's to see, or that somebody settled in the meantime, is left as it is. */
export function dismissRows(asked: Asked, input: DismissInput): { readonly dismissed: number } {
  const { store, actor, now } = asked;
  const access = setAsideAccess(asked);
  const mine = rowIds(input).filter((id) => setAsideRow(store, access, id) !== null);
  const done = mine.filter((id) => dismissSetAside(store, id, { by: actor.name, at: now() }));
  return { dismissed: done.length };
}
