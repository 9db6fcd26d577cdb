import type { IntervalsFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import { axisBelow, type Field, type Scale, scaleOf, ticksOf } from "../parts/axes.ts";
import { widthOfText } from "../parts/boxes.ts";
import { legend } from "../parts/legend.ts";
import { fitted } from "../parts/lines.ts";
import { circle, line, shape, write } from "../parts/shapes.ts";
import { sentence, shareTick, valueWords } from "../parts/words.ts";
import { type Columns, columnsOf, layRows, rowText } from "./interval-rows.ts";
import { type Estimate, rowWords, type Unit } from "./interval-words.ts";

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

/** The line through all rows with its name above them. */
function drawReference(
  { reference, unit }: IntervalsFigure,
  field: Field,
  scale: Scale,
  u: number,
): DrawingElement[] {
  if (reference === null) return [];
  const x = scale(reference.value);
  const text = fitted(
    `${reference.label}: ${valueWords(reference.value, unit)}`,
    field.right - field.left,
    u,
  );
  const half = widthOfText(text, u) / 2;
  // Left of the field stands the head of the counts.
  const at = Math.max(field.left + half, Math.min(x, field.right - half));
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
  const top = figure.reference !== null || !columns.above ? u * 1.6 : 0;
  const laid = layRows(figure, columns, top, u);
  const end = laid.at(-1);
  const field = { ...columns.field, top, bottom: (end ? end.top + end.height : top + u * 2.4) + u * 0.4 };
  const scale = scaleOf([axis.from, axis.to], [field.left, field.right]);
  const ticks = axisTexts(unit, axis, field.right - field.left, u).map(({ value, text }) => ({
    at: scale(value),
    text,
  }));
  const zero =
    axis.from < 0 && axis.to > 0
      ? [line([scale(0), top], [scale(0), field.bottom], { stroke: "line-strong" })]
      : [];
  const drawn = laid.flatMap((one) => {
    const { row, y } = one;
    const about: About = { words: rowWords(row, unit), key: row.key };
    const look = { u, scale, field, about };
    return [
      ...rowText(one, columns, { u, unit, about }),
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
