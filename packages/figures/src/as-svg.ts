import type { Drawing, DrawingElement, Look, Tone } from "./drawing.ts";
import { linesOf } from "./parts/lines.ts";

/** What a saved plot says below itself, in words. */
export interface FigureCaption {
  /** What it is of, where the plot alone does not say so, such as a measure; stands in the place of the plot's own title. */
  readonly title?: string;
  readonly program: string;
  /** "discharged Nov 1, 2025 to Oct 31, 2026". */
  readonly period: string;
  /** The day as of which everything is, in words. */
  readonly asOf: string;
}

/** The colors of the light theme: a file is looked at on paper, or on a page that nobody here knows. */
const FILE_COLORS: Readonly<Record<Tone, string>> = {
  ink: "#1b1d22",
  "ink-2": "#454952",
  "ink-3": "#62666f",
  line: "#dfdcd4",
  "line-strong": "#8b8a84",
  paper: "#fcfbf8",
  "paper-2": "#f4f2ed",
  accent: "#2a4fae",
  phq: "#0c6478",
  gad: "#7c3f8e",
  better: "#1f6b3a",
  worse: "#9a3412",
  nodata: "#62666f",
  "band-1": "#f8f1df",
  "band-2": "#f8e7d0",
  "band-3": "#f7dac8",
  "band-4": "#f4cbc5",
};

const FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const EDGE = 16;
const LINE = 1.45;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? rounded(value) : escaped(value ?? "")}"`)
    .join("");
}

function look({ stroke, strokeWidth, dash, fill, opacity }: Look) {
  return {
    fill: fill ? FILE_COLORS[fill] : "none",
    stroke: stroke ? FILE_COLORS[stroke] : undefined,
    "stroke-width": stroke ? (strokeWidth ?? 1) : undefined,
    "stroke-dasharray": dash?.map(rounded).join(" "),
    opacity,
  };
}

/** A mark with its words, as a viewer shows them under the pointer. */
function tag(
  name: string,
  values: Readonly<Record<string, string | number | undefined>>,
  words?: string,
): string {
  const open = `<${name}${attributes(values)}`;
  return words === undefined ? `${open}/>` : `${open}><title>${escaped(words)}</title></${name}>`;
}

function svgOf(element: DrawingElement): string {
  const words = element.about?.words;
  switch (element.kind) {
    case "line": {
      const { x1, y1, x2, y2 } = element;
      return tag("line", { x1, y1, x2, y2, ...look(element) }, words);
    }
    case "rect": {
      const { x, y, width, height } = element;
      return tag("rect", { x, y, width, height, ...look(element) }, words);
    }
    case "circle": {
      const { cx, cy, r } = element;
      return tag("circle", { cx, cy, r, ...look(element) }, words);
    }
    case "path":
      return tag("path", { d: element.d, ...look(element) }, words);
    case "text": {
      const { x, y, text, anchor, tone, size, medium, turn } = element;
      const values = {
        x,
        y,
        "text-anchor": anchor,
        fill: FILE_COLORS[tone],
        "font-size": size,
        "font-weight": medium ? 560 : undefined,
        transform: turn ? `rotate(${rounded(turn)} ${rounded(x)} ${rounded(y)})` : undefined,
      };
      return `<text${attributes(values)}>${escaped(text)}</text>`;
    }
  }
}

interface Paragraph {
  readonly lines: readonly string[];
  readonly size: number;
  readonly tone: Tone;
  readonly medium: boolean;
}

function textOf({ lines, size, tone, medium }: Paragraph, top: number): string {
  return lines
    .map((text, place) =>
      svgOf({
        kind: "text",
        x: EDGE,
        y: top + size + place * size * LINE,
        text,
        anchor: "start",
        tone,
        size,
        medium,
      }),
    )
    .join("");
}

const heightOf = ({ lines, size }: Paragraph): number => lines.length * size * LINE;

/**
 * A drawing as an SVG file that stands alone: its title above, and below it whose numbers these are, of when, and that small counts are
 * withheld. It names no file and no font that must be fetched.
 */
export function drawingAsSvg(drawing: Drawing, caption: FigureCaption): string {
  const words = `${caption.program}, ${caption.period}. As of ${caption.asOf}. Counts of 1 to 10, and whatever they could be worked out from, are withheld.`;
  const name = caption.title ?? drawing.title;
  const title: Paragraph = {
    lines: linesOf(name, drawing.width, 15),
    size: 15,
    tone: "ink",
    medium: true,
  };
  const below: Paragraph = {
    lines: linesOf(words, drawing.width, 12),
    size: 12,
    tone: "ink-3",
    medium: false,
  };
  const top = EDGE + heightOf(title) + 8;
  const width = drawing.width + 2 * EDGE;
  const height = Math.ceil(top + drawing.height + 12 + heightOf(below) + EDGE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${rounded(width)} ${height}` })} role="img" aria-labelledby="title desc" font-family="${FONTS}">`,
    `<title id="title">${escaped(name)}</title>`,
    `<desc id="desc">${escaped(`${drawing.spoken} ${words}`.trim())}</desc>`,
    tag("rect", { width, height, fill: FILE_COLORS.paper }),
    textOf(title, EDGE),
    `<g transform="translate(${EDGE} ${rounded(top)})">${drawing.elements.map(svgOf).join("")}</g>`,
    textOf(below, top + drawing.height + 12),
    "</svg>",
  ].join("\n");
}
