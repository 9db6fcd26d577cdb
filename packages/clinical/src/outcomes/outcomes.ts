import { compareText } from "../findings/order.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { Site } from "../records/types.ts";
import { changeOf } from "../statistics/effect-size.ts";
import { wilson } from "../statistics/wilson.ts";
import { admittedCohort, dischargedCohort } from "./cohort.ts";
import { type Measure, pairOf } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { Bounds, ChangeJson, MeasureId, MeasureJson, OutcomesJson } from "./json.ts";
import { MEASURES } from "./measures.ts";
import type { CohortQuestion } from "./question.ts";
import { retentionOf } from "./retention.ts";

/** The cohorts that one answer is made of. */
export interface Cohorts {
  readonly discharged: readonly EpisodeFacts[];
  readonly admitted: readonly EpisodeFacts[];
}

/** What a measure adds up to over a cohort. */
interface Tally {
  readonly measure: Measure;
  denominator: number;
  numerator: number;
  /** A baseline that fits on every instrument needed, and no later score on one of them. */
  unpaired: number;
}

function add(tally: Tally, facts: EpisodeFacts): void {
  const { measure } = tally;
  const units = measure.units(facts);
  if (units > 0) {
    tally.denominator += units;
    tally.numerator += measure.events(facts);
  } else if (measure.needs.length > 0 && measure.fits(facts)) tally.unpaired += 1;
}

function boundsOf({ denominator, numerator, unpaired }: Tally): Bounds {
  const all = denominator + unpaired;
  return all === 0 ? [null, null] : [numerator / all, (numerator + unpaired) / all];
}

function measureJson(tally: Tally): MeasureJson {
  const rate = wilson(tally.numerator, tally.denominator);
  return tally.measure.needs.length === 0 ? rate : { ...rate, bounds: boundsOf(tally) };
}

/** Every episode is read once for all measures: of very many, reading them again is what takes the time. */
function measuresOf(cohort: readonly EpisodeFacts[]): OutcomesJson["measures"] {
  const tallies = MEASURES.map((measure): Tally => ({ measure, denominator: 0, numerator: 0, unpaired: 0 }));
  for (const facts of cohort) for (const tally of tallies) add(tally, facts);
  const entries = tallies.map((tally) => [tally.measure.id, measureJson(tally)] as const);
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
