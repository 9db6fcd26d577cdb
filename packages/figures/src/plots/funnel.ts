import type { FunnelFigure } from "@soundings/clinical";
import type { About, Drawing, DrawingElement, Surface } from "../drawing.ts";
import {
  axisBelow,
  axisBeside,
  type Field,
  roundDomain,
  type Scale,
  scaleOf,
  ticksOf,
} from "../parts/axes.ts";
import { type Box, boxOf, overlap } from "../parts/boxes.ts";
import { grounded } from "../parts/grounded.ts";
import { legend, type Sample } from "../parts/legend.ts";
import { fitted } from "../parts/lines.ts";
import { circle, diamond, line, lineThrough, write } from "../parts/shapes.ts";
import { countWords, sentence, shareTick, valueWords } from "../parts/words.ts";

type Point = FunnelFigure["points"][number];
type Limits = FunnelFigure["limits"][number];
type Mark = (at: { readonly x: number; readonly y: number }, u: number, about?: About) => DrawingElement;

/** Where a group lies: by shape and filling, and without a tone, as high is good in one measure and bad in the next. */
const PLACES: Readonly<Record<Point["place"], { readonly words: string; readonly mark: Mark }>> = {
  within: {
    words: "within both limits",
    mark: (at, u, about) => circle(at, u * 0.36, { fill: "ink-3", stroke: "paper", about }),
  },
  outside_95: {
    words: "outside the 95\u00a0% limits",
    mark: (at, u, about) => diamond(at, u * 0.55, { fill: "paper", stroke: "ink", strokeWidth: 1.5, about }),
  },
  outside_998: {
    words: "outside the 99.8\u00a0% limits",
    mark: (at, u, about) => diamond(at, u * 0.6, { fill: "ink", stroke: "paper", about }),
  },
};
const ORDER = ["within", "outside_95", "outside_998"] as const;

interface Plane {
  readonly field: Field;
  readonly x: Scale;
  readonly y: Scale;
  readonly u: number;
}

function pointWords({ label, n, value, place }: Point): string {
  return sentence(`${label}: ${valueWords(value, "percent")}, n = ${countWords(n)}, ${PLACES[place].words}`);
}

/** A name beside its point where it covers neither another name nor a point; it goes without where there is no such place. */
function drawNames(points: readonly Point[], { field, x, y, u }: Plane): DrawingElement[] {
  const taken: Box[] = points.map(({ n, value }) => {
    const r = u * 0.5;
    return { left: x(n) - r, right: x(n) + r, top: y(value) - r, bottom: y(value) + r };
  });
  const names: DrawingElement[] = [];
  for (const point of points.filter(({ place }) => place !== "within")) {
    const [px, py] = [x(point.n), y(point.value)];
    const about = { words: pointWords(point), key: point.key };
    const text = fitted(point.label, (field.right - field.left) / 2, u);
    const tries = [
      { x: px + u * 0.9, y: py + u * 0.35, anchor: "start" },
      { x: px - u * 0.9, y: py + u * 0.35, anchor: "end" },
      { x: px, y: py - u * 0.9, anchor: "middle" },
      { x: px, y: py + u * 1.6, anchor: "middle" },
    ] as const;
    const name = tries
      .map((at) => write(text, { ...at, size: u, tone: "ink", about }))
      .find((one) => {
        const box = boxOf(one);
        const inside =
          box.left >= field.left &&
          box.right <= field.right &&
          box.top >= field.top &&
          box.bottom <= field.bottom;
        return inside && !taken.some((other) => overlap(box, other));
      });
    if (name) {
      // The limits go on behind a name, faint enough for it to be read.
      names.push(...grounded(name));
      taken.push(boxOf(name));
    }
  }
  return names;
}

/** The name of the whole on its line, at a place and a side where it covers no point. */
function drawWhole({ theta, thetaLabel, points }: FunnelFigure, { field, x, y, u }: Plane): DrawingElement[] {
  const words = `${thetaLabel}: ${valueWords(theta, "percent")}`;
  const text = fitted(words, field.right - field.left, u);
  const at = y(theta);
  const along = (share: number) => field.left + (field.right - field.left) * share;
  const tries = [at - u * 0.4, at + u * 1.2].flatMap((baseline) => [
    write(text, { x: field.left + u * 0.4, y: baseline, size: u, tone: "accent" }),
    write(text, { x: field.right, y: baseline, size: u, tone: "accent", anchor: "end" }),
    ...[0.5, 0.75, 0.25].map((share) =>
      write(text, { x: along(share), y: baseline, size: u, tone: "accent", anchor: "middle" }),
    ),
  ]);
  const isFree = (name: DrawingElement) => {
    const { left, right, top, bottom } = boxOf(name);
    if (top < 0) return false;
    const wide = {
      left: left - u * 0.5,
      right: right + u * 0.5,
      top: top - u * 0.5,
      bottom: bottom + u * 0.5,
    };
    return !points.some(({ n, value }) =>
      overlap(wide, { left: x(n), right: x(n) + 1, top: y(value), bottom: y(value) + 1 }),
    );
  };
  const name = tries.find(isFree) ?? tries[0];
  return [
    line([field.left, at], [field.right, at], { stroke: "accent", about: { words: sentence(words) } }),
    ...(name ? grounded(name) : []),
  ];
}

function drawLimits(limits: readonly Limits[], { x, y, field }: Plane): DrawingElement[] {
  if (limits.length === 0) return [];
  // A limit beyond the plot is not drawn along its edge.
  const isSeen = (at: readonly [number, number]) => at[1] >= field.top && at[1] <= field.bottom;
  const through = (which: "low95" | "high95" | "low998" | "high998") =>
    limits.map((one) => [x(one.n), y(one[which])] as const).filter(isSeen);
  const dashed = { stroke: "ink-3", dash: [5, 3] } as const;
  return [
    { points: through("low95"), look: dashed },
    { points: through("high95"), look: dashed },
    { points: through("low998"), look: { stroke: "ink-3" } as const },
    { points: through("high998"), look: { stroke: "ink-3" } as const },
  ].flatMap(({ points, look }) => (points.length > 1 ? [lineThrough(points, look)] : []));
}

/** Heights are read from 0 unless it is said that they cannot be. */
function drawCut([from, to]: readonly [number, number], u: number): DrawingElement[] {
  if (from === 0) return [];
  const words = `The scale runs from ${shareTick(from)} to ${shareTick(to)}, not from 0.`;
  return [write(words, { x: 0, y: u, size: u, tone: "ink-3" })];
}

function samples(u: number): Sample[] {
  const stroke = (dash?: readonly number[]) => ({ stroke: "ink-3", ...(dash ? { dash } : {}) }) as const;
  return [
    ...ORDER.map(
      (place): Sample => ({ mark: (at) => [PLACES[place].mark(at, u)], text: PLACES[place].words }),
    ),
    {
      mark: ({ x, y }) => [line([x - u * 0.6, y], [x + u * 0.6, y], stroke([5, 3]))],
      text: "95\u00a0% limits",
    },
    { mark: ({ x, y }) => [line([x - u * 0.6, y], [x + u * 0.6, y], stroke())], text: "99.8\u00a0% limits" },
  ];
}

function spokenOf({ points, theta, thetaLabel }: FunnelFigure): string {
  const whole = sentence(`${thetaLabel}: ${valueWords(theta, "percent")}`);
  if (points.length === 0) return `${whole} No data: no group to compare.`;
  const outside = points.filter(({ place }) => place !== "within");
  const rest = points.length - outside.length;
  return [
    whole,
    `${points.length} groups, ${rest} of them within both limits.`,
    ...outside.map(pointWords),
  ].join(" ");
}

/** Groups by their size, within the limits in which groups lie when only chance parts them. */
export function drawFunnel(figure: FunnelFigure, { width, text: u }: Surface): Drawing {
  const { points, limits, theta } = figure;
  const most = [...points, ...limits].reduce((one, { n }) => Math.max(one, n), 10);
  // The widest limits belong to sizes that no group has; the values of groups and the limits from the smallest on are seen whole.
  const least = points.reduce((one, { n }) => Math.min(one, n), most);
  const seen = limits.filter(({ n }) => n >= least * 0.8).flatMap(({ low998, high998 }) => [low998, high998]);
  const [from, to] = roundDomain([theta, ...points.map(({ value }) => value), ...seen], 0.1);
  const domain: [number, number] = [Math.max(0, from), Math.min(1, to)];
  const top = u * (domain[0] === 0 ? 1 : 2.4);
  const field = { left: u * 4, right: width - u * 1.5, top, bottom: top + u * (width < u * 46 ? 21 : 26) };
  const plane: Plane = {
    field,
    u,
    x: scaleOf([0, most * 1.04], [field.left, field.right]),
    y: scaleOf(domain, [field.bottom, field.top]),
  };
  const beside = ticksOf(domain[0], domain[1], 6).map((value) => ({
    at: plane.y(value),
    text: shareTick(value),
  }));
  const below = ticksOf(0, most * 1.04, (field.right - field.left) / (u * 6)).map((value) => ({
    at: plane.x(value),
    text: countWords(value),
  }));
  const key = legend(samples(u), { x: 0, y: field.bottom + u * 3.8, width, size: u });
  return {
    width,
    height: field.bottom + u * 4 + key.height,
    title: figure.title ?? "Groups by their size, with the limits of chance",
    spoken: spokenOf(figure),
    elements: [
      ...drawCut(domain, u),
      ...axisBeside(field, beside, { size: u }),
      ...axisBelow(field, below, { size: u, title: "stays in the group (n)" }),
      ...drawLimits(limits, plane),
      ...drawWhole(figure, plane),
      ...points.map((point) =>
        PLACES[point.place].mark({ x: plane.x(point.n), y: plane.y(point.value) }, u, {
          words: pointWords(point),
          key: point.key,
        }),
      ),
      ...drawNames(points, plane),
      ...key.elements,
    ],
  };
}
