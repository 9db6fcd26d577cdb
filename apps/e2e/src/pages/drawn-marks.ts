import type { CalendarDate } from "@soundings/clinical";
import { type Drawn, type DrawnRecord, middleOf } from "./drawing.ts";

const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : 1);

/** A score as a point of the chart. */
interface Point {
  readonly key: string;
  readonly on: CalendarDate;
  readonly score: number | null;
  readonly shape: "solid" | "hollow" | "cross" | "aside";
  /** The day on which a tail ends. */
  readonly tail: CalendarDate | null;
}

/** Wider than this is a point that counts. */
const ASIDE = 6;

function shapeOf({ glyph }: DrawnRecord): Point["shape"] {
  const shown = glyph.filter(({ covers }) => !covers);
  const [first] = shown;
  if (first === undefined || shown.length !== 1) throw new Error("A point is one glyph.");
  if (!first.filled && !first.closed) return "cross";
  if (first.right - first.left < ASIDE) return "aside";
  return first.filled ? "solid" : "hollow";
}

const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("A mark has nothing that is drawn.");
  return one;
};

export function drawnPoints(drawn: Drawn, instrument: string): Point[] {
  return drawn
    .records("assessment")
    .filter(({ lane }) => lane === instrument)
    .map((record) => {
      const shape = shapeOf(record);
      const at = middleOf(first(record.glyph));
      const score = drawn.scoreAt(instrument, at.y);
      if (shape === "cross" && score !== 0) throw new Error("A cross stands at the axis.");
      const tail = record.lines[0];
      return {
        key: record.key,
        on: drawn.dateAt(at.x),
        score: shape === "cross" ? null : score,
        shape,
        tail: tail === undefined ? null : drawn.dateAt(tail.right),
      };
    })
    .toSorted(byKey);
}

/** The word of a reason stands where the gap has room for it, else its letter. */
const REASON_LETTERS: Readonly<Record<string, string>> = {
  refused: "r",
  absent: "a",
  "not asked": "n",
  unable: "u",
};

/** Weeks that are cut out of the ground, with the letter of their reason. */
export function drawnHoles(drawn: Drawn, instrument: string) {
  return drawn.drawing.holes
    .filter(({ lane }) => lane === instrument)
    .map(({ week, text, box }) => ({
      week,
      text: REASON_LETTERS[text] ?? text,
      from: drawn.morningAt(box.left),
    }));
}

function blockOf({ glyph }: DrawnRecord): string {
  const [frame, inner] = glyph;
  if (inner !== undefined) return inner.filled ? "half" : "framed twice";
  if (frame?.filled) return "filled";
  if (frame?.dashed) return "dotted";
  return frame?.closed ? "outlined" : "slash";
}

export function drawnSessions(drawn: Drawn) {
  return drawn
    .records("session")
    .map((record) => ({
      key: record.key,
      on: drawn.dateAt(middleOf(first(record.glyph)).x),
      block: blockOf(record),
    }))
    .toSorted(byKey);
}

export function drawnScreens(drawn: Drawn) {
  return drawn
    .records("screen")
    .map(({ key, text, textAt }) => {
      if (textAt === null) throw new Error(`${key} has no sign.`);
      return { key, on: drawn.dateAt(middleOf(textAt).x), sign: text };
    })
    .toSorted(byKey);
}

/** Events and decisions stand at their poles, letters on a filled ground or an outlined one; notes have no letter. */
export function drawnFlags(drawn: Drawn) {
  return [...drawn.records("event"), ...drawn.records("decision"), ...drawn.records("note")]
    .map(({ key, lines, text, glyph }) => ({
      key,
      on: drawn.dateAt(first(lines).left),
      letter: text,
      filled: first(glyph).filled,
    }))
    .toSorted(byKey);
}

export function drawnBars(drawn: Drawn) {
  return drawn.drawing.bars.map(({ medication, box }) => ({
    medication,
    from: drawn.morningAt(box.left),
    until: drawn.morningAt(box.right),
    height: box.bottom - box.top,
  }));
}

/** Posts stand at their left, drops around their middle. */
export function drawnMedicationMarks(drawn: Drawn) {
  const posts = drawn.records("medication_change").map(({ key, glyph }) => ({
    key,
    on: drawn.dateAt(first(glyph).left),
  }));
  const drops = drawn.records("injection").map(({ key, glyph }) => ({
    key,
    on: drawn.dateAt(middleOf(first(glyph)).x),
  }));
  return [...posts, ...drops].toSorted(byKey);
}

export function drawnPlacements(drawn: Drawn) {
  return drawn.drawing.placements.map(({ ink, box }) => ({
    from: drawn.morningAt(box.left),
    until: drawn.morningAt(box.right),
    ink,
  }));
}
