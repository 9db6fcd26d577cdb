import { scaleLinear } from "d3-scale";
import type { DrawingElement } from "../drawing.ts";
import { widthOfText } from "./boxes.ts";
import { line, write } from "./shapes.ts";

/** Where the values of a plot lie. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Scale = (value: number) => number;

/** From values to a length; a range of values without width lies in its middle. */
export function scaleOf(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const scale = scaleLinear().domain(domain).range(range);
  return (value) => scale(value);
}

/** Round numbers from one value to another, about as many as asked for. */
export function ticksOf(from: number, to: number, count: number): number[] {
  return scaleLinear().domain([from, to]).ticks(Math.max(1, count));
}

/** The next round numbers around values; something to draw on even when all of them are the same. */
export function roundDomain(values: readonly number[], least: number): [number, number] {
  const low = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const high = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, least];
  const lacking = Math.max(0, least - (high - low)) / 2;
  const [from = low, to = high] = scaleLinear()
    .domain([low - lacking, high + lacking])
    .nice(5)
    .domain();
  return [from, to];
}

/** How high a plot over time is in the width that there is: a wide one would otherwise look flat. */
export function heightFor(width: number, u: number): number {
  return Math.max(u * 15, Math.min(u * 24, width * 0.26));
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Those labels of a row that have room; the first and the last stay before those between them. */
export function roomy(ticks: readonly Tick[], size: number): Tick[] {
  const gap = size * 0.6;
  const half = (tick: Tick) => widthOfText(tick.text, size) / 2;
  const clear = (a: Tick, b: Tick) => Math.abs(a.at - b.at) >= half(a) + half(b) + gap;
  const last = ticks.at(-1);
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    const clearBefore = before === undefined || clear(before, tick);
    if (clearBefore && (tick === last || last === undefined || kept.length === 0 || clear(tick, last)))
      kept.push(tick);
  }
  return kept;
}

/** Every second, third, … label, so that those that stand have room and the same distance. */
export function everyNth(ticks: readonly Tick[], size: number): Tick[] {
  const widest = ticks.reduce((most, { text }) => Math.max(most, widthOfText(text, size)), 0);
  const [first, second] = ticks;
  if (first === undefined || second === undefined) return [...ticks];
  const step = Math.max(1, Math.ceil((widest + size * 0.6) / Math.max(1, Math.abs(second.at - first.at))));
  return ticks.filter((_, place) => place % step === 0);
}

interface AxisText {
  readonly size: number;
  readonly title?: string;
}

/** Below the field: a short stroke and a label a tick; the title below the labels, in the middle. */
export function axisBelow(field: Field, ticks: readonly Tick[], { size, title }: AxisText): DrawingElement[] {
  const baseline = field.bottom + size * 1.5;
  return [
    line([field.left, field.bottom], [field.right, field.bottom], { stroke: "line-strong" }),
    ...ticks.map(({ at }) =>
      line([at, field.bottom], [at, field.bottom + size / 3], { stroke: "line-strong" }),
    ),
    ...roomy(ticks, size).map(({ at, text }) =>
      write(text, { x: at, y: baseline, size, anchor: "middle", tone: "ink-3" }),
    ),
    ...(title
      ? [
          write(title, {
            x: (field.left + field.right) / 2,
            y: baseline + size * 1.5,
            size,
            anchor: "middle",
          }),
        ]
      : []),
  ];
}

/** Beside the field: a faint line across and a label a tick. */
export function axisBeside(field: Field, ticks: readonly Tick[], { size }: AxisText): DrawingElement[] {
  return ticks.flatMap(({ at, text }) => [
    line([field.left, at], [field.right, at], { stroke: "line" }),
    write(text, { x: field.left - size / 2, y: at + size * 0.35, size, anchor: "end", tone: "ink-3" }),
  ]);
}

/** How much room the labels beside a field take. */
export function roomBeside(texts: readonly string[], size: number): number {
  return texts.reduce((most, text) => Math.max(most, widthOfText(text, size)), 0) + size;
}
