import type { Bound } from "../store/sqlite.ts";
import type { Column, Fields, Shape } from "./shapes.ts";

const EMPTY: readonly never[] = Object.freeze([]);

/** The value of one property as its column holds it. */
function encodeValue(column: Column, value: unknown): Bound {
  if (column.codec === "list" || column.codec === "items") return JSON.stringify(value ?? []);
  if (value === null || value === undefined) return column.codec === "key" ? "" : null;
  return value as Bound;
}

/** The values of a record for the columns of its table, the computed column last. */
export function encode(shape: Shape, record: Fields): Bound[] {
  const values = shape.columns.map((column) => encodeValue(column, record[column.property]));
  if (shape.computed !== null) values.push(shape.computed.of(record));
  return values;
}

export function encodeKey(shape: Shape, record: Fields): Bound[] {
  return shape.key.map((column) => encodeValue(column, record[column.property]));
}

function decodeValue(column: Column, value: Bound | undefined): unknown {
  if (column.codec === "list" || column.codec === "items") {
    return value === "[]" ? EMPTY : JSON.parse(String(value));
  }
  return column.codec === "key" && value === "" ? null : value;
}

/** A record from the values of its columns, read from place `from` on. */
export function decode(columns: readonly Column[], row: readonly Bound[], from = 0): Fields {
  const record: Record<string, unknown> = {};
  for (const [place, column] of columns.entries()) {
    record[column.property] = decodeValue(column, row[from + place]);
  }
  return record;
}
