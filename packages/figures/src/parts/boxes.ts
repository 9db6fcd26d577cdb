import type { Drawing, DrawingElement } from "../drawing.ts";

/** A rectangle in units of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Widths of letters in ems, as Inter has them with figures of one width; other faces are a little narrower. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["iIjl|!.,:;'· \u00a0", 0.29],
  ["frt()[]/", 0.38],
  ["0123456789-−+=<>&", 0.65],
  ["mwM", 0.89],
  ["W%—…≥≤", 1],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

function widthOfLetter(letter: string): number {
  return WIDTH_OF.get(letter) ?? (letter >= "A" && letter <= "Z" ? 0.72 : 0.59);
}

/** How wide a text is at a size, a little more rather than less: no surface is at hand to measure on. */
export function widthOfText(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width * size;
}

const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const;

function boxOfText(element: Extract<DrawingElement, { kind: "text" }>): Box {
  const { x, y, text, anchor, size, turn = 0 } = element;
  const width = widthOfText(text, size);
  const left = -width * ANCHORS[anchor];
  const angle = (turn * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const corners = [
    [left, -0.75 * size],
    [left + width, -0.75 * size],
    [left, 0.22 * size],
    [left + width, 0.22 * size],
  ] as const;
  return boxOfPoints(corners.map(([dx, dy]) => [x + dx * cos - dy * sin, y + dx * sin + dy * cos]));
}

function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: xs.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY),
    top: ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY),
    right: xs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY),
    bottom: ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY),
  };
}

const COMMAND = /([MLHVCZ])([^MLHVCZ]*)/g;

function numbersIn(text: string): number[] {
  return [...text.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g)].map(([number]) => Number(number));
}

/** The points that a path goes through or is drawn toward. */
function pointsOfPath(d: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [, command, rest = ""] of d.matchAll(COMMAND)) {
    const numbers = numbersIn(rest);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command === "H") points.push(...numbers.map((to): [number, number] => [to, y]));
    else if (command === "V") points.push(...numbers.map((to): [number, number] => [x, to]));
    else
      for (let place = 0; place + 1 < numbers.length; place += 2)
        points.push([numbers[place] ?? 0, numbers[place + 1] ?? 0]);
  }
  return points;
}

/** The room that an element takes, without the width of its stroke. */
export function boxOf(element: DrawingElement): Box {
  switch (element.kind) {
    case "line":
      return boxOfPoints([
        [element.x1, element.y1],
        [element.x2, element.y2],
      ]);
    case "rect":
      return {
        left: element.x,
        top: element.y,
        right: element.x + element.width,
        bottom: element.y + element.height,
      };
    case "circle": {
      const { cx, cy, r } = element;
      return { left: cx - r, top: cy - r, right: cx + r, bottom: cy + r };
    }
    case "path":
      return boxOfPoints(pointsOfPath(element.d));
    case "text":
      return boxOfText(element);
  }
}

const joined = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Something that a person can stop at with the arrow keys or point at: its words, and the key of what is behind it. */
export interface Stop {
  readonly words: string;
  readonly key: string | null;
  readonly box: Box;
  /** The places of its elements in the drawing. */
  readonly places: readonly number[];
}

/** What a drawing can be asked about, in the order in which it is drawn; shapes and words with the same words are one. */
export function stopsOf(drawing: Drawing): Stop[] {
  const stops = new Map<string, Stop>();
  for (const [place, element] of drawing.elements.entries()) {
    if (!element.about) continue;
    const { words, key = null } = element.about;
    const id = `${key}\n${words}`;
    const box = boxOf(element);
    const before = stops.get(id);
    stops.set(id, {
      words,
      key,
      box: before ? joined(before.box, box) : box,
      places: [...(before?.places ?? []), place],
    });
  }
  return [...stops.values()];
}

/** Whether two things cover the same place. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
