import { abandonBatch, unfinishedBatches } from "../imports/batches.ts";
import { present } from "../store/clock.ts";
import type { KeyedFile } from "../store/copy.ts";
import { versionOf } from "../store/migrate.ts";
import { openScratch } from "../store/sqlite.ts";

/** The version since which imports are kept in the database. */
const SINCE = 4;

/**
 * In a copy that is in nobody's use: marks imports that were under way as abandoned, because the copy is without the rows
 * that had not gone in.
 */
export function abandonUnfinished({ file, key }: KeyedFile): void {
  const connection = openScratch(file, key);
  try {
    if (versionOf(connection) < SINCE) return;
    connection.act(() => {
      for (const { batch_id } of unfinishedBatches(connection)) abandonBatch(connection, batch_id, present());
    });
  } finally {
    connection.close();
  }
}
