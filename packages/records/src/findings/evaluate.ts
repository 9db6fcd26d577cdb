import {
  type CalendarDate,
  type Chart,
  type EpisodeEvaluation,
  type EpisodeSummary,
  evaluateChart,
  type Site,
  summarizeEpisode,
} from "@soundings/clinical";
import type { EpisodeSummaryTable } from "./findings.table.ts";

/** One episode as of a day: what the rules say, and its row of the caseload. */
export interface EvaluatedEpisode {
  readonly evaluation: EpisodeEvaluation;
  readonly summary: EpisodeSummary;
}

/** Every episode of a chart that is in treatment, or just before or after it, as of the day. */
export function evaluateEpisodes(chart: Chart, site: Site, asOf: CalendarDate): readonly EvaluatedEpisode[] {
  return evaluateChart(chart, site, asOf).map((evaluation) => ({
    evaluation,
    summary: summarizeEpisode(chart, site, evaluation, asOf),
  }));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function earliest(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
}

/** The columns of a summary that lists filter and sort by, the same for a stored list and a computed one. */
export type SummaryColumns = Omit<EpisodeSummaryTable, "summary" | "review_rank" | "trend">;

export function summaryColumns(summary: EpisodeSummary): SummaryColumns {
  const phq9 = summary.measures.find((measure) => measure.instrument === "phq-9");
  const gad7 = summary.measures.find((measure) => measure.instrument === "gad-7");
  const { stepDown, attendance14 } = summary;
  return {
    episode_id: summary.episodeId,
    patient_id: summary.patientId,
    program_id: summary.programId,
    as_of: summary.asOf,
    phase: summary.phase,
    level_of_care: summary.levelOfCare,
    week: summary.week,
    rank: summary.rank,
    leading_urgency: summary.leading?.urgency ?? null,
    finding_count: summary.findingCount,
    phq9: phq9?.latest?.score ?? null,
    phq9_change: phq9?.change ?? null,
    gad7: gad7?.latest?.score ?? null,
    gad7_change: gad7?.change ?? null,
    attendance: share(attendance14.attended, attendance14.countable),
    next_due: earliest(summary.measures.map((measure) => measure.nextDue)),
    overdue: summary.measures.some((measure) => measure.overdue) ? 1 : 0,
    step_down: stepDown === null ? null : share(stepDown.met, stepDown.applicable),
    ready: stepDown?.ready === true ? 1 : 0,
  };
}
