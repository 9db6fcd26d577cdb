import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { unpackedWoff } from "./woff.ts";

/** One file of a typeface; the files of one face share the scripts among them. */
export interface Face {
  readonly name: string;
  readonly bytes: Buffer;
  readonly font: Font;
}

export type Weight = "regular" | "bold";

const require = createRequire(import.meta.url);
const SUBSETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];
/** In the order in which they are asked for a character; the last has the symbols and many more scripts. */
const FILES: Readonly<Record<Weight, readonly string[]>> = {
  regular: [...SUBSETS.map((subset) => inter(subset, 400)), ...others(400)],
  bold: [...SUBSETS.map((subset) => inter(subset, 600)), ...others(700)],
};

function inter(subset: string, weight: number): string {
  return `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`;
}

function others(weight: number): readonly string[] {
  return [
    `@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff`,
    `@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-${weight}-normal.woff`,
    `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`,
  ];
}

const opened = new Map<string, Face>();

/** A file is read when the first character asks for it, and kept. */
function faceOf(file: string): Face {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const bytes = unpackedWoff(readFileSync(require.resolve(file)));
  const font = create(bytes);
  if (!("hasGlyphForCodePoint" in font)) throw new Error(`${file} holds a collection of typefaces`);
  const face = { name: file, bytes, font };
  opened.set(file, face);
  return face;
}

/** Stands for a character that no typeface has, so that nothing is dropped without a trace. */
export const REPLACEMENT = "\uFFFD";

/** The first file with the character; null when none has it. `near` is asked first, so that words stay in one file. */
export function faceFor(codePoint: number, weight: Weight, near: Face | null): Face | null {
  if (near?.font.hasGlyphForCodePoint(codePoint)) return near;
  for (const file of FILES[weight]) {
    const face = faceOf(file);
    if (face.font.hasGlyphForCodePoint(codePoint)) return face;
  }
  return null;
}
