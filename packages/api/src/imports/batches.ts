import type { SetAsideInput, SetAsidePage } from "@soundings/contract";
import { importBatches as listBatches, type ReadStore, setAsideRows } from "@soundings/records";

const PAGE = 50;

/** The imports that ended, the latest first. */
export async function readBatches(store: ReadStore) {
  const batches = await listBatches(store);
  return {
    batches: batches.map(({ files, ...batch }) => ({
      ...batch,
      files: Object.entries(files).map(([file, counts]) => ({ file, ...counts })),
    })),
  };
}

/** Rows that are still set aside, a page at a time. */
export async function readSetAside(store: ReadStore, input: SetAsideInput): Promise<SetAsidePage> {
  const { cursor, limit = PAGE, ...filter } = input;
  const page = await setAsideRows(store, filter, { cursor, limit });
  return {
    ...page,
    rows: page.rows.map(({ state: _state, ...row }) => ({ ...row, values: "shown" as const })),
  };
}
