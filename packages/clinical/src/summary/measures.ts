import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownChart } from "../findings/known.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { reliableChangeOf } from "../instruments/reliable-change.ts";
import { bandOf } from "../instruments/scoring.ts";
import type { InstrumentId } from "../records/codes.ts";
import { isMeasureOverdue } from "../rules/measure-overdue.ts";
import type { MeasureSummary } from "./types.ts";
import { measureWeeks } from "./weeks.ts";

const CADENCE_DAYS = 7;

/** The later of admission and the latest score of the instrument: what its cadence is counted from. */
function countedFrom(view: EpisodeView, latest: ScoredPoint | undefined): CalendarDate {
  const { admittedOn } = view.episode;
  return latest !== undefined && latest.on > admittedOn ? latest.on : admittedOn;
}

function latestOf(point: ScoredPoint): NonNullable<MeasureSummary["latest"]> {
  const { score, on, prorated, assessmentId, instrument } = point;
  return { score, on, band: bandOf(instrument, score), prorated, assessmentId };
}

function changeOf(baseline: ScoredPoint | null, latest: ScoredPoint | undefined) {
  if (baseline === null || latest === undefined || latest.on <= baseline.on) {
    return { change: null, reliable: null };
  }
  return {
    change: latest.score - baseline.score,
    reliable: reliableChangeOf(latest.instrument, baseline.score, latest.score),
  };
}

/** One instrument of an episode: its weeks, its latest score, its baseline, and what is owed. */
export function summarizeMeasure(
  chart: KnownChart,
  view: EpisodeView,
  instrument: InstrumentId,
): MeasureSummary {
  const latest = view.scores[instrument].at(-1);
  const baseline = view.baselines[instrument];
  const since = countedFrom(view, latest);
  return {
    instrument,
    weeks: measureWeeks(chart, view, instrument),
    latest: latest === undefined ? null : latestOf(latest),
    baseline:
      baseline === null
        ? null
        : { score: baseline.score, on: baseline.on, assessmentId: baseline.assessmentId },
    ...changeOf(baseline, latest),
    nextDue: addDays(since, CADENCE_DAYS),
    overdue: view.phase === "active" && isMeasureOverdue(view, instrument),
  };
}
