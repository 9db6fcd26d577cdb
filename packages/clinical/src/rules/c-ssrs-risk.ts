import { eventEvidence } from "../findings/evidence.ts";
import { cSsrsLevel } from "../findings/risk.ts";
import { defineRule } from "./define.ts";

export const cSsrsRisk = defineRule({
  id: "c-ssrs-risk",
  version: 1,
  title: "C-SSRS risk",
  kind: "escalate",
  urgency: "same_day",
  safety: true,
  runs: "around_stay",
  thresholds: {},
  wording: {
    consider:
      "Consider the local pathway for that level: safety precautions and evaluation, lethal-means counseling, a safety plan.",
    clears: () => "A later C-SSRS with a low result or none",
  },
  source:
    "Columbia Lighthouse Project, triage for the C-SSRS screener (cssrs.columbia.edu/triage); moderate and low after SAFE-T with C-SSRS",
  reviewed: "2026-11-21",
  evaluate: (view) => {
    const latest = view.windowEvents.findLast((event) => cSsrsLevel(event) !== null);
    if (latest === undefined) return [];
    const level = cSsrsLevel(latest);
    if (level !== "moderate" && level !== "high") return [];
    return [
      {
        headline: `C-SSRS ${level} on ${latest.on}`,
        urgency: level === "high" ? "immediate" : "same_day",
        evidence: [eventEvidence(latest)],
      },
    ];
  },
});
