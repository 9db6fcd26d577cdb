import type { Site } from "../../records/types.ts";
import type { ComparedId, GroupComparison } from "../answers.ts";
import { dischargedCohort } from "../cohort.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { inOrder } from "../outcomes.ts";
import { type CohortQuestion, type Dimension, NOT_RECORDED } from "../question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "../version.ts";
import { adjustedOf, modeledOf, residualsOf } from "./adjusted.ts";
import { type Group, groupsInOrder } from "./groups-in-order.ts";
import { LEAST_CLOSED } from "./least-closed.ts";
import { fallsOf, type Outcome, observedOf, outcomeNamed } from "./observed.ts";
import { type Severity, severityOf } from "./severity.ts";
import { type Judged, type Spread, spreadOfMeans, spreadOfShares } from "./spread.ts";

function isShown({ value, facts }: Group, by: Dimension): boolean {
  return by !== "therapist" || value === NOT_RECORDED || facts.length >= LEAST_CLOSED;
}

function judged(group: Group, outcome: Outcome, severity: Severity): Judged {
  const adjusted = adjustedOf(severity, group.facts);
  const estimate = severity.model.fitted
    ? (adjusted ?? { n: 0, numerator: null, value: null, low: null, high: null })
    : observedOf(outcome, group.facts);
  return {
    takesPart: group.value !== NOT_RECORDED,
    estimate,
    values: outcome.kind === "rate" ? [] : valuesOf(group, outcome.fall, severity),
  };
}

function valuesOf(
  { facts }: Group,
  fall: (one: EpisodeFacts) => number | null,
  severity: Severity,
): readonly number[] {
  return severity.model.fitted ? residualsOf(modeledOf(severity, facts)) : fallsOf(fall, facts);
}

/** Weeks of one stay are alike: limits by how many weeks there are would be too narrow and show chance as more, so there is no funnel of them. */
function spreadOf(
  outcome: Outcome,
  groups: readonly Judged[],
  theta: number | null,
  adjusted: boolean,
): Spread {
  if (outcome.kind === "mean") return spreadOfMeans(groups, theta);
  return spreadOfShares(groups, outcome.measure.of === "episodes" ? theta : null, adjusted);
}

/**
 * The outcome of every group of a dimension in the discharged cohort: observed, adjusted for severity at baseline where the
 * model fits, drawn toward the whole, and placed on a funnel. Therapists with fewer than 20 closed episodes are counted, not
 * shown. The order of `facts` does not matter.
 *
 * @throws RangeError for a period reversed
 */
export function compareGroups(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  { by, measure }: { readonly by: Dimension; readonly measure: ComparedId },
): GroupComparison {
  const cohort = inOrder(dischargedCohort(facts, site, question));
  const outcome = outcomeNamed(measure);
  const all = groupsInOrder(cohort, site, by);
  const shown = all.filter((group) => isShown(group, by));
  const hidden = all.filter((group) => !isShown(group, by));
  const severity = severityOf(outcome, cohort);
  const whole = observedOf(outcome, cohort);
  const { fitted } = severity.model;
  const spread = spreadOf(
    outcome,
    shown.map((group) => judged(group, outcome, severity)),
    fitted ? severity.overall : whole.value,
    fitted,
  );
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    by,
    measure,
    whole,
    groups: shown.map((group, place) => ({
      value: group.value,
      episodes: group.facts.length,
      observed: observedOf(outcome, group.facts),
      adjusted: adjustedOf(severity, group.facts),
      shrunken: spread.places[place]?.shrunken ?? null,
      place: spread.places[place]?.place ?? null,
    })),
    notShown: {
      groups: hidden.length,
      episodes: hidden.reduce((sum, group) => sum + group.facts.length, 0),
    },
    funnel: spread.funnel,
    model: severity.model,
  };
}
