import type { ImportWarning, Problem, RejectionCode } from "@soundings/clinical";
import type { Bound, ReadConnection } from "../store/sqlite.ts";

/** One row that was set aside, as the report names it: where it is and why, without what it says. */
export interface Rejection extends Problem {
  readonly file: string;
  readonly line: number;
}

/** Where a report is read from: the database's own tables of a batch, or the staging of a dry run (no batch). */
export interface ReportSource {
  readonly connection: ReadConnection;
  readonly batch: string | null;
}

const AT_ONCE = 2_000;

/** Rejections and warnings lie alike. */
function* entries(
  source: ReportSource,
  tables: { stored: string; staged: string },
): Generator<ImportWarning> {
  const { connection, batch } = source;
  const from =
    batch === null ? `"${tables.staged}" where id > ?` : `"${tables.stored}" where batch_id = ? and id > ?`;
  const page = connection.statement(
    `select id, file, line, column_name, code, message from ${from} order by id limit ${AT_ONCE}`,
  );
  let after: Bound = 0;
  for (;;) {
    const found = page.all(batch === null ? [after] : [batch, after]);
    for (const [, file, line, column, code, message] of found) {
      yield {
        file: String(file),
        line: Number(line),
        column: String(column),
        code: String(code),
        message: String(message),
      };
    }
    const last = found.at(-1);
    if (last === undefined) return;
    after = last[0] ?? 0;
  }
}

/** The rows that were set aside, in the order in which they were found. */
export function* reportedRejections(source: ReportSource): Generator<Rejection> {
  for (const entry of entries(source, { stored: "set_aside_rows", staged: "set_aside" })) {
    yield { ...entry, code: entry.code as RejectionCode };
  }
}

/** What was unusual, in the order in which it was found. */
export function reportedWarnings(source: ReportSource): Generator<ImportWarning> {
  return entries(source, { stored: "import_warnings", staged: "warnings" });
}
