import type { EpisodeView } from "../findings/episode-view.ts";
import { positiveEvidence } from "../findings/evidence.ts";
import { newUnexpectedPositives, positivesText, withCaution } from "../findings/screen-facts.ts";
import { counted } from "../findings/wording.ts";
import type { AnalyteId } from "../screens/analytes.ts";
import type { Positive } from "../screens/positives.ts";
import { isValidNegative } from "../screens/reading.ts";
import { defineRule } from "./define.ts";
import { house } from "./threshold.ts";

/** Found with the highest risk of overdose. */
const ESCALATING: ReadonlySet<AnalyteId> = new Set(["fentanyl", "norfentanyl", "6-am"]);

function isAnswered(view: EpisodeView, positive: Positive): boolean {
  return view.screens.some((screen) => screen.on > positive.on && isValidNegative(screen, positive.analyte));
}

export const unexpectedPositive = defineRule({
  id: "unexpected-positive",
  version: 1,
  title: "Unexpected positive screen",
  kind: "review",
  urgency: "this_week",
  safety: false,
  thresholds: { days: house(14, "days") },
  wording: {
    consider:
      "Consider talking it through without blame, a definitive test if the result is contested, and naloxone.",
    clears: ({ days }) =>
      `A later valid screen negative for the same drug, or ${counted(days, "day")} without a new positive`,
  },
  source:
    "ASAM 2017 (Jarvis, J Addict Med 11:163): results are therapeutic information, definitive testing when they change care. Carry-over windows after drugpolicyfacts.org and Huhn 2020; 14 days: program default without a published basis",
  reviewed: "2026-11-21",
  supersededBy: [{ rule: "repeated-positives", unlessUrgency: "same_day" }],
  evaluate: (view, { days }) => {
    const open = newUnexpectedPositives(view, days).filter((positive) => !isAnswered(view, positive));
    if (open.length === 0) return [];
    const headline = withCaution(
      `New unexpected positive: ${positivesText(open)}`,
      open.map(({ result }) => result),
    );
    const weight = open.some(({ analyte }) => ESCALATING.has(analyte))
      ? ({ kind: "escalate", urgency: "same_day" } as const)
      : ({ kind: "review", urgency: "this_week" } as const);
    return [{ headline, evidence: open.map(positiveEvidence), ...weight }];
  },
});
