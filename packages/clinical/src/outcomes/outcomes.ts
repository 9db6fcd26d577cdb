import { compareText } from "../findings/order.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { Site } from "../records/types.ts";
import { changeOf } from "../statistics/effect-size.ts";
import { wilson } from "../statistics/wilson.ts";
import { admittedCohort, dischargedCohort } from "./cohort.ts";
import { type Measure, pairOf } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { Bounds, ChangeJson, MeasureId, MeasureJson, OutcomesJson, Rate } from "./json.ts";
import { MEASURES } from "./measures.ts";
import type { CohortQuestion } from "./question.ts";
import { retentionOf } from "./retention.ts";

/** The cohorts that one answer is made of. */
export interface Cohorts {
  readonly discharged: readonly EpisodeFacts[];
  readonly admitted: readonly EpisodeFacts[];
}

/** A measure over a cohort, with its interval. */
function rateOf(measure: Measure, cohort: readonly EpisodeFacts[]): Rate {
  let denominator = 0;
  let numerator = 0;
  for (const facts of cohort) {
    const units = measure.units(facts);
    if (units === 0) continue;
    denominator += units;
    numerator += measure.events(facts);
  }
  return wilson(numerator, denominator);
}

/** A baseline that fits on every instrument needed, and no later score on one of them. */
function isUnpaired(measure: Measure, facts: EpisodeFacts): boolean {
  return measure.fits(facts) && !measure.counts(facts);
}

function boundsOf(
  measure: Measure,
  { numerator, denominator }: Rate,
  cohort: readonly EpisodeFacts[],
): Bounds {
  const unpaired = cohort.filter((facts) => isUnpaired(measure, facts)).length;
  const all = denominator + unpaired;
  return all === 0 ? [null, null] : [numerator / all, (numerator + unpaired) / all];
}

function measureJson(measure: Measure, cohort: readonly EpisodeFacts[]): MeasureJson {
  const rate = rateOf(measure, cohort);
  return measure.needs.length === 0 ? rate : { ...rate, bounds: boundsOf(measure, rate, cohort) };
}

function measuresOf(cohort: readonly EpisodeFacts[]): OutcomesJson["measures"] {
  const entries = MEASURES.map((measure) => [measure.id, measureJson(measure, cohort)] as const);
  return Object.fromEntries(entries) as Record<MeasureId, MeasureJson>;
}

function changeOn(cohort: readonly EpisodeFacts[], instrument: InstrumentId): ChangeJson {
  return changeOf(
    cohort.flatMap((facts) => {
      const pair = pairOf(facts, instrument);
      return pair === null ? [] : [[pair.pre, pair.post] as const];
    }),
  );
}

function isPairedOn(facts: EpisodeFacts, instrument: InstrumentId): boolean {
  return pairOf(facts, instrument) !== null;
}

function flowOf(cohort: readonly EpisodeFacts[]): OutcomesJson["flow"] {
  const count = (holds: (facts: EpisodeFacts) => boolean): number => cohort.filter(holds).length;
  return {
    discharged: cohort.length,
    with_pre: count(hasBaseline),
    paired_phq9: count((facts) => isPairedOn(facts, "phq-9")),
    paired_gad7: count((facts) => isPairedOn(facts, "gad-7")),
    paired_both: count(isPairedOnBoth),
  };
}

/** A baseline on either instrument. */
export function hasBaseline(facts: EpisodeFacts): boolean {
  return INSTRUMENT_IDS.some((instrument) => facts.pre[instrument] !== null);
}

/** A baseline and a later score on both instruments. */
export function isPairedOnBoth(facts: EpisodeFacts): boolean {
  return INSTRUMENT_IDS.every((instrument) => isPairedOn(facts, instrument));
}

function attendanceOf(cohort: readonly EpisodeFacts[]): OutcomesJson["attendance"] {
  let attended = 0;
  let countable = 0;
  for (const { attendance } of cohort) {
    attended += attendance.attended;
    countable += attendance.countable;
  }
  const { rate, low, high } = wilson(attended, countable);
  return { attended, countable, rate, low, high };
}

/** By patient, then episode, by code point. */
export function compareFacts(a: EpisodeFacts, b: EpisodeFacts): number {
  return compareText(a.patientId, b.patientId) || compareText(a.episodeId, b.episodeId);
}

/** In the order of `compareFacts`. */
export function inOrder(cohort: readonly EpisodeFacts[]): readonly EpisodeFacts[] {
  return cohort.toSorted(compareFacts);
}

function screensOf(cohort: readonly EpisodeFacts[]): OutcomesJson["screens"] {
  let negative = 0;
  let submitted = 0;
  let scheduled = 0;
  for (const { screens } of cohort) {
    negative += screens.negative;
    submitted += screens.submitted;
    scheduled += screens.scheduled;
  }
  return {
    negative,
    submitted,
    scheduled,
    percent_negative_submitted: submitted === 0 ? null : negative / submitted,
    percent_negative_scheduled: scheduled === 0 ? null : negative / scheduled,
    longest_negative_runs: inOrder(cohort).map(({ patientId, episodeId, screens }) => ({
      patient_id: patientId,
      episode_id: episodeId,
      run: screens.longestRun,
    })),
  };
}

/** The answer of given cohorts to a question; its period and day are only stated. */
export function outcomesOfCohorts({ discharged, admitted }: Cohorts, question: CohortQuestion): OutcomesJson {
  return {
    as_of: question.asOf,
    from: question.from,
    to: question.to,
    program_id: question.filter.program ?? null,
    flow: flowOf(discharged),
    measures: measuresOf(discharged),
    change: { "phq-9": changeOn(discharged, "phq-9"), "gad-7": changeOn(discharged, "gad-7") },
    retention: retentionOf(admitted, question.asOf),
    attendance: attendanceOf(discharged),
    screens: screensOf(discharged),
  };
}

/**
 * Program outcomes as the contract prints them: everything over those discharged in the period, retention over those admitted
 * in it. An empty cohort gives zeros and nulls.
 *
 * @param facts of every episode in scope as of the day of the question, in any order
 * @throws RangeError when the period ends before it begins
 */
export function outcomesOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
): OutcomesJson {
  const discharged = dischargedCohort(facts, site, question);
  return outcomesOfCohorts({ discharged, admitted: admittedCohort(facts, site, question) }, question);
}
