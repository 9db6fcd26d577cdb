import type { ImportBatch } from "@soundings/contract";
import { counted } from "../../ui/numbers.ts";

export interface RowCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** "412 rows: 398 in, 9 unchanged, 5 set aside". */
export function countWords({ rows, created, updated, unchanged, rejected }: RowCounts): string {
  const parts = [
    `${(created + updated).toLocaleString("en-US")} in`,
    unchanged > 0 && `${unchanged.toLocaleString("en-US")} unchanged`,
    rejected > 0 && `${rejected.toLocaleString("en-US")} set aside`,
  ].filter((part) => typeof part === "string");
  return `${counted(rows, "row")}: ${parts.join(", ")}`;
}

export function totalOf(files: ImportBatch["files"]): RowCounts {
  const none: RowCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  return files.reduce<RowCounts>(
    (sum, file) => ({
      rows: sum.rows + file.rows,
      created: sum.created + file.created,
      updated: sum.updated + file.updated,
      unchanged: sum.unchanged + file.unchanged,
      rejected: sum.rejected + file.rejected,
    }),
    none,
  );
}

/** "all mended", "5 still set aside", or null when there was nothing to mend. */
export function openWords({ rejected, open }: Pick<ImportBatch, "rejected" | "open">): string | null {
  if (rejected === 0) return null;
  return open === 0 ? "all set-aside rows settled" : `${open.toLocaleString("en-US")} still set aside`;
}
