import { holds, type Span } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownAssessment, KnownChart } from "../findings/known.ts";
import type { Instrument } from "../instruments/define.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId } from "../records/codes.ts";
import { measureWeeks } from "../summary/weeks.ts";
import type { AssessmentMark, MeasureLane } from "./types.ts";

function assessmentMark(
  { record, score, on, id, recordedOn }: KnownAssessment,
  instrument: Instrument,
  takesPart: boolean,
): AssessmentMark {
  return {
    assessmentId: id,
    on,
    score: score.scored ? score.score : null,
    band: score.scored ? score.band : null,
    prorated: score.scored && score.prorated,
    answered: score.answered,
    itemCount: instrument.items.length,
    totalOnly: score.scored && score.totalOnly,
    items: record.items,
    difficulty: record.items[instrument.difficulty.number - 1] ?? null,
    mode: record.mode,
    recordedOn,
    late: recordedOn !== null && recordedOn > on,
    takesPart,
    secondsTaken: null,
    quality: [],
  };
}

/**
 * One instrument's lane: everything administered on the days of the axis, whichever stay it belongs to. What takes part
 * in the episode's rules is its own last scored assessment of each date, and its baseline.
 */
export function measureLane(chart: KnownChart, view: EpisodeView, axis: Span, id: InstrumentId): MeasureLane {
  const instrument = instrumentOf(id);
  const baseline = view.baselines[id];
  const taking = new Set(view.scores[id].map((point) => point.assessmentId));
  if (baseline !== null) taking.add(baseline.assessmentId);
  return {
    instrument: id,
    name: instrument.name,
    max: instrument.maximum,
    bands: instrument.bands,
    caseness: instrument.caseness,
    reliableChange: instrument.reliableChange,
    baseline:
      baseline === null
        ? null
        : { score: baseline.score, on: baseline.on, assessmentId: baseline.assessmentId },
    marks: chart.assessments
      .filter((one) => one.record.instrument === id && holds(axis, one.on))
      .map((one) => assessmentMark(one, instrument, taking.has(one.id))),
    weeks: measureWeeks(chart, view, id),
    gains: [],
  };
}
