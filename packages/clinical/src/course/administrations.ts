import type { CalendarDate } from "../calendar/types.ts";
import { belonging } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownAssessment, KnownChart } from "../findings/known.ts";
import { scoresTakingPart } from "../findings/series.ts";
import { scoredItems } from "../instruments/scoring.ts";
import type { InstrumentId } from "../records/codes.ts";

/** The answers of one instrument on one date. */
export interface Administration {
  readonly instrument: InstrumentId;
  readonly on: CalendarDate;
  readonly assessmentId: string;
  /** Of the items that make the total, in order; at least one is known. */
  readonly answers: readonly (number | null)[];
}

function administrationOf({ record, on, id }: KnownAssessment): Administration {
  return { instrument: record.instrument, on, assessmentId: id, answers: scoredItems(record) };
}

/**
 * The administrations of one instrument with item answers that belong to the episode, and its baseline's, one a date, in
 * order. Of several on a date it is the one whose score takes part, else the last: an incomplete form has no score, but
 * what was answered on it is known.
 */
export function administrationsOf(
  chart: KnownChart,
  view: EpisodeView,
  instrument: InstrumentId,
): readonly Administration[] {
  const baselineId = view.baselines[instrument]?.assessmentId;
  const own = new Set(belonging(chart, view.episode, chart.assessments).map(({ id }) => id));
  const taking = new Set(scoresTakingPart(view, instrument).map(({ assessmentId }) => assessmentId));
  const all: Administration[] = [];
  for (const assessment of chart.assessments) {
    const { record, score, id } = assessment;
    if (record.instrument !== instrument || score.answered === 0) continue;
    if (!own.has(id) && id !== baselineId) continue;
    const before = all.at(-1);
    if (before?.on !== assessment.on) all.push(administrationOf(assessment));
    else if (!taking.has(before.assessmentId)) all[all.length - 1] = administrationOf(assessment);
  }
  return all;
}
