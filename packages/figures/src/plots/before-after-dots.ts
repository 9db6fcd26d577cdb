import type { BeforeAfter, BeforeAfterFigure } from "@soundings/clinical";
import type { About, DrawingElement, Tone } from "../drawing.ts";
import type { Field, Scale } from "../parts/axes.ts";
import { circle, cross, rect } from "../parts/shapes.ts";
import { counted, dateWords, instrumentName } from "../parts/words.ts";

export interface Square {
  readonly field: Field;
  readonly x: Scale;
  readonly y: Scale;
  readonly cell: number;
  readonly u: number;
}

export type Change = BeforeAfter["change"];

/** Shape and tone by reliable change: filled, hollow, crossed. */
export const MARKS: Readonly<
  Record<
    Change,
    {
      readonly words: string;
      readonly draw: (x: number, y: number, r: number, about?: About) => DrawingElement;
    }
  >
> = {
  improved: {
    words: "reliably improved",
    draw: (x, y, r, about) => circle({ x, y }, r, { fill: "better", about }),
  },
  none: {
    words: "no reliable change",
    draw: (x, y, r, about) =>
      circle({ x, y }, r * 0.9, {
        fill: "paper",
        stroke: "ink-3",
        strokeWidth: Math.max(0.8, r * 0.3),
        about,
      }),
  },
  worsened: {
    words: "reliably worsened",
    draw: (x, y, r, about) =>
      cross({ x, y }, r * 0.95, { stroke: "worse", strokeWidth: Math.max(1, r * 0.5), about }),
  },
};
export const CHANGES = ["improved", "none", "worsened"] as const satisfies readonly Change[];

const FILLS = { improved: "better", none: "ink-3", worsened: "worse" } as const satisfies Record<
  Change,
  Tone
>;

/** How many dots stand side by side in a cell at most: with more than that squared they are not drawn one by one. */
function mostAcross({ cell, u }: Square): number {
  return Math.max(4, Math.min(8, Math.floor(cell / (u * 0.25))));
}

/** Whether patients with the same scores are too many to be drawn one by one. */
export function hasCounted({ dots }: BeforeAfterFigure, square: Square): boolean {
  return cellsOf(dots).some((cell) => patientsOf(cell) > mostAcross(square) ** 2);
}

/** Places of so many dots around the middle of a cell of side 1, in rows as long as the columns are high. */
function placesOf(count: number, pitch: number): (readonly [number, number])[] {
  const across = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / across);
  return Array.from({ length: count }, (_, place) => {
    const row = Math.floor(place / across);
    const inRow = row === rows - 1 ? count - row * across : across;
    return [((place % across) - (inRow - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch] as const;
  });
}

/** Of very many, patients with the same two scores come as one. */
export function patientsOf(dots: readonly BeforeAfter[]): number {
  return dots.reduce((sum, { patients = 1 }) => sum + patients, 0);
}

function cellsOf(dots: readonly BeforeAfter[]): BeforeAfter[][] {
  const cells = new Map<string, BeforeAfter[]>();
  for (const dot of dots) {
    const key = `${dot.pre}/${dot.post}`;
    cells.set(key, [...(cells.get(key) ?? []), dot]);
  }
  return [...cells.values()].sort(([a], [b]) => (a && b ? a.pre - b.pre || a.post - b.post : 0));
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace("-", "−"));

function dotWords(name: string, { pre, post, preOn, postOn, change }: BeforeAfter): string {
  return `${name}: ${pre} on ${dateWords(preOn)}, ${post} on ${dateWords(postOn)} (${signed(post - pre)}), ${MARKS[change].words}.`;
}

/** Each patient a dot in the cell of their two scores. */
export function drawDots({ dots, instrument }: BeforeAfterFigure, square: Square): DrawingElement[] {
  const { x, y, cell, u } = square;
  const cells = cellsOf(dots);
  const most = cells.reduce((count, one) => Math.max(count, patientsOf(one)), 1);
  const across = Math.min(mostAcross(square), Math.ceil(Math.sqrt(most)));
  const r = Math.min(u * 0.36, (cell / across) * 0.46);
  const name = instrumentName(instrument);
  return cells.flatMap((one) => {
    const [first] = one;
    if (first === undefined) return [];
    const at = { x: x(first.pre), y: y(first.post) };
    const count = patientsOf(one);
    const counts = `${counted(count, "patient")}: ${name} ${first.pre} before, ${first.post} after, ${MARKS[first.change].words}.`;
    if (count > across * across) {
      const side = cell * 0.9;
      const box = { x: at.x - side / 2, y: at.y - side / 2, width: side, height: side };
      return [rect(box, { fill: FILLS[first.change], about: { words: counts } })];
    }
    // Those who worsened are few, and they are whom one looks for: the densest place does not make them as small as all others.
    const wide = first.change === "worsened" ? Math.ceil(Math.sqrt(count)) : across;
    const own = first.change === "worsened" ? Math.min(u * 0.36, (cell / wide) * 0.4) : r;
    const whole = one.length < count;
    return placesOf(count, 1 / wide).map(([dx, dy], place) => {
      const dot = one[place] ?? first;
      // Patients who come as one are drawn each, and told of together.
      const about: About = whole ? { words: counts } : { words: dotWords(name, dot), key: dot.episodeId };
      return MARKS[dot.change].draw(at.x + dx * cell, at.y + dy * cell, own, about);
    });
  });
}
