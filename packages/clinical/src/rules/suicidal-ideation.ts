import { item9Evidence } from "../findings/evidence.ts";
import { defineRule } from "./define.ts";
import { house, published } from "./threshold.ts";

export const suicidalIdeation = defineRule({
  id: "suicidal-ideation",
  version: 1,
  title: "Suicidal ideation on the PHQ-9",
  kind: "escalate",
  urgency: "same_day",
  safety: true,
  runs: "around_stay",
  thresholds: {
    answer: published(1, "answer to item 9"),
    immediateAnswer: house(2, "answer to item 9"),
  },
  wording: {
    consider: "Consider a suicide risk assessment (C-SSRS) before the patient leaves, and a safety plan.",
    clears: ({ answer }) =>
      `Item 9 answered below ${answer} on a later date; that alone does not mean there is no risk`,
  },
  source:
    "Simon 2013 (Psychiatr Serv 64:1195); Rossom 2017 (J Affect Disord); Joint Commission NPSG.15.01.01 EP 3. Which answer is immediate: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { answer, immediateAnswer }) => {
    const latest = view.item9Days.findLast((day) => day.item9 !== null);
    if (latest === undefined || latest.item9 === null || latest.item9 < answer) return [];
    return [
      {
        headline: `Item 9 answered ${latest.item9} on ${latest.on}`,
        urgency: latest.item9 >= immediateAnswer ? "immediate" : "same_day",
        evidence: [item9Evidence(latest)],
      },
    ];
  },
});
