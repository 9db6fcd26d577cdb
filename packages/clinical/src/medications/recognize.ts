import { BRANDS, INGREDIENTS, type Ingredient } from "./ingredients.ts";

const WORDS: ReadonlyMap<string, Ingredient> = new Map(
  INGREDIENTS.flatMap((ingredient) =>
    [ingredient, ...(BRANDS[ingredient] ?? [])].map((word): [string, Ingredient] => [word, ingredient]),
  ),
);

/** A word is a longest run of letters, of any script. */
const WORD = /\p{L}+/gu;

/** The words of a medication text, in lower case. */
export function wordsOf(medication: string): readonly string[] {
  return (medication.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/**
 * The ingredients that a medication text names, each once, by its own name or a brand, as a whole word anywhere and in
 * any case: "Suboxone 8/2 film" is buprenorphine, "Methadonehydrochloride" is nothing.
 */
export function ingredientsOf(medication: string): readonly Ingredient[] {
  const found = new Set<Ingredient>();
  for (const word of wordsOf(medication)) {
    const ingredient = WORDS.get(word);
    if (ingredient !== undefined) found.add(ingredient);
  }
  return [...found];
}
