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
/** One file of each typeface is named, so that tools see what is used; the others lie beside it. */
const INTER = require.resolve("@fontsource/inter/files/inter-latin-400-normal.woff");
const ARABIC = require.resolve("@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff");
const HEBREW = require.resolve("@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff");
const DEJAVU = require.resolve("@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff");

/** In the order in which they are asked for a character; the last has the symbols and many more scripts. */
const FILES: Readonly<Record<Weight, readonly string[]>> = {
  regular: [...SUBSETS.map(inter), ARABIC, HEBREW, DEJAVU],
  bold: [
    ...SUBSETS.map((subset) => inter(subset).replace("-400-", "-600-")),
    ...[ARABIC, HEBREW, DEJAVU].map((file) => file.replace("-400-", "-700-")),
  ],
};

function inter(subset: string): string {
  return INTER.replace("inter-latin-400", `inter-${subset}-400`);
}

const opened = new Map<string, Face>();

/** A file is read when the first character asks for it, and kept. */
function faceOf(file: string): Face {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const bytes = unpackedWoff(readFileSync(file));
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
