import type { DrawingElement } from "../drawing.ts";
import { widthOfText } from "./boxes.ts";
import { linesOf } from "./lines.ts";
import { write } from "./shapes.ts";

export interface Sample {
  /** Drawn around a place, within one letter's height each way. */
  readonly mark: (at: { readonly x: number; readonly y: number }) => readonly DrawingElement[];
  readonly text: string;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface Legend {
  readonly elements: readonly DrawingElement[];
  readonly height: number;
}

/** What the marks mean, in a row that goes on in the next line where it has no room. */
export function legend(samples: readonly Sample[], { x, y, width, size }: Room): Legend {
  const leading = size * 1.6;
  const elements: DrawingElement[] = [];
  let [left, top] = [x, y];
  for (const { mark, text } of samples) {
    const lines = linesOf(text, width - size * 1.8, size);
    const wide = size * 1.8 + lines.reduce((most, one) => Math.max(most, widthOfText(one, size)), 0);
    if (left > x && left + wide > x + width) [left, top] = [x, top + leading];
    elements.push(...mark({ x: left + size * 0.6, y: top + size * 0.65 }));
    for (const [place, one] of lines.entries())
      elements.push(write(one, { x: left + size * 1.7, y: top + size + place * leading, size }));
    if (lines.length > 1) [left, top] = [x, top + leading * lines.length];
    else left += wide + size * 1.2;
  }
  return { elements, height: (left > x ? top + leading : top) - y };
}

/** Words in lines below one another; the height that they take. */
export function paragraph(text: string, { x, y, width, size }: Room): Legend {
  const leading = size * 1.45;
  const lines = linesOf(text, width, size);
  return {
    elements: lines.map((one, place) =>
      write(one, { x, y: y + size + place * leading, size, tone: "ink-3" }),
    ),
    height: lines.length * leading,
  };
}
