import { z } from "zod";

/** Spaces, and what takes no ink: joiners, fillers, the empty braille cell. */
const BLANK = String.raw`[\s\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`;
const OUTER = new RegExp(`^${BLANK}+|${BLANK}+$`, "gu");
const UNSEEN = new RegExp(`${BLANK}+`, "gu");
const BREAKS = /\s*[\r\n\u2028\u2029]+\s*/gu;
/** Control characters, ends of line, halves of characters, and what turns the direction of the text that follows. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const trimmed = (text: string): string => text.replace(OUTER, "");
const isClean = (text: string): boolean => !FORBIDDEN.test(text);

/** Whether somebody who reads it sees at least so many characters, a letter or a digit among them. */
function isReadable(text: string, least: number): boolean {
  const seen = text.replace(UNSEEN, " ");
  return [...seen].length >= least && /[\p{L}\p{N}]/u.test(seen);
}

/**
 * Free text of one line: something to read, no control character, no line break. Blanks around it are taken off.
 * `most` and `least` in characters.
 */
export function line(most: number, least = 1) {
  return z
    .string()
    .overwrite(trimmed)
    .max(most)
    .refine(isClean)
    .refine((text) => isReadable(text, least));
}

/** Free text of a field with room for several lines, kept as one: a line break is a space. Otherwise as `line`. */
export function passage(most: number, least = 1) {
  return z
    .string()
    .overwrite((text) => trimmed(text.replace(BREAKS, " ")))
    .max(most)
    .refine(isClean)
    .refine((text) => isReadable(text, least));
}

/** As `line`, for what may be left out: null, or empty. */
export function lineIfAny(most: number) {
  return z
    .string()
    .overwrite(trimmed)
    .max(most)
    .refine(isClean)
    .refine((text) => text === "" || isReadable(text, 1))
    .nullable();
}
