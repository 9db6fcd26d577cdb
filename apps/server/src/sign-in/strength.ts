import { PASSWORD_MAX, PASSWORD_MIN } from "@soundings/contract";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Of 0 to 4: "safely unguessable, moderate protection from an offline attack". */
const LEAST_SCORE = 3;
/** A longer beginning would cost time and could not get weaker. */
const CHECKED_CHARACTERS = 72;

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

/** Words of a person that a guess would begin with. */
function wordsOf(person: { readonly name: string; readonly email: string }): string[] {
  const parts = [person.name, person.email].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [person.email, ...parts, "soundings"].filter((part) => part.length > 1);
}

/**
 * Whether a password is long enough and hard to guess, judged on this machine: against common passwords, words, names,
 * dates, patterns, and what is known of its person. The lists are loaded when they are first needed.
 */
export async function isStrong(
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<boolean> {
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX) return false;
  loading ??= load();
  const checker = await loading;
  return checker.check(password.slice(0, CHECKED_CHARACTERS), wordsOf(person)).score >= LEAST_SCORE;
}
