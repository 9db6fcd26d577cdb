import { instrumentOf } from "../instruments/instruments.ts";
import { reliableChangeOf } from "../instruments/reliable-change.ts";
import { bandOf } from "../instruments/scoring.ts";
import { DISCHARGE_REASONS, INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { BeforeAfter, Overview } from "./answers.ts";
import { pairOf } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { inOrder } from "./outcomes.ts";

/** How many were discharged for each reason, those whose reason is not known last; zeros included. */
export function endedOf(cohort: readonly EpisodeFacts[]): Overview["ended"] {
  return [...DISCHARGE_REASONS, null].map((reason) => ({
    reason,
    count: cohort.filter(({ dischargeReason }) => dischargeReason === reason).length,
  }));
}

function byInstrument<T>(make: (instrument: InstrumentId) => T): Readonly<Record<InstrumentId, T>> {
  const entries = INSTRUMENT_IDS.map((instrument) => [instrument, make(instrument)] as const);
  return Object.fromEntries(entries) as Record<InstrumentId, T>;
}

function beforeAfter(facts: EpisodeFacts, instrument: InstrumentId): readonly BeforeAfter[] {
  const pre = facts.pre[instrument];
  const post = facts.post[instrument];
  if (pre === null || post === null) return [];
  return [
    {
      episodeId: facts.episodeId,
      patientId: facts.patientId,
      pre: pre.score,
      post: post.score,
      preOn: pre.on,
      postOn: post.on,
      change: reliableChangeOf(instrument, pre.score, post.score),
    },
  ];
}

/** The paired of each instrument, one by one, by patient and episode. */
export function beforeAfterOf(cohort: readonly EpisodeFacts[]): Overview["beforeAfter"] {
  const ordered = inOrder(cohort);
  return byInstrument((instrument) => ordered.flatMap((facts) => beforeAfter(facts, instrument)));
}

/** How many of those with a scheduled screen have a longest run of negative ones of each length, by length. */
export function longestRunsOf(cohort: readonly EpisodeFacts[]): Overview["longestRuns"] {
  // Who was never to be screened has no run: counted as one of 0 they would read as never negative.
  const screened = cohort.filter(({ screens }) => screens.scheduled > 0);
  const byRun = Map.groupBy(screened, ({ screens }) => screens.longestRun);
  return [...byRun]
    .map(([run, group]) => ({ run, episodes: group.length }))
    .toSorted((a, b) => a.run - b.run);
}

function bands(instrument: InstrumentId, scores: readonly number[]): readonly number[] {
  const byName = Map.groupBy(scores, (score) => bandOf(instrument, score));
  return instrumentOf(instrument).bands.map(({ name }) => byName.get(name)?.length ?? 0);
}

/** The paired of each instrument by severity band, before and after. */
export function bandsOf(cohort: readonly EpisodeFacts[]): Overview["bands"] {
  return byInstrument((instrument) => {
    const pairs = cohort.flatMap((facts) => pairOf(facts, instrument) ?? []);
    return {
      pre: bands(
        instrument,
        pairs.map(({ pre }) => pre),
      ),
      post: bands(
        instrument,
        pairs.map(({ post }) => post),
      ),
    };
  });
}

/** By week of stay, from 0: how many stays have the whole week, and in how many of them a PHQ-9 was scored in it. */
export function weeksOf(cohort: readonly EpisodeFacts[]): Overview["weeks"] {
  const expected: number[] = [];
  const measured: number[] = [];
  for (const { weeks } of cohort) {
    for (let week = 0; week < weeks.expected; week += 1) expected[week] = (expected[week] ?? 0) + 1;
    for (const week of weeks.measured) measured[week] = (measured[week] ?? 0) + 1;
  }
  return expected.map((count, week) => ({ week, expected: count, measured: measured[week] ?? 0 }));
}
