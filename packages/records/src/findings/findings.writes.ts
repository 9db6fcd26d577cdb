import type { CalendarDate, EpisodeTrend, Site } from "@soundings/clinical";
import { readCharts } from "../charts/charts.reads.ts";
import { activeAmong } from "../charts/patients.reads.ts";
import { forgetOutcomes } from "../outcomes/kept.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import { trendMaker } from "../trends/stored.ts";
import { type EvaluatedEpisode, evaluateEpisodes } from "./evaluate.ts";
import { findingRow, summaryRow } from "./rows.ts";

function forget(connection: WriteConnection, patientId: string): void {
  connection.statement(`delete from "findings" where "patient_id" = ?`).run([patientId]);
  connection.statement(`delete from "episode_summaries" where "patient_id" = ?`).run([patientId]);
  forgetOutcomes(connection, patientId);
}

function keep(
  connection: WriteConnection,
  { evaluation, summary }: EvaluatedEpisode,
  trend: EpisodeTrend,
): void {
  connection.run(connection.change.insertInto("episode_summaries").values(summaryRow(summary, trend)));
  for (const [position, finding] of evaluation.findings.entries()) {
    connection.run(connection.change.insertInto("findings").values(findingRow(finding, position)));
  }
}

/**
 * Evaluates the patients again and replaces what is stored of them. Part of the transaction that changed their records,
 * so that no list ever shows a record without the finding that it causes.
 */
export function evaluateAgain(
  connection: WriteConnection,
  patientIds: readonly string[],
  site: Site,
  today: CalendarDate,
): void {
  for (const id of patientIds) forget(connection, id);
  const charts = readCharts(connection, activeAmong(connection, patientIds, today));
  const trend = trendMaker(connection, charts);
  for (const chart of charts) {
    for (const episode of evaluateEpisodes(chart, site, today)) {
      keep(connection, episode, trend(chart, site, episode.evaluation, today));
    }
  }
}
