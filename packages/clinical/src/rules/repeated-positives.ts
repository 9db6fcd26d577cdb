import { positiveEvidence } from "../findings/evidence.ts";
import { newUnexpectedPositives, positivesText, withCaution } from "../findings/screen-facts.ts";
import { counted } from "../findings/wording.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

export const repeatedPositives = defineRule({
  id: "repeated-positives",
  version: 1,
  title: "Repeated positive screens",
  kind: "escalate",
  urgency: "this_week",
  safety: false,
  thresholds: { days: house(28, "days"), dates: house(2, "collection dates") },
  wording: {
    consider: "Consider whether the present plan and level of care hold the use, and naloxone.",
    clears: ({ days, dates }) =>
      `New unexpected positives on fewer than ${dates} dates of ${counted(days, "day")}`,
  },
  source:
    "ASAM 2017 (Jarvis, J Addict Med 11:163). Two dates in 28 days: program default without a published basis",
  reviewed: "2026-11-21",
  evaluate: (view, { days, dates }) => {
    const positives = newUnexpectedPositives(view, days);
    const on = new Set(positives.map((positive) => positive.on));
    if (on.size < dates) return [];
    const headline = withCaution(
      `New unexpected positives on ${on.size} dates of the last ${counted(days, "day")}: ${positivesText(positives)}`,
      positives.map(({ result }) => result),
    );
    return [{ headline, evidence: positives.map(positiveEvidence) }];
  },
});
