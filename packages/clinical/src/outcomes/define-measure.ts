import type { InstrumentId } from "../records/codes.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { MeasureId } from "./json.ts";

/** The scores of an episode that has a baseline and a later score on the instrument. */
export interface PairedScores {
  readonly pre: number;
  readonly post: number;
}

/** The scores of an episode on one instrument before and after; null when it is not paired on it. */
export function pairOf(facts: EpisodeFacts, instrument: InstrumentId): PairedScores | null {
  const pre = facts.pre[instrument];
  const post = facts.post[instrument];
  return pre === null || post === null ? null : { pre: pre.score, post: post.score };
}

/** What every definition of a measure says of itself. */
interface MeasureWords {
  readonly id: MeasureId;
  readonly version: number;
  /** As it stands on a page; plain, and never shorter than what it means. */
  readonly name: string;
  readonly denominator: string;
  readonly numerator: string;
  readonly source: string;
}

/** One measure as data: words and what computes it. The figures, the lists of patients and the page of methods read this. */
export interface Measure extends MeasureWords {
  /** What is counted: episodes, or whole weeks of stays. */
  readonly of: "episodes" | "weeks";
  /** Instruments on which an episode has to be paired; only measures that need one have bounds. */
  readonly needs: readonly InstrumentId[];
  /** What the baselines have to be; holds only when the episode has one on every instrument needed. */
  readonly fits: (facts: EpisodeFacts) => boolean;
  /** Whether a discharged episode is in the denominator. */
  readonly counts: (facts: EpisodeFacts) => boolean;
  /** Whether an episode of the denominator is in the numerator; of weeks, whether one of its weeks is. */
  readonly has: (facts: EpisodeFacts) => boolean;
  /** How much a discharged episode adds to the denominator, and to the numerator. */
  readonly units: (facts: EpisodeFacts) => number;
  readonly events: (facts: EpisodeFacts) => number;
}

interface EpisodeMeasure extends MeasureWords {
  readonly needs: readonly InstrumentId[];
  /** Of the baselines by instrument, of which those needed are known. Absent: any will do. */
  readonly fits?: (pre: Readonly<Record<InstrumentId, number>>) => boolean;
  /** Asked only of episodes in the denominator. */
  readonly has: (facts: EpisodeFacts) => boolean;
}

function baselineFits({ needs, fits }: EpisodeMeasure, facts: EpisodeFacts): boolean {
  for (const instrument of needs) if (facts.pre[instrument] === null) return false;
  if (fits === undefined) return true;
  return fits({ "phq-9": facts.pre["phq-9"]?.score ?? 0, "gad-7": facts.pre["gad-7"]?.score ?? 0 });
}

/** A measure that counts episodes, those paired on every instrument that it needs. */
export function defineMeasure(given: EpisodeMeasure): Measure {
  const fits = (facts: EpisodeFacts): boolean => baselineFits(given, facts);
  const counts = (facts: EpisodeFacts): boolean => {
    for (const instrument of given.needs) if (facts.post[instrument] === null) return false;
    return fits(facts);
  };
  const has = (facts: EpisodeFacts): boolean => counts(facts) && given.has(facts);
  return Object.freeze({
    ...given,
    of: "episodes",
    fits,
    counts,
    has,
    units: (facts: EpisodeFacts) => (counts(facts) ? 1 : 0),
    events: (facts: EpisodeFacts) => (has(facts) ? 1 : 0),
  });
}

interface WeekMeasure extends MeasureWords {
  readonly units: (facts: EpisodeFacts) => number;
  readonly events: (facts: EpisodeFacts) => number;
}

/** A measure that counts whole weeks of stays. */
export function defineWeekMeasure(given: WeekMeasure): Measure {
  return Object.freeze({
    ...given,
    of: "weeks",
    needs: [],
    fits: () => true,
    counts: (facts: EpisodeFacts) => given.units(facts) > 0,
    has: (facts: EpisodeFacts) => given.events(facts) > 0,
  });
}
