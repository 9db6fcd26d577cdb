import { DEFINITIONS, type Definition } from "@soundings/clinical";

const BY_ID: ReadonlyMap<string, Definition> = new Map(
  DEFINITIONS.flatMap(({ definitions }) => definitions.map((definition) => [definition.id, definition])),
);

/** What a term means; null for one that is not defined. */
export function definitionOf(id: string): Definition | null {
  return BY_ID.get(id) ?? null;
}
