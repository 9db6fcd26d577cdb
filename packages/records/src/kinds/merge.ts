import type { RecordKind } from "@soundings/clinical";
import { type Column, columnsOf, type Fields } from "./shapes.ts";

const ITEM_PLACES = 10;

function mergedItems(given: unknown, before: unknown): readonly (number | null)[] {
  const answers = (given ?? []) as readonly (number | null | undefined)[];
  const earlier = (before ?? []) as readonly (number | null)[];
  return Array.from({ length: ITEM_PLACES }, (_, place) => {
    const answer = answers[place];
    return answer === undefined ? (earlier[place] ?? null) : answer;
  });
}

function mergedValue(column: Column, before: Fields | null, given: Fields): unknown {
  const { property, codec } = column;
  if (codec === "items") return mergedItems(given[property], before?.[property]);
  const value = given[property];
  if (value !== undefined) return value;
  return before?.[property] ?? (codec === "list" ? [] : null);
}

/**
 * The whole record after a row has come in: what the row has, and for absent columns (and absent items of an
 * assessment) what stood before, else "not known".
 */
export function merge(kind: RecordKind, before: Fields | null, given: Fields): Fields {
  const record: Record<string, unknown> = {};
  for (const column of columnsOf(kind)) record[column.property] = mergedValue(column, before, given);
  return record;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((value, place) => value === b[place]);
}

/** The first column in which two records differ, or null when they say the same. */
export function firstDifference(columns: readonly Column[], a: Fields, b: Fields): Column | null {
  return columns.find((column) => !sameValue(a[column.property], b[column.property])) ?? null;
}
