import type { Site } from "../records/types.ts";
import type { Against, Difference, FiveFigures, Overview } from "./answers.ts";
import { admittedCohort, dischargedCohort } from "./cohort.ts";
import { isTooFewOfTherapist } from "./comparison/least-closed.ts";
import { differenceOf } from "./difference.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { MEASURE_IDS, type MeasureId, type OutcomesJson } from "./json.ts";
import { leftOutOf } from "./left-out.ts";
import { isCompleted } from "./measures.ts";
import { outcomesOf, outcomesOfCohorts } from "./outcomes.ts";
import { bandsOf, beforeAfterOf, endedOf, longestRunsOf, weeksOf } from "./overview-parts.ts";
import { periodBefore, yearBefore } from "./period.ts";
import type { CohortQuestion } from "./question.ts";
import { OUTCOMES_VERSION, RULE_SET } from "./version.ts";

/** The day of stay of the five figures. */
const RETENTION_DAY = 60;

function fiveOf({ measures, change, retention }: OutcomesJson): FiveFigures {
  const { n, g, low, high } = change["phq-9"];
  const at = retention.at.find(({ day }) => day === RETENTION_DAY);
  return {
    improvement: measures["reliable-improvement"],
    recovery: measures.recovery,
    phq9Effect: { n, g, low, high },
    retention60: {
      n: retention.n,
      survival: at?.survival ?? null,
      low: at?.low ?? null,
      high: at?.high ?? null,
    },
    measured: measures["measured-at-discharge"],
  };
}

/** The question with whose answer another is compared. */
export function otherQuestion(question: CohortQuestion, kind: Against["kind"]): CohortQuestion {
  if (kind === "previous_year") return { ...question, ...yearBefore(question) };
  if (kind === "previous_period") return { ...question, ...periodBefore(question) };
  const { program: _, ...filter } = question.filter;
  return { ...question, filter };
}

function differencesOf(json: OutcomesJson, other: OutcomesJson): Readonly<Record<MeasureId, Difference>> {
  const entries = MEASURE_IDS.map((id) => [id, differenceOf(id, json, other)] as const);
  return Object.fromEntries(entries) as Record<MeasureId, Difference>;
}

/**
 * What the first page of program outcomes shows.
 *
 * - `completers` are of the discharged cohort those who completed or moved to a lower level. Their retention is empty: of people
 *   chosen by not having left, the curve would stay at 1 and say nothing.
 * - The year before is the same period one year earlier, read as of the same day; so is the period before.
 * - A difference has no interval where the same stays may be on both sides: against all programs, and between periods that overlap.
 * - The year before of one therapist with too few closed episodes in it has no five figures.
 * - `measured` of the five figures is a PHQ-9 at discharge.
 *
 * @param facts of every episode in scope as of the day of the question, in any order
 * @param against what to compare with; null: nothing
 * @throws RangeError when the period ends before it begins
 */
export function overviewOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  against: Against["kind"] | null,
): Overview {
  const discharged = dischargedCohort(facts, site, question);
  const admitted = admittedCohort(facts, site, question);
  const all = outcomesOfCohorts({ discharged, admitted }, question);
  const lastYear = otherQuestion(question, "previous_year");
  const fiveBefore = isTooFewOfTherapist(facts, site, lastYear)
    ? null
    : fiveOf(outcomesOf(facts, site, lastYear));
  return {
    question,
    definitions: OUTCOMES_VERSION,
    rules: RULE_SET,
    all,
    completers: outcomesOfCohorts({ discharged: discharged.filter(isCompleted), admitted: [] }, question),
    against: against === null ? null : againstOf(facts, site, all, { question, kind: against }),
    five: { now: fiveOf(all), yearBefore: fiveBefore },
    leftOut: leftOutOf(discharged),
    ended: endedOf(discharged),
    admitted: admitted.length,
    stillActive: admitted.filter(({ dischargedOn }) => dischargedOn === null).length,
    beforeAfter: beforeAfterOf(discharged),
    longestRuns: longestRunsOf(discharged),
    bands: bandsOf(discharged),
    weeks: weeksOf(discharged),
  };
}

function againstOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  all: OutcomesJson,
  { question, kind }: { readonly question: CohortQuestion; readonly kind: Against["kind"] },
): Against {
  const asked = otherQuestion(question, kind);
  const json = outcomesOf(facts, site, asked);
  return { kind, from: asked.from, to: asked.to, json, differences: differencesOf(all, json) };
}
