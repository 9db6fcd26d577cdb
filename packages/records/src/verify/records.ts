import { parseZone, problemOf, RECORD_KINDS, type RecordKind, sameZone } from "@soundings/clinical";
import { decode, encode } from "../kinds/codec.ts";
import { type Fields, RESULT_SHAPE, SCREEN_SHAPE, SHAPES, type Shape } from "../kinds/shapes.ts";
import { setting, zoneOf } from "../store/site.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "./problem.ts";
import { valueTester } from "./record-values.ts";

const ROWS_AT_ONCE = 250;

function columnNames(shape: Shape): readonly string[] {
  const own = shape.columns.map(({ column }) => column);
  return shape.computed === null ? own : [...own, shape.computed.column];
}

/** Every row of a table in the order of its key, a portion in memory at a time. */
function* rowsOf(connection: ReadConnection, shape: Shape): Generator<readonly Bound[]> {
  const columns = columnNames(shape);
  const key = shape.key.map(({ column }) => `"${column}"`).join(", ");
  const places = shape.key.map(() => "?").join(", ");
  const list = columns.map((column) => `"${column}"`).join(", ");
  const read = `select ${list} from "${shape.table}"`;
  const tail = `order by ${key} limit ${ROWS_AT_ONCE}`;
  const next = connection.statement(`${read} where (${key}) > (${places}) ${tail}`);
  let rows = connection.statement(`${read} ${tail}`).all([]);
  for (;;) {
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    rows = next.all(shape.key.map(({ column }) => last[columns.indexOf(column)] ?? null));
  }
}

/** The first column that is not written as the product writes it, or null. */
function unlikeWritten(shape: Shape, record: Fields, row: readonly Bound[]): string | null {
  const place = encode(shape, record).findIndex((value, index) => value !== row[index]);
  return place < 0 ? null : (columnNames(shape)[place] ?? null);
}

/** The column by which a record breaks a law, or null. */
export type Law = (record: Fields) => string | null;

/** Rows of a table that are not as they would have been written, or break a law. */
export function* tableProblems(connection: ReadConnection, shape: Shape, law: Law): Generator<VerifyProblem> {
  const wrongValue = valueTester(shape);
  for (const row of rowsOf(connection, shape)) {
    const key = shape.key.map(({ column }) => row[columnNames(shape).indexOf(column)]).join("/");
    const where = `${shape.table} ${key}`;
    let record: Fields;
    try {
      record = decode(shape.columns, row);
    } catch {
      yield { code: "record_unreadable", where, message: "One of its lists cannot be read." };
      continue;
    }
    const column = wrongValue(record) ?? unlikeWritten(shape, record, row) ?? law(record);
    if (column !== null) {
      const message = `Its ${column} is not what an import would have stored.`;
      yield { code: "record_wrong", where, message };
    }
  }
}

function lawOf(kind: Exclude<RecordKind, "screen">): Law {
  return (record) => problemOf(kind, record as never)?.column ?? null;
}

const NO_LAW: Law = () => null;

const REFERENCES: readonly (readonly [code: VerifyProblem["code"], sql: string, message: string])[] = [
  [
    "broken_reference",
    `select 'staff ' || s."staff_id" from "staff" as s where json_valid(s."program_ids") and exists (select 1 from json_each(s."program_ids") as one where one."value" not in (select "program_id" from "programs")) order by 1`,
    "One of its programs is not there.",
  ],
  [
    "screen_without_row",
    `select 'screens ' || s."screen_id" from "screens" as s where not exists (select 1 from "screen_results" as r where r."screen_id" = s."screen_id") order by 1`,
    "It has no row of screens.csv.",
  ],
  [
    "record_wrong",
    `select 'screens ' || s."screen_id" from "screens" as s where s."disposition" <> 'collected' and exists (select 1 from "screen_results" as r where r."screen_id" = s."screen_id" and r."result" is not null) order by 1`,
    "It was not collected and has a result.",
  ],
  [
    "record_wrong",
    `select 'screen_results ' || "screen_id" from "screen_results" where "analyte" = '' and "result" is not null order by 1`,
    "It has a result and no analyte.",
  ],
];

function* zones(connection: ReadConnection): Generator<VerifyProblem> {
  const { zone } = zoneOf(connection);
  if (parseZone(zone) === null) return;
  const rows = connection
    .statement(`select "program_id", "time_zone" from "programs" where "time_zone" is not null order by 1`)
    .all([]);
  for (const [id, text] of rows) {
    const own = parseZone(String(text));
    if (own !== null && sameZone(own, zone)) continue;
    yield {
      code: "zone_differs",
      where: `programs ${String(id)}`,
      message: "Its time zone is not the site's.",
    };
  }
}

/** What was decided once for the database. */
export function* settingProblems(connection: ReadConnection): Generator<VerifyProblem> {
  const purpose = setting(connection, "purpose");
  if (purpose !== "demo" && purpose !== "real") {
    yield {
      code: "setting_wrong",
      where: "settings purpose",
      message: "It does not say what the database is for.",
    };
  }
  if (parseZone(zoneOf(connection).zone) === null) {
    yield { code: "setting_wrong", where: "settings zone", message: "The site's time zone is none." };
  }
}

/** Records that no import would have stored so, and references that SQLite does not know of. */
export function* recordProblems(connection: ReadConnection): Generator<VerifyProblem> {
  for (const kind of RECORD_KINDS) {
    if (kind === "screen") {
      yield* tableProblems(connection, SCREEN_SHAPE, NO_LAW);
      yield* tableProblems(connection, RESULT_SHAPE, NO_LAW);
    } else yield* tableProblems(connection, SHAPES[kind], lawOf(kind));
  }
  for (const [code, sql, message] of REFERENCES) {
    for (const [where] of connection.statement(sql).all([])) yield { code, where: String(where), message };
  }
  yield* zones(connection);
}
