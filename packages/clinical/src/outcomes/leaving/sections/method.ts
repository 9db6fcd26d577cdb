import { BASELINE_DAYS } from "../../../findings/series.ts";
import { MEASURES } from "../../measures.ts";
import { METHODS, type MethodId } from "../../methods/methods.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../../version.ts";
import { table, words } from "../cells.ts";
import { MOST_WITHHELD } from "../protected-sets.ts";
import type { ReportSection } from "../report.types.ts";

const HOW: readonly string[] = [
  "Who is counted. The discharged cohort: every stay that ended in the period, as known on the as-of day. Staying in treatment is of those admitted in the period instead. Nobody is left out for having done badly, for a short stay, or for leaving.",
  `First score: the last one from ${BASELINE_DAYS.before} days before admission to the day of admission; without one, the first within ${BASELINE_DAYS.after} days after it. Later score: the last of the stay dated after the first.`,
  "Missing scores. A stay without a first or without a later score cannot show change and is not in the measures of change. It is not treated as improved or as unchanged; the tables show how many are analyzed, and what the share would be if none, or all, of those without a later score had changed.",
  `What is withheld. Counts of 1 to ${MOST_WITHHELD} people, and everything from which such a count could be worked out: shares, intervals, and other counts that would leave it as a difference. One word, “withheld”, stands for both, because to say which is which would tell. Zero is shown. All reports and figures of one question are decided together, so comparisons of groups and of quarters tell of reliable improvement, symptom recovery, completion, leaving early and the PHQ-9 at discharge, and with a filter of reliable improvement only; a report with a filter tells nothing that the report of the whole, or of a larger group of the same kind, may not tell.`,
  "Periods are whole calendar quarters, so that two reports cannot be set against each other to single out a few days. What no report can prevent: somebody who has reports of overlapping periods, of the same period as of different days, or of groups of different kinds that overlap, can subtract one from the other. Give out few, of periods that do not overlap, and either those of the whole or those of its parts.",
  "Weeks, sessions and drug screens are not people: their counts are shown when more than 10 people stand behind them and no count of 1 to 10 follows.",
];

/** The statistics that a report uses. */
const USED: ReadonlySet<MethodId> = new Set([
  "wilson",
  "newcombe",
  "bounds",
  "effect-size",
  "kaplan-meier",
  "mean",
  "p-chart",
  "rule-marks",
  "returns",
]);

/** What every figure is made by, from the definitions that compute it. */
export function methodSection(): ReportSection {
  return {
    id: "method",
    heading: "Method",
    blocks: [
      { kind: "list", lines: HOW },
      table(
        `Definitions of outcomes, version ${OUTCOMES_VERSION}; rule set ${RULE_SET}`,
        ["Measure", "Out of", "Counted", "Source"],
        MEASURES.map(({ name, version, denominator, numerator, source }) => [
          words(version === 1 ? name : `${name} (version ${version})`),
          words(denominator),
          words(numerator),
          words(source),
        ]),
      ),
      table(
        "Statistics",
        ["Method", "In words, and source"],
        METHODS.filter(({ id }) => USED.has(id)).map(({ name, version, words: what, source }) => [
          words(version === 1 ? name : `${name} (version ${version})`),
          words(`${what} Source: ${source}.`),
        ]),
      ),
    ],
  };
}
