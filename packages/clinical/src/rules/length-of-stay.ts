import { inLast } from "../findings/days.ts";
import { placementEvidence } from "../findings/evidence.ts";
import { counted, levelName } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const lengthOfStay = defineRule({
  id: "length-of-stay",
  version: 1,
  title: "Longer than planned",
  kind: "review",
  urgency: "routine",
  safety: false,
  thresholds: { decisionDays: house(28, "days since a decision to continue") },
  wording: {
    consider: "Consider a review of continued stay, and record the decision.",
    clears: ({ decisionDays }) =>
      `A decision to continue in the last ${counted(decisionDays, "day")}, or a change of level`,
  },
  source:
    "The program's own planned length; ASAM: review by dimension, not by fixed days. 28 days: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { decisionDays }) => {
    const { level, program } = view;
    const planned = program?.plannedWeeksMax ?? null;
    if (!level.isProgramsOwn || planned === null) return [];
    if (level.level === null || level.placement === null || level.daysAtLevel === null) return [];
    if (level.daysAtLevel <= 7 * planned) return [];
    const decided = inLast(view.decisions, decisionDays, view.asOf);
    if (decided.some(({ record }) => record.decision === "continue")) return [];
    return [
      {
        headline: `${counted(level.daysAtLevel, "day")} at ${levelName(level.level)}, planned up to ${counted(planned, "week")}`,
        evidence: [placementEvidence(level.placement)],
      },
    ];
  },
});
