import type { PaperTable } from "@soundings/clinical";

const LONG = 8;
/** Characters that fit beside one another in half of a page. */
const NARROW = 66;

/** A long and narrow table with its second half beside its first: a page holds twice as much of it. */
export function sideBySide({ columns, rows }: PaperTable): PaperTable {
  const widest = columns.map((column, place) =>
    Math.max(column.length, ...rows.map((row) => row[place]?.length ?? 0)),
  );
  const width = widest.reduce((sum, one) => sum + one, 0);
  if (rows.length < LONG || width > NARROW) return { columns, rows };
  const half = Math.ceil(rows.length / 2);
  const empty = columns.map(() => "");
  return {
    columns: [...columns, ...columns],
    rows: rows.slice(0, half).map((row, place) => [...row, ...(rows[half + place] ?? empty)]),
  };
}
