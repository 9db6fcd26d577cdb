import { item9Evidence } from "../findings/evidence.ts";
import { isRiskAssessed } from "../findings/risk.ts";
import { defineRule } from "./define.ts";
import { published } from "./threshold.ts";

export const riskAssessmentOverdue = defineRule({
  id: "risk-assessment-overdue",
  version: 1,
  title: "Risk assessment overdue",
  kind: "escalate",
  urgency: "immediate",
  safety: true,
  runs: "around_stay",
  thresholds: { answer: published(1, "answer to item 9") },
  wording: {
    consider:
      "Consider contact now and a suicide risk assessment; record it as a risk assessment or a C-SSRS.",
    clears: () => "A risk assessment, or a C-SSRS with a result, dated on or after the answer",
  },
  source:
    "Joint Commission NPSG.15.01.01 EP 3 (assessment after a positive screen); Simon 2013 (risk lasts for months, so a later 0 does not settle it). Overdue from the next day: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { answer }) => {
    const lastAssessedOn = view.windowEvents.findLast(isRiskAssessed)?.on ?? null;
    const unsettled = view.item9Days.filter(
      ({ on, item9 }) =>
        on < view.asOf &&
        item9 !== null &&
        item9 >= answer &&
        (lastAssessedOn === null || lastAssessedOn < on),
    );
    const latest = unsettled.at(-1);
    if (latest === undefined) return [];
    return [
      {
        headline: `Item 9 answered ${latest.item9} on ${latest.on}, no risk assessment since`,
        evidence: unsettled.map(item9Evidence),
        clears: `A risk assessment, or a C-SSRS with a result, dated ${latest.on} or later`,
      },
    ];
  },
});
