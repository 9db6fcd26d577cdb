import bidiFactory, { type Bidi } from "bidi-js";
import { type Face, faceFor, REPLACEMENT, type Weight } from "./fonts.ts";

/** A stretch of text in one file of a typeface, as it is handed to the shaper. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** The package is a CommonJS function; its types are those of an ES module, and are read in two ways. */
const bidi = (bidiFactory as unknown as () => Bidi)();
/** What steers direction and joining, and is not drawn itself. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}]/u;
const STRONG_RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const MARK = /\p{M}/u;
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

interface Piece {
  readonly face: Face;
  /** Whether the shaper turns it around by itself. */
  readonly turns: boolean;
  text: string;
}

/** A text of one line: composed, and without what breaks lines. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(BREAKS, " ");
}

function pieceFor(character: string, weight: Weight, last: Piece | null): readonly [Face, string] {
  const codePoint = character.codePointAt(0) ?? 0;
  const face = faceFor(codePoint, weight, near(character, last));
  if (face !== null) return [face, character];
  const replacement = faceFor(REPLACEMENT.codePointAt(0) ?? 0, weight, null);
  if (replacement === null) throw new Error("No typeface has the replacement character");
  return [replacement, REPLACEMENT];
}

/** Marks stay with the letter that they stand on; spaces with the word before. */
function near(character: string, last: Piece | null): Face | null {
  return last !== null && (MARK.test(character) || character === " ") ? last.face : null;
}

function piecesOf(characters: readonly string[], weight: Weight): Piece[] {
  const pieces: Piece[] = [];
  for (const character of characters) {
    if (UNSEEN.test(character)) continue;
    const last = pieces.at(-1) ?? null;
    const [face, drawn] = pieceFor(character, weight, last);
    const turns = STRONG_RIGHT_TO_LEFT.test(drawn) || (MARK.test(drawn) && last?.turns === true);
    if (last !== null && last.face === face && last.turns === turns) last.text += drawn;
    else pieces.push({ face, turns, text: drawn });
  }
  return pieces;
}

/** Stretches of one direction, from left to right as they are seen. */
function stretches(line: string): { readonly characters: readonly string[]; readonly reversed: boolean }[] {
  const { levels } = bidi.getEmbeddingLevels(line, "ltr");
  const mirrored = bidi.getMirroredCharactersMap(line, levels);
  const order = bidi.getReorderedIndices(line, {
    levels,
    paragraphs: [{ start: 0, end: line.length - 1, level: 0 }],
  });
  const found: { indices: number[]; reversed: boolean; level: number }[] = [];
  for (const index of order) {
    const level = levels[index] ?? 0;
    const last = found.at(-1);
    const step = level % 2 === 1 ? -1 : 1;
    if (last !== undefined && last.level === level && last.indices.at(-1) === index - step)
      last.indices.push(index);
    else found.push({ indices: [index], reversed: level % 2 === 1, level });
  }
  return found.map(({ indices, reversed }) => {
    const logical = reversed ? indices.toReversed() : indices;
    const text = logical.map((index) => mirrored.get(index) ?? line[index] ?? "").join("");
    return { characters: [...text], reversed };
  });
}

function turned(text: string): string {
  return [...text].reverse().join("");
}

/**
 * The runs of a line from left to right as it is seen. A line runs from left to right; names in a script that runs from
 * right to left keep their own direction inside it, and brackets around them are mirrored.
 */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const line = oneLine(text);
  if (line === "") return [];
  return stretches(line).flatMap(({ characters, reversed }) => {
    const pieces = piecesOf(characters, weight);
    if (!reversed) return pieces;
    return pieces
      .toReversed()
      .map(({ face, turns, text: logical }) => ({ face, text: turns ? logical : turned(logical) }));
  });
}

const BEYOND_LATIN = /[\u0250-\u{10FFFF}]/u;

/** Whether something of a text is drawn as the replacement character because no typeface has it. */
export function isDrawnInPart(text: string): boolean {
  if (!BEYOND_LATIN.test(text) || text.includes(REPLACEMENT)) return false;
  return runsOf(text, "regular").some((run) => run.text.includes(REPLACEMENT));
}
