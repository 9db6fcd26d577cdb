import type { CalendarDate } from "../calendar/types.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { Site } from "../records/types.ts";
import type { LeftOutReason } from "./answers.ts";
import { admittedCohort, dischargedCohort, filtered } from "./cohort.ts";
import { type Measure, pairOf } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { changeInWeek } from "./group-moves/group-moves.ts";
import { leftOutReason, unpairedReason } from "./left-out.ts";
import { type LevelSet, levelMembers } from "./levels/level-members.ts";
import { hasEndedOtherwise, isCompleted, measureOf } from "./measures.ts";
import { compareFacts, hasBaseline, inOrder, isPairedOnBoth } from "./outcomes.ts";
import type { CohortQuestion } from "./question.ts";
import { retentionPart } from "./retention.ts";
import type { EpisodeSet, MeasurePart } from "./sets.ts";

/** One episode behind a number; `why` says what the list does not show already, null when nothing. */
export interface Member {
  readonly facts: EpisodeFacts;
  readonly why: string | null;
}

/** Whether an episode of the cohort is in the set, and why. Null: it is not. */
type Judge = (facts: EpisodeFacts) => { readonly why: string | null } | null;

/** The reasons for being left out of a measure, as a list of patients says them. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  "no-phq9-baseline": "No PHQ-9 from 14 days before admission to 14 days after it",
  "no-gad7-baseline": "No GAD-7 from 14 days before admission to 14 days after it",
  "no-later-phq9": "No PHQ-9 after the baseline",
  "no-later-gad7": "No GAD-7 after the baseline",
  "below-caseness": "The baseline is below the threshold",
  "no-whole-week": "Stayed less than a whole week",
};

const IN: { readonly why: null } = { why: null };

const when =
  (holds: (facts: EpisodeFacts) => boolean): Judge =>
  (facts) =>
    holds(facts) ? IN : null;

function because(reason: LeftOutReason | null): { readonly why: string } | null {
  return reason === null ? null : { why: LEFT_OUT_WORDS[reason] };
}

function weeksWords({ weeks }: EpisodeFacts): string {
  return `${weeks.measured.length} of ${weeks.expected} whole weeks with a PHQ-9`;
}

const WEEK_PARTS: Readonly<Record<Exclude<MeasurePart, "left-out">, (facts: EpisodeFacts) => boolean>> = {
  numerator: ({ weeks }) => weeks.measured.length > 0,
  others: ({ weeks }) => weeks.measured.length < weeks.expected,
  denominator: ({ weeks }) => weeks.expected > 0,
};

const EPISODE_PARTS: Readonly<
  Record<Exclude<MeasurePart, "left-out">, (measure: Measure, facts: EpisodeFacts) => boolean>
> = {
  numerator: (measure, facts) => measure.has(facts),
  others: (measure, facts) => measure.counts(facts) && !measure.has(facts),
  denominator: (measure, facts) => measure.counts(facts),
};

function ofMeasure(measure: Measure, part: MeasurePart): Judge {
  if (part === "left-out") return (facts) => because(leftOutReason(measure, facts));
  if (measure.of === "weeks") return (facts) => (WEEK_PARTS[part](facts) ? { why: weeksWords(facts) } : null);
  return when((facts) => EPISODE_PARTS[part](measure, facts));
}

function unpaired(instruments: readonly InstrumentId[]): Judge {
  return (facts) => because(unpairedReason(instruments, facts));
}

function attended({
  attendance: { attended: came, countable },
}: EpisodeFacts): { readonly why: string } | null {
  return countable === 0 ? null : { why: `${came} of ${countable} sessions attended` };
}

function screened({ screens: { negative, scheduled } }: EpisodeFacts): { readonly why: string } | null {
  return scheduled === 0 ? null : { why: `${negative} of ${scheduled} scheduled screens negative` };
}

function among(group: "completers" | undefined, judge: Judge): Judge {
  return group === undefined ? judge : (facts) => (isCompleted(facts) ? judge(facts) : null);
}

function changed(instrument: InstrumentId, week: CalendarDate): Judge {
  return (facts) => {
    const change = changeInWeek(facts, instrument, week);
    return change === null ? null : { why: `${change.before} in the week before, then ${change.now}` };
  };
}

function judgeOf(set: Exclude<EpisodeSet, LevelSet>): Judge {
  switch (set.of) {
    case "discharged":
    case "admitted":
      return () => IN;
    case "with-pre":
      return when(hasBaseline);
    case "without-pre":
      return (facts) => (hasBaseline(facts) ? null : because(unpairedReason(INSTRUMENT_IDS, facts)));
    case "paired-both":
      return when(isPairedOnBoth);
    case "not-paired-both":
      return unpaired(INSTRUMENT_IDS);
    case "not-paired-with-pre":
      return (facts) => (hasBaseline(facts) ? unpaired(INSTRUMENT_IDS)(facts) : null);
    case "paired":
      return when((facts) => pairOf(facts, set.instrument) !== null);
    case "unpaired":
      return unpaired([set.instrument]);
    case "measure":
      return among(set.among, ofMeasure(measureOf(set.measure), set.part));
    case "ended":
      return when(({ dischargeReason }) => dischargeReason === set.reason);
    case "ended-otherwise":
      return when(hasEndedOtherwise);
    case "retention":
      return when((facts) => set.part === "all" || retentionPart(facts) === set.part);
    case "attendance":
      return attended;
    case "screens":
      return screened;
    case "changed":
      return changed(set.instrument, set.week);
    case "quality":
      return when(({ quality }) => quality.some(({ check }) => check === set.check));
  }
}

function cohortOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  set: EpisodeSet,
): readonly EpisodeFacts[] {
  if (set.of === "changed") return filtered(facts, site, question.filter);
  const admitted = set.of === "admitted" || set.of === "retention";
  return admitted ? admittedCohort(facts, site, question) : dischargedCohort(facts, site, question);
}

/**
 * The episodes behind a number of an answer, by patient and episode. A measure that counts weeks lists the stays: in
 * `numerator` those with a week measured, in `others` those with a week not measured, so that one stay can be in both.
 *
 * @param facts of every episode in scope as of the day of the question, in any order
 * @throws RangeError when the period ends before it begins
 */
export function membersOf(
  facts: readonly EpisodeFacts[],
  site: Site,
  question: CohortQuestion,
  set: EpisodeSet,
): readonly Member[] {
  if (set.of === "moved" || set.of === "placed" || set.of === "returned") {
    return levelMembers(facts, site, question, set).toSorted((a, b) => compareFacts(a.facts, b.facts));
  }
  const judge = judgeOf(set);
  return inOrder(cohortOf(facts, site, question, set)).flatMap((one) => {
    const judged = judge(one);
    return judged === null ? [] : [{ facts: one, why: judged.why }];
  });
}
