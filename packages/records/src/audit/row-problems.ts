import type { ReadConnection } from "../store/sqlite.ts";
import type { VerifyProblem } from "../verify/problem.ts";
import { digestOfRow, isBoundTable } from "./bound-rows.ts";

const ENTRIES_AT_ONCE = 200;
const ROWS_AT_ONCE = 500;

const ENTRIES = `select "seq" from "audit_entries"
  where "seq" > ? and case when json_valid("detail") then json_type("detail", '$.vouched') = 'array' end
  order by "seq" limit ${ENTRIES_AT_ONCE}`;
const ROWS = `select r."key", r."value" ->> 0, r."value" ->> 1, r."value" ->> 2
  from "audit_entries" as a, json_each(a."detail", '$.vouched') as r
  where a."seq" = ? and r."key" > ? order by r."key" limit ${ROWS_AT_ONCE}`;
const CLOSED = `select 1 from "audit_entries" where "event" = 'glass_closed' and "opening_id" = ? and "seq" > ? limit 1`;

interface Vouched {
  readonly seq: number;
  readonly table: string;
  readonly id: string;
  readonly digest: unknown;
}

function problemOf(connection: ReadConnection, { seq, table, id, digest }: Vouched): VerifyProblem | null {
  if (!isBoundTable(table)) return null;
  const found = digestOfRow(connection, [table, id]);
  if (found === digest) return null;
  const where = `${table} ${id}`;
  if (found === null) {
    return {
      code: "audited_row_missing",
      where,
      message: `Entry ${seq} of the audit made it, and it is not there any more.`,
    };
  }
  // An opening that ended early is as the entry of its end says, which is looked at by itself.
  if (table === "openings" && connection.statement(CLOSED).get([id, seq]) !== undefined) return null;
  return { code: "audited_row_changed", where, message: `It is not as entry ${seq} of the audit says.` };
}

function* ofEntry(connection: ReadConnection, seq: number): Generator<VerifyProblem | null> {
  const page = connection.statement(ROWS);
  let rows = page.all([seq, -1]);
  while (rows.length > 0) {
    for (const [, table, id, digest] of rows) {
      const problem = problemOf(connection, { seq, table: String(table), id: String(id), digest });
      if (problem !== null) yield problem;
    }
    yield null;
    rows = page.all([seq, rows.at(-1)?.[0] ?? null]);
  }
}

/**
 * Consents, their ends, disclosures, openings and notices that are not there any more, or not as the audit says, each by its
 * id; null between portions.
 */
export function* rowProblems(connection: ReadConnection): Generator<VerifyProblem | null> {
  const page = connection.statement(ENTRIES);
  let entries = page.all([0]);
  while (entries.length > 0) {
    for (const [seq] of entries) yield* ofEntry(connection, Number(seq));
    yield null;
    entries = page.all([entries.at(-1)?.[0] ?? null]);
  }
}
