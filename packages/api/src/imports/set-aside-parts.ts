import type { RecordKind } from "@soundings/clinical";
import { setAsideColumns } from "@soundings/interchange";
import type { StoredSetAside } from "@soundings/records";

/** The set-aside rows of one file of the export, parted so that the rows of a part have the same columns. */
export interface SetAsideParts {
  /** The columns of each part, in the order in which they were met. */
  readonly columns: readonly (readonly string[])[];
  readonly partOf: (row: StoredSetAside) => number;
}

/**
 * Finds the parts. A row that could not be taken apart goes with the other rows of its import, which came from the same
 * file; when there are none, its columns are not known.
 */
export function partsOf(kind: RecordKind, rows: Iterable<StoredSetAside>): SetAsideParts {
  const columns: (readonly string[])[] = [];
  const known = new Map<string, number>();
  const ofImport = new Map<string, number>();
  const withoutCells = new Set<string>();
  const partWith = (row: Pick<StoredSetAside, "cells">): number => {
    const names = setAsideColumns(kind, row);
    const key = names.join();
    const part = known.get(key) ?? columns.push(names) - 1;
    known.set(key, part);
    return part;
  };
  for (const row of rows) {
    if (row.cells === null) withoutCells.add(row.batchId);
    else ofImport.set(row.batchId, partWith(row));
  }
  for (const batchId of withoutCells)
    if (!ofImport.has(batchId)) ofImport.set(batchId, partWith({ cells: null }));
  return {
    columns,
    partOf: (row) => (row.cells === null ? (ofImport.get(row.batchId) ?? partWith(row)) : partWith(row)),
  };
}
