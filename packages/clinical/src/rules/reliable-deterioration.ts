import { changeSinceBaseline } from "../findings/change.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { scoreEvidence } from "../findings/evidence.ts";
import { changeText, instrumentName } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId } from "../records/codes.ts";
import { defineRule, type Ground } from "./define.ts";
import { published } from "./threshold.ts";

function groundOf(view: EpisodeView, instrument: InstrumentId, rise: number): readonly Ground[] {
  const change = changeSinceBaseline(view, instrument);
  if (change === null || change.change < rise) return [];
  const { baseline, latest } = change;
  return [
    {
      instrument,
      headline: changeText(baseline, latest, "admission"),
      evidence: [scoreEvidence(baseline), scoreEvidence(latest)],
      clears: `${instrumentName(instrument)} less than ${rise} above baseline`,
    },
  ];
}

export const reliableDeterioration = defineRule({
  id: "reliable-deterioration",
  version: 1,
  title: "Reliably worse since admission",
  kind: "escalate",
  urgency: "this_week",
  safety: false,
  thresholds: {
    phq9: published(instrumentOf("phq-9").reliableChange, "points above baseline"),
    gad7: published(instrumentOf("gad-7").reliableChange, "points above baseline"),
  },
  wording: {
    consider:
      "Consider a review of goals, focus and obstacles, of medication, and of whether more support is needed.",
    clears: ({ phq9, gad7 }) => `PHQ-9 less than ${phq9} and GAD-7 less than ${gad7} above baseline`,
  },
  source: "NHS Talking Therapies reliable change: PHQ-9 6 points, GAD-7 4 points",
  reviewed: "2026-11-21",
  evaluate: (view, { phq9, gad7 }) => [...groundOf(view, "phq-9", phq9), ...groundOf(view, "gad-7", gad7)],
});
