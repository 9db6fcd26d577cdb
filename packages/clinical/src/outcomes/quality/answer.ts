import type { Site } from "../../records/types.ts";
import type { QualityAnswer } from "../answers.ts";
import { dischargedCohort } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { weeksOf } from "../overview-parts.ts";
import type { CohortQuestion } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { checksOf, measurementByTherapist } from "./counts.ts";

/**
 * What is missing, late or impossible in the records of the discharged cohort: each check, and weekly measurement by week of stay and
 * by therapist.
 *
 * @param facts of every episode in scope as of the day of the question, in any order
 * @throws RangeError when the period ends before it begins
 */
export function qualityAnswerOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): QualityAnswer {
  const cohort = dischargedCohort(facts, site, question);
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    discharged: cohort.length,
    checks: checksOf(cohort),
    byWeek: weeksOf(cohort),
    ...measurementByTherapist(cohort, site),
  };
}
