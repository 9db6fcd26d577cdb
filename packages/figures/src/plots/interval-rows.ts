import type { IntervalsFigure } from "@soundings/clinical";
import type { About, DrawingElement, Surface } from "../drawing.ts";
import { type Field, roomBeside } from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { grounded } from "../parts/grounded.ts";
import { linesOf } from "../parts/lines.ts";
import { write } from "../parts/shapes.ts";
import { countWords } from "../parts/words.ts";
import { missing, type Row, type Unit, valueText } from "./interval-words.ts";

const LEADING = 1.3;

/** Where the names, the n and the values stand: beside the plot, or in lines of their own above it where there is little room. */
export interface Columns {
  readonly above: boolean;
  readonly labels: number;
  readonly width: number;
  readonly nAt: number;
  readonly valuesAt: number;
  readonly field: Field;
}

export function columnsOf({ rows, unit }: IntervalsFigure, { width, text: u }: Surface): Columns {
  const values = roomBeside(["95\u00a0% interval", ...rows.map((row) => valueText(row, unit))], u);
  const n = roomBeside(["n", ...rows.map((row) => (row.n === null ? "withheld" : countWords(row.n)))], u);
  const labels = Math.min(
    roomBeside(
      rows.map((row) => row.label),
      u,
    ),
    width * 0.34,
  );
  const above = width < u * 46;
  // The labels of the axis stand out by half their width.
  const left = above ? u * 1.6 : labels + n;
  const right = above ? width - u * 1.8 : width - values;
  return {
    above,
    width,
    labels,
    nAt: labels + n - u,
    valuesAt: right + u,
    field: { left, right, top: 0, bottom: 0 },
  };
}

interface LaidRow {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  /** Where its dot stands. */
  readonly y: number;
  /** Its name, and above the plot its n as well. */
  readonly lines: readonly string[];
}

function linesAbove(row: Row, width: number, unit: Unit, u: number): string[] {
  const room = width - widthOfText(valueText(row, unit) || missing(row), u) - u;
  const n = row.n === null ? "" : `n = ${countWords(row.n)}`;
  const whole = n === "" ? row.label : `${row.label}, ${n}`;
  return widthOfText(whole, u) <= room ? [whole] : [...linesOf(row.label, width, u), n];
}

/** The rows one below the other, each as high as its words and marks need. */
export function layRows(
  { rows, unit, roomy = false }: IntervalsFigure,
  columns: Columns,
  top: number,
  u: number,
): LaidRow[] {
  const hasBeside = rows.some(({ beside }) => beside);
  const isHigh = hasBeside || (roomy && !columns.above);
  let y = top;
  return rows.map((row) => {
    const start = y;
    if (columns.above) {
      const lines = linesAbove(row, columns.width, unit, u);
      const more = (lines.length - 1) * LEADING * u;
      const height = u * (hasBeside ? 4.2 : 3.4) + more;
      y += height;
      return { row, top: start, height, lines, y: start + u * 2.5 + more };
    }
    const lines = linesOf(row.label, columns.labels - u * 0.5, u);
    const height = Math.max(u * (isHigh ? 3 : 2.3), (lines.length * LEADING + 1) * u);
    y += height;
    return { row, top: start, height, lines, y: start + height / 2 + u * (isHigh ? -0.2 : 0.1) };
  });
}

interface RowLook {
  readonly u: number;
  readonly unit: Unit;
  readonly about: About;
}

function textAbove(
  { row, lines, y }: LaidRow,
  { width }: Columns,
  { u, unit, about }: RowLook,
): DrawingElement[] {
  const value = valueText(row, unit);
  const baseline = y - u * 0.8;
  const names = lines.map((text, place) =>
    write(text, {
      x: 0,
      y: baseline - (lines.length - 1 - place) * LEADING * u,
      size: u,
      tone: "ink",
      about,
    }),
  );
  const right = write(value || missing(row), {
    x: width,
    y: baseline,
    size: u,
    anchor: "end",
    tone: value === "" ? "nodata" : "ink-2",
    about,
  });
  return [...names, right].flatMap(grounded);
}

/** The words of one row. */
export function rowText(laid: LaidRow, columns: Columns, look: RowLook): DrawingElement[] {
  if (columns.above) return textAbove(laid, columns, look);
  const { row, lines, y } = laid;
  const { u, unit, about } = look;
  const value = valueText(row, unit);
  const middle = y + u * 0.35;
  const first = middle - ((lines.length - 1) / 2) * LEADING * u;
  return [
    ...lines.map((text, place) =>
      write(text, { x: 0, y: first + place * LEADING * u, size: u, tone: "ink", about }),
    ),
    write(row.n === null ? "withheld" : countWords(row.n), {
      x: columns.nAt,
      y: middle,
      size: u,
      anchor: "end",
      tone: "ink-3",
      about,
    }),
    value === ""
      ? write(missing(row), { x: columns.field.left + u * 0.5, y: middle, size: u, tone: "nodata", about })
      : write(value, { x: columns.valuesAt, y: middle, size: u, about }),
  ];
}
