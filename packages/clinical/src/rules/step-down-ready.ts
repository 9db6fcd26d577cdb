import { inLast } from "../findings/days.ts";
import { counted } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const stepDownReady = defineRule({
  id: "step-down-ready",
  version: 1,
  title: "Ready to step down",
  kind: "step_down",
  urgency: "this_week",
  safety: false,
  reads: "findings",
  thresholds: { decisionDays: house(14, "days since a decision to continue") },
  wording: {
    consider: "Consider a review of the level of care with the patient and the team.",
    clears: ({ decisionDays }) =>
      `A criterion no longer met, a decision to continue (for ${counted(decisionDays, "day")}), or a change of level`,
  },
  source:
    "NHS Talking Therapies recovery (PHQ-9 below 10 and GAD-7 below 8) and ASAM transfer principles. How long each must hold, attendance and screens: program defaults without a published basis",
  reviewed: "2026-11-21",
  supersededBy: [
    { anyOfKind: "escalate" },
    { rule: "consecutive-absences" },
    { rule: "low-attendance" },
    { rule: "unexpected-positive" },
    { rule: "screen-not-given" },
    { rule: "expected-drug-absent" },
    { rule: "better-on-paper" },
  ],
  evaluate: (view, { decisionDays }, { card }) => {
    if (card === null) return [];
    if (card.some(({ state }) => state !== "met" && state !== "not_applicable")) return [];
    const decided = inLast(view.decisions, decisionDays, view.asOf);
    if (decided.some(({ record }) => record.decision === "continue")) return [];
    const met = card.filter(({ state }) => state === "met").length;
    const other = card.length - met;
    const notApplicable = other === 0 ? "" : `, ${other} not applicable`;
    return [
      {
        headline: `Step-down criteria: ${met} of ${card.length} met${notApplicable}`,
        evidence: card.flatMap(({ evidence }) => evidence),
      },
    ];
  },
});
