import type { RecordKind } from "@soundings/clinical";
import { stands } from "../entries/standing.ts";
import { selectedColumns } from "../kinds/access.ts";
import { decode, encodeKey } from "../kinds/codec.ts";
import { type Column, columnsOf, type Fields, RESULT_SHAPE, SCREEN_SHAPE, SHAPES } from "../kinds/shapes.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";

const AT_ONCE = 2_000;

function quoted(columns: readonly Column[], alias: string): string {
  return columns.map((one) => `${alias}."${one.column}"`).join(", ");
}

/** The kinds of which a record can be marked as entered in error by a row of its own; an assessment carries it in its status. */
const STANDING: ReadonlySet<RecordKind> = new Set(["medication_change", "event", "decision"]);

/** A page of a whole table in the order of its key (code points), after a key. */
function pageSql(kind: RecordKind): string {
  if (kind === "screen") {
    const key = quoted(RESULT_SHAPE.key, "r");
    const results = quoted(columnsOf(kind).slice(SCREEN_SHAPE.columns.length), "r");
    return `select ${selectedColumns(SCREEN_SHAPE, "s")}, ${results} from "screen_results" as r join "screens" as s on s."screen_id" = r."screen_id" where (${key}) > (?, ?, ?) order by ${key} limit ${AT_ONCE}`;
  }
  const shape = SHAPES[kind];
  const key = quoted(shape.key, "t");
  const places = shape.key.map(() => "?").join(", ");
  const standing = STANDING.has(kind) ? ` and ${stands(kind, shape)}` : "";
  return `select ${selectedColumns(shape, "t")} from "${shape.table}" as t where (${key}) > (${places})${standing} order by ${key} limit ${AT_ONCE}`;
}

/** The queries that write an export, for the checked-in list of queries. */
export const EXPORT_QUERIES = {
  program: pageSql("program"),
  staff: pageSql("staff"),
  patient: pageSql("patient"),
  episode: pageSql("episode"),
  placement: pageSql("placement"),
  assessment: pageSql("assessment"),
  session: pageSql("session"),
  screen: pageSql("screen"),
  medication_change: pageSql("medication_change"),
  event: pageSql("event"),
  decision: pageSql("decision"),
} as const satisfies Record<RecordKind, string>;

/** Every record of a kind, in the order of keys; a page at a time is in memory. */
export function* allRecords(connection: ReadConnection, kind: RecordKind): Generator<Fields> {
  const page = connection.statement(EXPORT_QUERIES[kind]);
  const shape = kind === "screen" ? RESULT_SHAPE : SHAPES[kind];
  const columns = columnsOf(kind);
  let after: readonly Bound[] = shape.key.map(() => "");
  for (;;) {
    const records = page.all(after).map((row) => decode(columns, row));
    yield* records;
    const last = records.at(-1);
    if (last === undefined) return;
    after = encodeKey(shape, last);
  }
}
