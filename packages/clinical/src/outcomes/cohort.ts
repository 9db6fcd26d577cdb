import type { CalendarDate } from "../calendar/types.ts";
import type { Site } from "../records/types.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { dimensionValue } from "./groups.ts";
import { type CohortFilter, type CohortQuestion, DIMENSIONS } from "./question.ts";

/** Those of whom every value of the filter holds. */
export function filtered(
  facts: readonly EpisodeFacts[],
  site: Site,
  filter: CohortFilter,
): readonly EpisodeFacts[] {
  const asked = DIMENSIONS.flatMap((dimension) => {
    const value = filter[dimension];
    return value === undefined ? [] : [{ dimension, value }];
  });
  if (asked.length === 0) return facts;
  return facts.filter((one) =>
    asked.every(({ dimension, value }) => dimensionValue(one, site, dimension) === value),
  );
}

function within(date: CalendarDate | null, { from, to, asOf }: CohortQuestion): boolean {
  return date !== null && date >= from && date <= to && date <= asOf;
}

/** A period has to run forward. @throws RangeError when it ends before it begins. */
export function heldForward({ from, to }: CohortQuestion): void {
  if (from > to) throw new RangeError("the period ends before it begins");
}

/** Discharged in the period and by the as-of date: what everything but retention is about. @throws RangeError for a period reversed. */
export function dischargedCohort(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): readonly EpisodeFacts[] {
  heldForward(question);
  return filtered(
    facts.filter(({ dischargedOn }) => within(dischargedOn, question)),
    site,
    question.filter,
  );
}

/** Admitted in the period and by the as-of date: what retention is about. @throws RangeError for a period reversed. */
export function admittedCohort(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): readonly EpisodeFacts[] {
  heldForward(question);
  return filtered(
    facts.filter(({ admittedOn }) => within(admittedOn, question)),
    site,
    question.filter,
  );
}
