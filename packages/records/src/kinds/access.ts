import type { RecordKind } from "@soundings/clinical";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { decode, encode, encodeKey } from "./codec.ts";
import { type Fields, RESULT_SHAPE, SCREEN_SHAPE, SHAPES, type Shape } from "./shapes.ts";

/** The statements of one table, written once. */
interface TableSql {
  readonly select: string;
  readonly insert: string;
  readonly update: string;
}

const written = new Map<Shape, TableSql>();

export function selectedColumns(shape: Shape, alias: string): string {
  return shape.columns.map((one) => `${alias}."${one.column}"`).join(", ");
}

function write(shape: Shape): TableSql {
  const columns = shape.columns.map((one) => one.column);
  const all = shape.computed === null ? columns : [...columns, shape.computed.column];
  const where = shape.key.map((one) => `"${one.column}" = ?`).join(" and ");
  return {
    select: `select ${selectedColumns(shape, "t")} from "${shape.table}" as t where ${where}`,
    insert: `insert into "${shape.table}" (${all.map((one) => `"${one}"`).join(", ")}) values (${all.map(() => "?").join(", ")})`,
    update: `update "${shape.table}" set ${all.map((one) => `"${one}" = ?`).join(", ")} where ${where}`,
  };
}

function sqlOf(shape: Shape): TableSql {
  const known = written.get(shape);
  if (known !== undefined) return known;
  const made = write(shape);
  written.set(shape, made);
  return made;
}

/** The row of a table with the key of `record`, or null. */
export function findRow(connection: ReadConnection, shape: Shape, record: Fields): Fields | null {
  const row = connection.statement(sqlOf(shape).select).get(encodeKey(shape, record));
  return row === undefined ? null : decode(shape.columns, row);
}

/** What is stored under the key of an incoming row. */
export interface Stored {
  /** What the row's absent columns are filled from: the record, or of a new result the screen's own columns. */
  readonly base: Fields | null;
  /** Whether the record itself, for a screen this very result, is stored. */
  readonly exists: boolean;
}

const NOTHING: Stored = { base: null, exists: false };

function findScreenRow(connection: ReadConnection, record: Fields): Stored {
  const screen = findRow(connection, SCREEN_SHAPE, record);
  if (screen === null) return NOTHING;
  const result = findRow(connection, RESULT_SHAPE, record);
  return result === null ? { base: screen, exists: false } : { base: { ...screen, ...result }, exists: true };
}

export function findStored(connection: ReadConnection, kind: RecordKind, record: Fields): Stored {
  if (kind === "screen") return findScreenRow(connection, record);
  const base = findRow(connection, SHAPES[kind], record);
  return base === null ? NOTHING : { base, exists: true };
}

/** Whether a table holds anything at all. */
export function isEmpty(connection: ReadConnection, kind: RecordKind): boolean {
  const { table } = kind === "screen" ? SCREEN_SHAPE : SHAPES[kind];
  return connection.statement(`select 1 from "${table}" limit 1`).get([]) === undefined;
}

export function insertRow(connection: WriteConnection, shape: Shape, record: Fields): void {
  connection.statement(sqlOf(shape).insert).run(encode(shape, record));
}

export function updateRow(connection: WriteConnection, shape: Shape, record: Fields): void {
  connection.statement(sqlOf(shape).update).run([...encode(shape, record), ...encodeKey(shape, record)]);
}
