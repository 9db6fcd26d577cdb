import { PASSWORD_MAX, PASSWORD_MIN } from "@soundings/contract";
import { type ReadStore, siteOf } from "@soundings/records";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { DEMO_PASSWORD } from "../demo/accounts.ts";
import { lettersOf, plainFormsOf, withoutKnown } from "./known-words.ts";

/** Of 0 to 4: "safely unguessable, moderate protection from an offline attack". */
const LEAST_SCORE = 3;
/** What must be left without everything that is known beforehand. */
const LEAST_LEFT = 8;
/** A longer beginning would cost time and could not get weaker. */
const CHECKED_CHARACTERS = 72;

/** What a guess would begin with. */
interface Known {
  readonly name: string;
  readonly email: string;
  /** Words of the clinic, such as the names of its programs. */
  readonly clinic?: readonly string[];
}

let loading: Promise<ZxcvbnFactory> | null = null;

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

/** Words of a person and a clinic, in plain letters; the longest first, so that a part is not taken out of the whole. */
function wordsOf({ name, email, clinic = [] }: Known): string[] {
  const whole = [name, email, ...clinic].flatMap((text) => plainFormsOf(text));
  const parts = [name, email, ...clinic].flatMap((text) =>
    text.split(/[^\p{L}\p{N}]+/u).flatMap((part) => plainFormsOf(part)),
  );
  return [...new Set([...whole, ...parts])]
    .filter((part) => part.length > 2)
    .sort((a, b) => b.length - a.length);
}

/** The ids and names of a clinic's programs. */
export function clinicWords(store: ReadStore): readonly string[] {
  return [...siteOf(store).programs.values()].flatMap(({ programId, name }) => [programId, name]);
}

/**
 * Whether a password is long enough and hard to guess, judged on this machine: as a whole against common passwords, words,
 * names, dates, patterns, and what is known of its person; and then what is left of it without all that is known
 * beforehand, since a name between a month and a year is long and no secret. The lists are loaded when they are first
 * needed.
 */
export async function isStrong(password: string, known: Known): Promise<boolean> {
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) return false;
  // Anybody may read it.
  if (lettersOf(password).includes(lettersOf(DEMO_PASSWORD))) return false;
  loading ??= load();
  const checker = await loading;
  const words = wordsOf(known);
  const guessed = (text: string) =>
    checker.check(text.slice(0, CHECKED_CHARACTERS), words).score < LEAST_SCORE;
  if (guessed(password)) return false;
  return plainFormsOf(password)
    .map((form) => withoutKnown(form, words))
    .every((left) => left.length >= LEAST_LEFT && !guessed(left));
}
