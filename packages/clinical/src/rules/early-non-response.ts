import { daysBetween } from "../calendar/civil.ts";
import { changeSinceBaseline } from "../findings/change.ts";
import { scoreEvidence } from "../findings/evidence.ts";
import { changeText } from "../findings/wording.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { defineRule } from "./define.ts";
import { isBelow, published } from "./threshold.ts";

export const earlyNonResponse = defineRule({
  id: "early-non-response",
  version: 1,
  title: "Little early response",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: {
    baseline: published(instrumentOf("phq-9").caseness, "points at baseline"),
    day: published(28, "days since admission"),
    improvement: published([1, 5], "of the baseline"),
  },
  wording: {
    consider:
      "Consider a review of the plan: agreement on goals, focus, obstacles, medication. Some respond later.",
    clears: ({ improvement: [part, whole] }) => `PHQ-9 at least ${(100 * part) / whole} % below baseline`,
  },
  source:
    "Less than 20 % better at week 4: Wagner 2017 (J Psychiatr Res 94:96), de Vries 2018 (BJPsych 214:4), Kudlow (J Clin Psychopharmacol 43:46)",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "reliable-deterioration", onSameInstrument: true }],
  evaluate: (view, t) => {
    const change = changeSinceBaseline(view, "phq-9");
    if (change === null || change.baseline.score < t.baseline) return [];
    const day = daysBetween(view.episode.admittedOn, change.latest.on);
    if (day < t.day || !isBelow(-change.change, change.baseline.score, t.improvement)) return [];
    const { baseline, latest } = change;
    return [
      {
        instrument: "phq-9",
        headline: `${changeText(baseline, latest, "admission")} on day ${day}, little response`,
        evidence: [scoreEvidence(baseline), scoreEvidence(latest)],
      },
    ];
  },
});
