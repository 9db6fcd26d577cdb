import type { CalendarDate, Instant } from "@soundings/clinical";
import { sql } from "kysely";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** A report as a list shows it. */
export interface KeptReport {
  readonly reportId: string;
  readonly madeAt: Instant;
  readonly by: string;
  readonly asOf: CalendarDate;
  /** Ids of the programs that it is about. */
  readonly programIds: readonly string[];
  /** JSON. */
  readonly question: string;
  readonly definitions: number;
  readonly rules: string;
}

/** A report with the text of what was stored, as it was stored. */
export interface WholeReport extends KeptReport {
  readonly json: string;
  readonly document: string;
}

const LISTED = [
  "report_id",
  "made_at",
  "by",
  "as_of",
  "programs",
  "question",
  "definitions",
  "rules",
] as const;
const WHOLE = [...LISTED, "json", "document"] as const;

/** Whether every program of a report is among some. */
function within(programIds: readonly string[]) {
  return sql<boolean>`not exists (select 1 from json_each("r"."programs") as "j" where "j"."value" not in (select "value" from json_each(${JSON.stringify(programIds)})))`;
}

export function reportsQuery(connection: ReadConnection, programIds: readonly string[]) {
  return connection.query
    .selectFrom("outcome_reports as r")
    .select(LISTED)
    .where(within(programIds))
    .orderBy("r.made_at", "desc")
    .orderBy("r.report_id", "desc");
}

export function reportQuery(connection: ReadConnection, reportId: string, programIds: readonly string[]) {
  return connection.query
    .selectFrom("outcome_reports as r")
    .select(WHOLE)
    .where("r.report_id", "=", reportId)
    .where(within(programIds));
}

interface Row {
  readonly report_id: string;
  readonly made_at: Instant;
  readonly by: string;
  readonly as_of: CalendarDate;
  readonly programs: string;
  readonly question: string;
  readonly definitions: number;
  readonly rules: string;
}

function reportOfRow(row: Row): KeptReport {
  return {
    reportId: row.report_id,
    madeAt: row.made_at,
    by: row.by,
    asOf: row.as_of,
    programIds: JSON.parse(row.programs) as string[],
    question: row.question,
    definitions: row.definitions,
    rules: row.rules,
  };
}

/** Reports that are about nothing but some programs, newest first. */
export function readKeptReports(
  connection: ReadConnection,
  programIds: readonly string[],
): readonly KeptReport[] {
  return connection.all(reportsQuery(connection, programIds)).map(reportOfRow);
}

/** One report that is about nothing but some programs; null when there is none. */
export function readKeptReport(
  connection: ReadConnection,
  reportId: string,
  programIds: readonly string[],
): WholeReport | null {
  const row = connection.first(reportQuery(connection, reportId, programIds));
  return row === undefined ? null : { ...reportOfRow(row), json: row.json, document: row.document };
}

/** Keeps a report for good. Part of the act that enters it in the audit. Answers its id. */
export function keepReport(
  connection: WriteConnection,
  report: Omit<WholeReport, "reportId" | "madeAt">,
  now: Instant,
): string {
  const report_id = uuidAt(now);
  const { by, asOf, programIds, question, definitions, rules, json, document } = report;
  connection.run(
    connection.change.insertInto("outcome_reports").values({
      report_id,
      made_at: now,
      by,
      as_of: asOf,
      programs: JSON.stringify([...programIds].sort()),
      question,
      definitions,
      rules,
      json,
      document,
    }),
  );
  return report_id;
}
