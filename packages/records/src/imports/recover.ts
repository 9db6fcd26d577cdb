import { present } from "../store/clock.ts";
import { tryLockImports } from "../store/lock.ts";
import type { Store } from "../store/store.ts";
import { applyStaged } from "./apply.ts";
import { abandonBatch, unfinishedBatches } from "./batches.ts";
import { whileApplying } from "./cut-off.ts";
import { discardStaging, hasStaging, leftStaging, removeStaging } from "./staging.ts";

/** Applies the rest of one batch, or gives it up when its rows were not all judged yet. */
function recover(store: Store, batchId: string, applying: boolean): void {
  const staging = applying ? leftStaging(store, batchId) : null;
  if (staging === null) {
    store.writer.act(() => abandonBatch(store.writer, batchId, present()));
    return;
  }
  try {
    for (const _step of applyStaged(store.writer, staging, batchId, present()));
  } catch (error) {
    staging.connection.close();
    throw whileApplying(error);
  }
  discardStaging(staging);
}

/** For whoever holds the claim on imports: settles what a crash left. */
export function settleUnfinished(store: Store): void {
  for (const { batch_id, state } of unfinishedBatches(store.writer)) {
    recover(store, batch_id, state === "applying");
  }
  removeStaging(store.dataDir);
}

/**
 * Finishes the import that a crash cut off while it was applied (every row was judged and is in the staging), or discards
 * one that was cut off before. An import that another process is running is left alone.
 */
export function recoverImports(store: Store): void {
  if (unfinishedBatches(store.reader).length === 0 && !hasStaging(store.dataDir)) return;
  const lock = tryLockImports(store.dataDir);
  if (lock === null) return;
  try {
    settleUnfinished(store);
  } finally {
    lock.release();
  }
}
