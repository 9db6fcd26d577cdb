import type { SetAsideEntry, SetAsideInput, SetAsidePage } from "@soundings/contract";
import { clinicFileOf } from "@soundings/interchange";
import {
  type ImportBatch,
  importBatches as listBatches,
  type StoredSetAside,
  setAsideByFile,
  setAsideRows,
} from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { setAsideAccess } from "./access.ts";
import { kindOfFile } from "./kind-of-file.ts";

const PAGE = 50;

interface OpenRows {
  readonly batchId: string;
  readonly file: string;
  readonly open: number;
}

/** An import as somebody knows it who sees only the set-aside rows of some patients: those rows and no other count. */
function narrowed({ batchId, source, by, at }: ImportBatch, rows: readonly OpenRows[]) {
  const own = rows.filter((row) => row.batchId === batchId);
  const open = own.reduce((sum, row) => sum + row.open, 0);
  return {
    batchId,
    source,
    by,
    at,
    files: own.map((row) => ({
      file: row.file,
      rows: null,
      created: null,
      updated: null,
      unchanged: null,
      rejected: row.open,
    })),
    rejected: open,
    open,
    superseded: null,
    warnings: null,
  };
}

/** The imports that ended, the latest first. Who sees only some patients is told of their rows only. */
export async function readBatches(asked: Asked) {
  const { store } = asked;
  const access = setAsideAccess(asked);
  const batches = await listBatches(store);
  if (!(access.everyRow || access.everyValue)) {
    const rows = setAsideByFile(store, access);
    return { batches: batches.map((batch) => narrowed(batch, rows)) };
  }
  return {
    batches: batches.map(({ files, ...batch }) => ({
      ...batch,
      files: Object.entries(files).map(([file, counts]) => ({ file, ...counts })),
    })),
  };
}

const WITHHELD =
  "What this row says is withheld from your role. A clinician of the patient or a director can see and mend it.";

/** The column by its name in the contract; a header that was none may hold what a patient is known by. */
function knownColumn(file: string, column: string): string {
  const kind = kindOfFile(file);
  const isKnown = kind !== null && clinicFileOf(kind).columns.some(({ name }) => name === column);
  return isKnown ? column : "";
}

function entry({ shown, id, batchId, file, line, ...row }: StoredSetAside): SetAsideEntry {
  const { column, code, message, cells, raw } = row;
  const place = { id, batchId, file, line, code };
  if (shown) return { ...place, column, message, values: "shown", cells, raw };
  const known = knownColumn(file, column);
  return { ...place, column: known, message: WITHHELD, values: "withheld", cells: null, raw: null };
}

/** Rows that are still set aside, a page at a time. */
export async function readSetAside(asked: Asked, input: SetAsideInput): Promise<SetAsidePage> {
  const { cursor, limit = PAGE, ...filter } = input;
  const page = await setAsideRows(asked.store, setAsideAccess(asked), { filter, cursor, limit });
  return { ...page, rows: page.rows.map(entry) };
}
