import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { leavingJson } from "./leaving-json.ts";
import { type Plan, planOf } from "./plan.ts";
import type { OutcomesReport, ReportInput } from "./report.types.ts";
import { changeSection } from "./sections/change.ts";
import { contextSection } from "./sections/context.ts";
import { groupsSection } from "./sections/groups.ts";
import { methodSection } from "./sections/method.ts";
import { programSection } from "./sections/program.ts";
import { qualitySection } from "./sections/quality.ts";
import { staySection } from "./sections/stay.ts";
import { cohortWords, dayWords, periodWords, programWords } from "./words.ts";

function aboutOf(
  { question, before, site, facts }: Plan,
  { organization, madeOn }: ReportInput,
): OutcomesReport["about"] {
  const name: OutcomesReport["about"] = organization === null ? [] : [["Organization", organization]];
  return [
    ...name,
    ["Program", programWords(question, site, facts)],
    ["Period", `${periodWords(question)}, whole quarters`],
    ["Year before", periodWords(before.question)],
    ["Cohort", cohortWords(question, site)],
    ["As of", `${dayWords(question.asOf)}: nothing recorded for a later day is read`],
    ["Definitions", `version ${OUTCOMES_VERSION}, rule set ${RULE_SET}`],
    ["Made on", dayWords(madeOn)],
    ["Withheld", "Counts of 1 to 10, and what they could be worked out from"],
  ];
}

/**
 * The report that leaves the program: for a reader who knows neither the product nor the questionnaires. Every number of it may leave; what may not says
 * that it is withheld. Its period is of whole quarters, see `leavingQuestion`.
 *
 * @throws RangeError for a period reversed, and for a therapist
 */
export function reportOf(input: ReportInput): OutcomesReport {
  const plan = planOf(input, input.also);
  const { json, may } = plan;
  return {
    version: 1,
    title: "Program outcomes",
    synthetic: input.synthetic,
    about: aboutOf(plan, input),
    question: plan.question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    madeOn: input.madeOn,
    sections: [
      programSection(plan),
      changeSection(plan),
      staySection(plan),
      groupsSection(plan, input),
      contextSection(plan),
      methodSection(),
      qualitySection(plan),
    ],
    json: {
      all: leavingJson(json.all, "now", may),
      completers: leavingJson(json.completers, "completers", may),
      yearBefore: leavingJson(json.yearBefore, "before", may),
    },
  };
}
