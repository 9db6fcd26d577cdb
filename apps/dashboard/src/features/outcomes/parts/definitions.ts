import { MEASURES, QUALITY } from "@soundings/clinical";

/** A term as a page opens it: made of the object that computes what the term names. */
export interface DefinitionWords {
  readonly name: string;
  readonly lines: readonly string[];
  readonly source: string;
  readonly version: number | null;
}

type Entry = readonly [id: string, words: DefinitionWords];

const OF_MEASURES: readonly Entry[] = MEASURES.map(
  ({ id, name, numerator, denominator, source, version }) => [
    `measure/${id}`,
    { name, lines: [`Counted: ${numerator}.`, `Out of: ${denominator}.`], source, version },
  ],
);

const OF_CHECKS: readonly Entry[] = QUALITY.map(({ id, name, words, of, source, version }) => [
  `check/${id}`,
  { name, lines: [words, `Out of: ${of}.`], source, version },
]);

const DEFINITIONS: ReadonlyMap<string, DefinitionWords> = new Map([...OF_MEASURES, ...OF_CHECKS]);

/** What a term means; null for one that is not defined. */
export function definitionOf(id: string): DefinitionWords | null {
  return DEFINITIONS.get(id) ?? null;
}

/** Where the page of method has it. */
export function anchorOf(id: string): string {
  return id.replaceAll("/", "-");
}
