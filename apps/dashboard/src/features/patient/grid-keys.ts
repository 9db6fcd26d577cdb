import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Columns of a table whose holes span rows: by place on screen, since the number of cells differs from row to row. */
function nearestCell(cells: readonly HTMLElement[], x: number): HTMLElement | undefined {
  const distance = (cell: HTMLElement) => {
    const box = cell.getBoundingClientRect();
    return Math.abs((box.left + box.right) / 2 - x);
  };
  return cells.toSorted((a, b) => distance(a) - distance(b))[0];
}

function targetOf(
  rows: readonly HTMLElement[][],
  at: Place,
  step: readonly [number, number],
): HTMLElement | undefined {
  const [down, right] = step;
  if (down === 0) return rows[at.row]?.[at.column + right];
  const from = rows[at.row]?.[at.column]?.getBoundingClientRect();
  const cells = rows[at.row + down];
  return from && cells ? nearestCell(cells, (from.left + from.right) / 2) : undefined;
}

/** Arrow keys move between the cells of a table, or of what marks its rows; one cell of it is a stop of the keyboard. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll("tr, [data-row]")]
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")])
    .filter((cells) => cells.length > 0);
  const target = event.target;
  const row = rows.findIndex((cells) => cells.includes(target));
  if (row < 0) return;
  event.preventDefault();
  const next = targetOf(rows, { row, column: rows[row]?.indexOf(target) ?? 0 }, step);
  next?.focus();
}
