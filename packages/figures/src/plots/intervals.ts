import type { IntervalsFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import { axisBelow, type Field, roomBeside, type Scale, scaleOf, ticksOf } from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { grounded } from "../parts/grounded.ts";
import { legend } from "../parts/legend.ts";
import { fitted } from "../parts/lines.ts";
import { circle, line, shape, write } from "../parts/shapes.ts";
import { countWords, sentence, shareTick, valueWords } from "../parts/words.ts";
import { type Estimate, missing, type Row, rowWords, type Unit, valueText } from "./interval-words.ts";

interface Look {
  readonly u: number;
  readonly scale: Scale;
  readonly field: Field;
  readonly about: About;
}

/** The end of an interval that goes on beyond the axis is an arrow, so that it is not read as its end. */
function ends(
  { low, high }: { low: number; high: number },
  y: number,
  { u, scale, field, about }: Look,
  tone: "ink-2" | "ink-3",
): DrawingElement[] {
  const [left, right] = [scale(Math.min(low, high)), scale(Math.max(low, high))];
  const [from, to] = [
    Math.max(field.left, Math.min(field.right, left)),
    Math.min(field.right, Math.max(field.left, right)),
  ];
  const tip = u * 0.35;
  const end = (at: number, beyond: boolean, sign: number) =>
    beyond
      ? shape(
          [
            [at, y],
            [at - sign * tip, y - tip],
            [at - sign * tip, y + tip],
          ],
          { fill: tone, about },
        )
      : line([at, y - tip], [at, y + tip], { stroke: tone, strokeWidth: 1.25, about });
  return [
    line([from, y], [to, y], { stroke: tone, strokeWidth: tone === "ink-2" ? 1.75 : 1.25, about }),
    end(from, left < field.left, -1),
    end(to, right > field.right, 1),
  ];
}

function drawEstimate(
  { value, low, high }: Estimate,
  y: number,
  look: Look,
  isMain: boolean,
): DrawingElement[] {
  if (value === null) return [];
  const { u, scale, field, about } = look;
  const interval =
    low === null || high === null ? [] : ends({ low, high }, y, look, isMain ? "ink-2" : "ink-3");
  const x = scale(value);
  if (x < field.left - 0.5 || x > field.right + 0.5) return interval;
  const at = { x, y };
  return [
    ...interval,
    isMain
      ? circle(at, u * 0.38, { fill: "ink", stroke: "paper", about })
      : circle(at, u * 0.32, { fill: "paper", stroke: "ink-3", strokeWidth: 1.25, about }),
  ];
}

interface RowLook extends Look {
  readonly unit: Unit;
}

interface Columns {
  readonly field: Field;
  /** Room for the names in their own line above, or at the left. */
  readonly above: boolean;
  readonly labels: number;
  readonly width: number;
  readonly nAt: number;
  readonly valuesAt: number;
}

function columnsOf({ rows, unit }: IntervalsFigure, { width, text: u }: Surface): Columns {
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

/** The words of one row: beside the plot, or on their own line above it. */
function rowText(row: Row, y: number, columns: Columns, { u, unit, about }: RowLook): DrawingElement[] {
  const { above, labels, nAt, valuesAt, field, width } = columns;
  const value = valueText(row, unit);
  if (above) {
    const right = value === "" ? missing(row) : value;
    const room = width - widthOfText(right, u) - u;
    const n = row.n === null ? "" : `, n = ${countWords(row.n)}`;
    return [
      write(`${fitted(row.label, room - widthOfText(n, u), u)}${n}`, {
        x: 0,
        y: y - u * 0.8,
        size: u,
        tone: "ink",
        about,
      }),
      write(right, {
        x: width,
        y: y - u * 0.8,
        size: u,
        anchor: "end",
        tone: value === "" ? "nodata" : "ink-2",
        about,
      }),
    ].flatMap(grounded);
  }
  const middle = y + u * 0.35;
  return [
    write(fitted(row.label, labels - u * 0.5, u), { x: 0, y: middle, size: u, tone: "ink", about }),
    write(row.n === null ? "withheld" : countWords(row.n), {
      x: nAt,
      y: middle,
      size: u,
      anchor: "end",
      tone: "ink-3",
      about,
    }),
    ...(value === ""
      ? [write(missing(row), { x: field.left + u * 0.5, y: middle, size: u, tone: "nodata", about })]
      : [write(value, { x: valuesAt, y: middle, size: u, about })]),
  ];
}

/** The line through all rows with its name above them. */
function drawReference(
  { reference, unit }: IntervalsFigure,
  field: Field,
  scale: Scale,
  u: number,
): DrawingElement[] {
  if (reference === null) return [];
  const x = scale(reference.value);
  const text = fitted(`${reference.label}: ${valueWords(reference.value, unit)}`, field.right, u);
  const half = widthOfText(text, u) / 2;
  const at = Math.max(half, Math.min(x, field.right - half));
  const about = { words: sentence(`${reference.label}: ${valueWords(reference.value, unit)}`) };
  return [
    line([x, field.top], [x, field.bottom], { stroke: "accent", dash: [4, 3], about }),
    write(text, {
      x: at,
      y: field.top - u * 0.4,
      size: u,
      anchor: "middle",
      tone: "accent",
      about,
    }),
  ];
}

function headings({ above, nAt, valuesAt }: Columns, u: number, hasReference: boolean): DrawingElement[] {
  if (above) return [];
  const y = hasReference ? u : u * 1.1;
  return [
    write("n", { x: nAt, y, size: u, anchor: "end", tone: "ink-3" }),
    write("95\u00a0% interval", { x: valuesAt, y, size: u, tone: "ink-3" }),
  ];
}

function axisTexts(unit: Unit, { from, to }: IntervalsFigure["axis"], wide: number, u: number) {
  return ticksOf(from, to, wide / (u * 6)).map((value) => ({
    value,
    // Round numbers of an axis need no more digits than they have.
    text: unit === "percent" ? shareTick(value) : String(Math.round(value * 100) / 100).replace("-", "−"),
  }));
}

/** Rows with a value and its interval on one axis, in the order that they come in. */
export function drawIntervals(figure: IntervalsFigure, surface: Surface): Drawing {
  const { rows, unit, axis } = figure;
  const { width, text: u } = surface;
  const columns = columnsOf(figure, surface);
  const hasBeside = rows.some(({ beside }) => beside);
  const each = columns.above ? u * (hasBeside ? 4.2 : 3.4) : u * (hasBeside ? 3 : 2.3);
  const top = figure.reference !== null || !columns.above ? u * 1.6 : 0;
  const field = { ...columns.field, top, bottom: top + each * Math.max(1, rows.length) + u * 0.4 };
  const scale = scaleOf([axis.from, axis.to], [field.left, field.right]);
  const ticks = axisTexts(unit, axis, field.right - field.left, u).map(({ value, text }) => ({
    at: scale(value),
    text,
  }));
  const zero =
    axis.from < 0 && axis.to > 0
      ? [line([scale(0), top], [scale(0), field.bottom], { stroke: "line-strong" })]
      : [];
  const drawn = rows.flatMap((row, place) => {
    const about: About = { words: rowWords(row, unit), key: row.key };
    const y = top + each * place + (columns.above ? u * 2.5 : each / 2 + u * (hasBeside ? -0.2 : 0.1));
    const look = { u, scale, field, about, unit };
    return [
      ...rowText(row, y, { ...columns, field }, look),
      ...(row.beside ? drawEstimate(row.beside, y + u * 0.85, look, false) : []),
      ...drawEstimate(row, y, look, true),
    ];
  });
  const besideLabel = rows.find(({ beside }) => beside)?.beside?.label;
  const key = besideLabel
    ? legend(
        [
          {
            mark: (at) => [circle(at, u * 0.32, { fill: "paper", stroke: "ink-3", strokeWidth: 1.25 })],
            text: besideLabel,
          },
        ],
        { x: field.left, y: field.bottom + u * 2.2, width: field.right - field.left, size: u },
      )
    : { elements: [], height: 0 };
  return {
    width,
    height: field.bottom + u * 2 + key.height,
    title: figure.title,
    spoken: rows.length === 0 ? "No data." : rows.map((row) => rowWords(row, unit)).join(" "),
    elements: [
      ...ticks.map(({ at }) => line([at, top], [at, field.bottom], { stroke: "line" })),
      ...zero,
      ...axisBelow(field, ticks, { size: u }),
      ...key.elements,
      ...headings(columns, u, figure.reference !== null),
      ...drawReference(figure, field, scale, u),
      ...(rows.length === 0
        ? [write("No data", { x: 0, y: top + u * 1.6, size: u, tone: "nodata" })]
        : drawn),
    ],
  };
}
