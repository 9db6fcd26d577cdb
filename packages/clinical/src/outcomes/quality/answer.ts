import type { Site } from "../../records/types.ts";
import type { QualityAnswer } from "../answers.ts";
import { dischargedCohort } from "../cohort.ts";
import { isTooFewOfTherapist } from "../comparison/least-closed.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { weeksOf } from "../overview-parts.ts";
import type { CohortQuestion } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { checksOf, measurementByTherapist } from "./counts.ts";

/**
 * What is missing, late or impossible in the records of the discharged cohort: each check, and weekly measurement by week of stay and
 * by therapist. Of one therapist with too few closed episodes to be shown alone, the lists to work through and nothing else.
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
  const tooFew = isTooFewOfTherapist(facts, site, question);
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    discharged: cohort.length,
    tooFew,
    checks: tooFew ? checksOf(cohort).map((check) => ({ ...check, of: null })) : checksOf(cohort),
    byWeek: tooFew ? [] : weeksOf(cohort),
    ...measurementByTherapist(cohort, site),
  };
}
