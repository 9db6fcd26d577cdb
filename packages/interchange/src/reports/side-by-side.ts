import type { PaperTable } from "@soundings/clinical";

const NARROW = 5;
const LONG = 8;

/** A long and narrow table with its second half beside its first: a page holds twice as much of it. */
export function sideBySide({ columns, rows }: PaperTable): PaperTable {
  if (columns.length > NARROW || rows.length < LONG) return { columns, rows };
  const half = Math.ceil(rows.length / 2);
  const empty = columns.map(() => "");
  return {
    columns: [...columns, ...columns],
    rows: rows.slice(0, half).map((row, place) => [...row, ...(rows[half + place] ?? empty)]),
  };
}
