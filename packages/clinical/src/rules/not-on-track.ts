import { daysBetween } from "../calendar/civil.ts";
import { Q80, upperLimit } from "../findings/curve.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { scoreEvidence } from "../findings/evidence.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { instrumentName, listed, scoreText } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { defineRule, type Ground } from "./define.ts";
import { house, published } from "./threshold.ts";

interface Limits {
  readonly quantile: number;
  readonly scores: number;
  readonly day: number;
  readonly least: number;
}

function isAbove(view: EpisodeView, point: ScoredPoint, limits: Limits): boolean {
  const { instrument, score } = point;
  const curve = view.curves.get(instrument);
  const baseline = view.baselines[instrument];
  const day = daysBetween(view.episode.admittedOn, point.on);
  if (curve === undefined || baseline === null || day < limits.day || score < limits.least) return false;
  const at = { weeks: day / 7, baseline: baseline.score, maximum: instrumentOf(instrument).maximum };
  return score > upperLimit(curve, at, limits.quantile);
}

function groundOf(view: EpisodeView, instrument: InstrumentId, limits: Limits): readonly Ground[] {
  const last = view.scores[instrument].slice(-limits.scores);
  if (last.length < limits.scores || !last.every((point) => isAbove(view, point, limits))) return [];
  const name = instrumentName(instrument);
  const dates = listed(last.map((point) => point.on));
  return [
    {
      instrument,
      headline: `${name} ${listed(last.map(scoreText))} on ${dates}, above the expected range`,
      evidence: last.map(scoreEvidence),
      clears: `${name} within the expected range`,
    },
  ];
}

export const notOnTrack = defineRule({
  id: "not-on-track",
  version: 1,
  title: "Not on track",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: {
    quantile: published(Q80, "standard deviations of the prediction (upper limit of 80 %)"),
    scores: house(2, "latest scores"),
    day: house(14, "days since admission"),
    least: house(5, "points"),
  },
  wording: {
    consider: "Consider what stands in the way: trauma, resistance, social support, life events, process.",
    clears: () => "A score within the expected range",
  },
  source:
    "Finch, Lambert & Schaalje 2001 (Clin Psychol Psychother 8:231) and Delgadillo 2018 (Lancet Psychiatry 5:564), on a curve of the program's own patients; the limit of 80 % is still to be checked against the primary source. Two in a row, from day 14, 5 points or more: program defaults without a published basis",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "reliable-deterioration", onSameInstrument: true }],
  evaluate: (view, limits) => INSTRUMENT_IDS.flatMap((instrument) => groundOf(view, instrument, limits)),
});
