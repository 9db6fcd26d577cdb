import { DEFINITIONS, type Definition } from "@soundings/clinical";

const BY_ID: ReadonlyMap<string, Definition> = new Map(
  DEFINITIONS.flatMap(({ definitions }) => definitions.map((definition) => [definition.id, definition])),
);

/** What a term means; null for one that is not defined. */
export function definitionOf(id: string): Definition | null {
  return BY_ID.get(id) ?? null;
}

/** Keeps a number and its percent sign on one line. */
export function unbroken(words: string): string {
  return words.replaceAll(/(\d) %/g, "$1\u00a0%");
}
