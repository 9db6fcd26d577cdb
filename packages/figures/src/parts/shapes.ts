import type { About, DrawingElement, Look, Tone } from "../drawing.ts";

type Text = Extract<DrawingElement, { kind: "text" }>;

/** Optional parts of an element that are left out where they are not given. */
type Parts = Look & { readonly about?: About | undefined };

function withAbout({ about, ...look }: Parts) {
  return about === undefined ? look : { ...look, about };
}

/** Hundredths of a unit are finer than any surface. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  parts: Parts,
): DrawingElement {
  const [[x1, y1], [x2, y2]] = [from.map(rounded), to.map(rounded)];
  return { kind: "line", x1: x1 ?? 0, y1: y1 ?? 0, x2: x2 ?? 0, y2: y2 ?? 0, ...withAbout(parts) };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export function rect(
  at: Place & { readonly width: number; readonly height: number },
  parts: Parts,
): DrawingElement {
  const { x, y } = at;
  // Rounding must not make a bar of nothing, or one that goes backward.
  const [width, height] = [Math.max(0, rounded(at.width)), Math.max(0, rounded(at.height))];
  return { kind: "rect", x: rounded(x), y: rounded(y), width, height, ...withAbout(parts) };
}

export function circle({ x, y }: Place, r: number, parts: Parts): DrawingElement {
  return { kind: "circle", cx: rounded(x), cy: rounded(y), r: rounded(r), ...withAbout(parts) };
}

export function path(d: string, parts: Parts): DrawingElement {
  return { kind: "path", d, ...withAbout(parts) };
}

const data = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], place) => `${place === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("");

/** A line through points. */
export function lineThrough(points: readonly (readonly [number, number])[], parts: Parts): DrawingElement {
  return path(data(points), parts);
}

/** A closed shape. */
export function shape(points: readonly (readonly [number, number])[], parts: Parts): DrawingElement {
  return path(`${data(points)}Z`, parts);
}

export function diamond({ x, y }: Place, r: number, parts: Parts): DrawingElement {
  return shape(
    [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ],
    parts,
  );
}

/** Its tip above or below. */
export function triangle(
  { x, y }: Place,
  r: number,
  parts: Parts & { readonly tip: "up" | "down" },
): DrawingElement {
  const { tip, ...rest } = parts;
  const sign = tip === "up" ? -1 : 1;
  return shape(
    [
      [x, y + sign * r],
      [x + r, y - sign * 0.8 * r],
      [x - r, y - sign * 0.8 * r],
    ],
    rest,
  );
}

export function cross({ x, y }: Place, r: number, parts: Parts): DrawingElement {
  return path(
    `${data([
      [x - r, y - r],
      [x + r, y + r],
    ])}${data([
      [x - r, y + r],
      [x + r, y - r],
    ])}`,
    parts,
  );
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone?: Tone;
  readonly anchor?: Text["anchor"];
  readonly medium?: boolean;
  readonly turn?: number;
  readonly about?: About | undefined;
}

/** Words with their baseline at a place. */
export function write(text: string, at: Written): DrawingElement {
  const { x, y, size, tone = "ink-2", anchor = "start", medium = false, turn, about } = at;
  return {
    kind: "text",
    x: rounded(x),
    y: rounded(y),
    text,
    anchor,
    tone,
    size,
    ...(medium ? { medium } : {}),
    ...(turn === undefined ? {} : { turn }),
    ...(about === undefined ? {} : { about }),
  };
}
