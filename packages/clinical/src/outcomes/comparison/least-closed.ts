import type { Site } from "../../records/types.ts";
import { dischargedCohort, filtered } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { type CohortQuestion, NOT_RECORDED } from "../question.ts";

/** A therapist with fewer closed episodes is not shown alone: chance and single patients would be read as the therapist. */
export const LEAST_CLOSED = 20;

/**
 * Whether a question is about one therapist who has too few closed episodes in its discharged cohort to be shown alone: all its
 * filters count, since the figures would be of those few. Of whom nothing is on record, there is nothing to hide.
 *
 * @param facts of every episode in scope as of the day of the question, in any order
 * @throws RangeError for a period reversed
 */
export function isTooFewOfTherapist(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): boolean {
  const { therapist } = question.filter;
  if (therapist === undefined || therapist === NOT_RECORDED) return false;
  if (dischargedCohort(facts, site, question).length >= LEAST_CLOSED) return false;
  return filtered(facts, site, question.filter).length > 0;
}
