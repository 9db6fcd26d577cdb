import { holds, type Span } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownAssessment, KnownChart } from "../findings/known.ts";
import { scoresTakingPart } from "../findings/series.ts";
import type { Instrument } from "../instruments/define.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId } from "../records/codes.ts";
import { measureWeeks } from "../summary/weeks.ts";
import { responseQuality } from "./response-quality.ts";
import { suddenGains } from "./sudden-gain.ts";
import type { AssessmentMark, MeasureLane } from "./types.ts";

/** What the marks of one instrument are read with. */
interface Reading {
  readonly instrument: Instrument;
  /** The assessments that take part, by identifier. */
  readonly taking: ReadonlySet<string>;
  readonly secondsTaken: ReadonlyMap<string, number>;
}

function assessmentMark(
  assessment: KnownAssessment,
  previous: KnownAssessment | null,
  { instrument, taking, secondsTaken }: Reading,
): AssessmentMark {
  const { record, score, on, id, recordedOn } = assessment;
  const seconds = secondsTaken.get(id) ?? null;
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
    takesPart: taking.has(id),
    secondsTaken: seconds,
    quality: responseQuality(assessment, previous, seconds),
  };
}

/** The axis, and how long each assessment took, by its identifier, where a device knows. */
interface LaneFrame {
  readonly axis: Span;
  readonly secondsTaken: ReadonlyMap<string, number>;
}

/**
 * One instrument's lane: everything administered on the days of the axis, whichever stay it belongs to. What takes part
 * in the episode's rules is its own last scored assessment of each date, and its baseline.
 */
export function measureLane(
  chart: KnownChart,
  view: EpisodeView,
  { axis, secondsTaken }: LaneFrame,
  id: InstrumentId,
): MeasureLane {
  const instrument = instrumentOf(id);
  const baseline = view.baselines[id];
  const points = scoresTakingPart(view, id);
  const taking = new Set(points.map((point) => point.assessmentId));
  const given = chart.assessments.filter(({ record }) => record.instrument === id);
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
    marks: given
      .filter((one) => holds(axis, one.on))
      .map((one) => {
        const previous = given.findLast(({ on }) => on < one.on) ?? null;
        return assessmentMark(one, previous, { instrument, taking, secondsTaken });
      }),
    weeks: measureWeeks(chart, view, id),
    gains: suddenGains(points),
  };
}
