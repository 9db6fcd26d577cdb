import type { EpisodeView } from "../findings/episode-view.ts";
import { scoreEvidence } from "../findings/evidence.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { changeText, instrumentName } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId } from "../records/codes.ts";
import { defineRule, type Ground } from "./define.ts";
import { house, published } from "./threshold.ts";

interface Limits {
  readonly caseness: number;
  readonly rise: number;
}

/** The lowest of the scores; of equal ones the last. */
function lowestOf(points: readonly ScoredPoint[]): ScoredPoint | null {
  return points.reduce<ScoredPoint | null>(
    (lowest, point) => (lowest === null || point.score <= lowest.score ? point : lowest),
    null,
  );
}

function groundOf(view: EpisodeView, instrument: InstrumentId, limits: Limits): readonly Ground[] {
  const series = view.scores[instrument];
  const latest = series.at(-1);
  const lowest = lowestOf(series.slice(0, -1));
  if (latest === undefined || lowest === null) return [];
  if (latest.score < limits.caseness || latest.score - lowest.score < limits.rise) return [];
  const name = instrumentName(instrument);
  return [
    {
      instrument,
      headline: changeText(lowest, latest, `its lowest on ${lowest.on}`),
      evidence: [scoreEvidence(lowest), scoreEvidence(latest)],
      clears: `${name} below ${limits.caseness}, or less than ${limits.rise} above its lowest`,
    },
  ];
}

const phq9 = instrumentOf("phq-9");
const gad7 = instrumentOf("gad-7");

export const lossOfGains = defineRule({
  id: "loss-of-gains",
  version: 1,
  title: "Gains lost",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: {
    phq9Caseness: published(phq9.caseness, "points"),
    phq9Rise: house(phq9.reliableChange, "points above the lowest earlier score"),
    gad7Caseness: published(gad7.caseness, "points"),
    gad7Rise: house(gad7.reliableChange, "points above the lowest earlier score"),
  },
  wording: {
    consider: "Consider what changed since the better weeks: events, attendance, use, medication.",
    clears: (t) =>
      `PHQ-9 below ${t.phq9Caseness} or less than ${t.phq9Rise} above its lowest, and GAD-7 below ${t.gad7Caseness} or less than ${t.gad7Rise} above its lowest`,
  },
  source:
    "NHS Talking Therapies caseness (PHQ-9 10, GAD-7 8) and reliable change (6, 4). Measured from the lowest earlier score: program default without a published basis",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "reliable-deterioration" }],
  evaluate: (view, t) => [
    ...groundOf(view, "phq-9", { caseness: t.phq9Caseness, rise: t.phq9Rise }),
    ...groundOf(view, "gad-7", { caseness: t.gad7Caseness, rise: t.gad7Rise }),
  ],
});
