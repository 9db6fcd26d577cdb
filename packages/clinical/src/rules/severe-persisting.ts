import { daysBetween } from "../calendar/civil.ts";
import { scoreEvidence } from "../findings/evidence.ts";
import { listed, scoreText } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house, published } from "./threshold.ts";

export const severePersisting = defineRule({
  id: "severe-persisting",
  version: 1,
  title: "Severe symptoms persist",
  kind: "escalate",
  urgency: "this_week",
  safety: false,
  thresholds: {
    severe: published(20, "points on the PHQ-9"),
    scores: house(2, "latest scores"),
    day: house(14, "days since admission"),
  },
  wording: {
    consider: "Consider a review of the plan and medication, and whether more support is needed.",
    clears: ({ severe }) => `PHQ-9 below ${severe}`,
  },
  source:
    "Kroenke 2001 (J Gen Intern Med 16:606): 20 and above is severe. Two in a row from day 14 on: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { severe, scores, day }) => {
    const last = view.scores["phq-9"].slice(-scores);
    const latest = last.at(-1);
    if (latest === undefined || last.length < scores) return [];
    if (last.some((point) => point.score < severe)) return [];
    if (daysBetween(view.episode.admittedOn, latest.on) < day) return [];
    return [
      {
        headline: `PHQ-9 ${listed(last.map(scoreText))} on ${listed(last.map((point) => point.on))}, still severe`,
        evidence: last.map(scoreEvidence),
      },
    ];
  },
});
