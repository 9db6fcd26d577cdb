import type { ImportBatch } from "@soundings/contract";
import { counted } from "../../ui/numbers.ts";

/** Where the rows of a file went; null for what is counted over patients whom the reader does not see. */
interface RowCounts {
  readonly rows: number | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly unchanged: number | null;
  readonly rejected: number;
}

const NONE: RowCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
const NOT_TOLD: RowCounts = { rows: null, created: null, updated: null, unchanged: null, rejected: 0 };

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

/** "412 rows: 398 in, 9 unchanged, 5 set aside", or "5 set aside among your patients; other rows: no data". */
export function countWords({ rows, created, updated, unchanged, rejected }: RowCounts): string {
  const taken = plus(created, updated);
  const aside = `${rejected.toLocaleString("en-US")} set aside`;
  if (rows === null || taken === null) return `${aside} among your patients; other rows: no data`;
  const parts = [
    `${taken.toLocaleString("en-US")} in`,
    unchanged !== null && unchanged > 0 && `${unchanged.toLocaleString("en-US")} unchanged`,
    rejected > 0 && aside,
  ].filter((part) => typeof part === "string");
  return `${counted(rows, "row")}: ${parts.join(", ")}`;
}

export function totalOf({ files, warnings }: Pick<ImportBatch, "files" | "warnings">): RowCounts {
  return files.reduce<RowCounts>(
    (sum, file) => ({
      rows: plus(sum.rows, file.rows),
      created: plus(sum.created, file.created),
      updated: plus(sum.updated, file.updated),
      unchanged: plus(sum.unchanged, file.unchanged),
      rejected: sum.rejected + file.rejected,
    }),
    warnings === null ? NOT_TOLD : NONE,
  );
}

/** "2 warnings", null when there was none. */
export function warningWords(warnings: number | null): string | null {
  if (warnings === null) return "warnings: no data";
  return warnings > 0 ? counted(warnings, "warning") : null;
}

/** "all mended", "5 still set aside", or null when there was nothing to mend. */
export function openWords({ rejected, open }: Pick<ImportBatch, "rejected" | "open">): string | null {
  if (rejected === 0) return null;
  return open === 0 ? "all set-aside rows settled" : `${open.toLocaleString("en-US")} still set aside`;
}
