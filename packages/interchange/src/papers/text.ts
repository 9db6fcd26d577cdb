import type { Face, Weight } from "./fonts.ts";
import { oneLine, runsOf } from "./runs.ts";

type Doc = PDFKit.PDFDocument;

/** How a text is drawn: size in points, 1/72 of an inch. */
export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
}

/** The shaper is asked for whole stretches; word by word it would set right-to-left words in the wrong order. */
const WHOLE: PDFKit.Mixins.TextOptions = { lineBreak: false, features: [] };

export const INK = "#111111";
export const GRAY = "#555555";
export const PALE = "#8a8a8a";
export const FAINT = "#c4c4c4";

const registered = new WeakMap<Doc, Set<string>>();

function take(doc: Doc, { name, bytes }: Face, size: number): Doc {
  const known = registered.get(doc) ?? new Set();
  if (!known.has(name)) {
    doc.registerFont(name, bytes);
    known.add(name);
    registered.set(doc, known);
  }
  return doc.font(name).fontSize(size);
}

/** Widths of the words of one document: the same few hundred words are measured again and again. */
const measured = new WeakMap<Doc, Map<string, number>>();

/** Width in points of a text on one line. */
export function widthOf(doc: Doc, text: string, { size, weight = "regular" }: Style): number {
  const known = measured.get(doc) ?? new Map<string, number>();
  measured.set(doc, known);
  const key = `${weight} ${size} ${text}`;
  const width = known.get(key) ?? measuredWidth(doc, text, { size, weight });
  known.set(key, width);
  return width;
}

function measuredWidth(doc: Doc, text: string, { size, weight = "regular" }: Style): number {
  let width = 0;
  for (const { face, text: stretch } of runsOf(text, weight)) {
    width += take(doc, face, size).widthOfString(stretch, WHOLE);
  }
  return width;
}

/** Draws a text on one line; `y` is the top of the line. Answers where it ends. */
export function drawText(doc: Doc, text: string, at: { x: number; y: number }, style: Style): number {
  const { size, weight = "regular", color = INK } = style;
  let { x } = at;
  const baseline = at.y + size * 0.97;
  for (const { face, text: stretch } of runsOf(text, weight)) {
    take(doc, face, size).fillColor(color);
    const width = doc.widthOfString(stretch, WHOLE);
    doc.text(stretch, x, baseline, { ...WHOLE, baseline: "alphabetic" });
    x += width;
  }
  return x;
}

/** Draws a text around the middle of a place. */
export function drawCentered(doc: Doc, text: string, at: { x: number; y: number }, style: Style): void {
  drawText(doc, text, { x: at.x - widthOf(doc, text, style) / 2, y: at.y }, style);
}

/**
 * The longest beginning of a word that fits; at least one character. The search doubles and then halves its steps: a
 * beginning costs as much to measure as it is long.
 */
function fitting(doc: Doc, word: string, style: Style, width: number): string {
  const characters = [...word];
  const beginning = (count: number) => characters.slice(0, count).join("");
  const fits = (count: number) => widthOf(doc, beginning(count), style) <= width;
  let most = 1;
  while (most * 2 <= characters.length && fits(most * 2)) most *= 2;
  let tooMany = Math.min(most * 2, characters.length + 1);
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return beginning(most);
}

/** Where a word of letters may be broken: after a hyphen between letters, never inside a date or a number. */
const AFTER_HYPHEN = /(?<=\p{L}[-\u2010\u05BE])(?=\p{L})/u;

interface Token {
  readonly text: string;
  /** Whether a space stands before it when it is not the first of a line. */
  readonly spaced: boolean;
}

function tokensOf(text: string): readonly Token[] {
  return oneLine(text)
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => word.split(AFTER_HYPHEN).map((part, place) => ({ text: part, spaced: place === 0 })));
}

/** A word that is wider than a line, cut into pieces that fit. */
function pieces(doc: Doc, word: string, style: Style, width: number): readonly string[] {
  const cut: string[] = [];
  if (widthOf(doc, word, style) <= width) return [word];
  for (let rest = word; rest !== ""; rest = rest.slice(cut.at(-1)?.length)) {
    cut.push(fitting(doc, rest, style, width));
  }
  return cut;
}

/** Breaks a text into lines at spaces and hyphens, and inside a word that is wider than a line. Nothing is one empty line. */
export function wrap(doc: Doc, text: string, style: Style, width: number): readonly string[] {
  const lines: string[] = [];
  const space = widthOf(doc, " ", style);
  const tokens = tokensOf(text).flatMap(({ text: word, spaced }) =>
    pieces(doc, word, style, width).map((part, place) => ({ part, spaced: spaced && place === 0 })),
  );
  let line = "";
  let used = 0;
  for (const { part, spaced } of tokens) {
    const own = widthOf(doc, part, style);
    const wider = used + (spaced ? space : 0) + own;
    if (line === "" || wider > width) {
      if (line !== "") lines.push(line);
      line = part;
      used = own;
    } else {
      line += spaced ? ` ${part}` : part;
      used = wider;
    }
  }
  return [...lines, line];
}

/** A text cut to a width, with dots where something was cut off. For labels whose whole text stands elsewhere. */
export function shortened(doc: Doc, text: string, style: Style, width: number): string {
  if (widthOf(doc, text, style) <= width) return text;
  return `${fitting(doc, text, style, width - widthOf(doc, "…", style)).trimEnd()}…`;
}
