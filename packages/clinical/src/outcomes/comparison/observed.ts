import type { InstrumentId } from "../../records/codes.ts";
import { meanOf } from "../../statistics/mean.ts";
import { wilson } from "../../statistics/wilson.ts";
import type { ComparedId, Estimate, MeanId } from "../answers.ts";
import { MEAN_IDS } from "../answers.ts";
import { type Measure, pairOf } from "../define-measure.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { measureOf } from "../measures.ts";

/** How one outcome is read of single episodes: a share of those that count, or the mean of what they give. */
export type Outcome =
  | { readonly kind: "rate"; readonly measure: Measure }
  | { readonly kind: "mean"; readonly fall: (facts: EpisodeFacts) => number | null };

const INSTRUMENT_OF: Readonly<Record<MeanId, InstrumentId>> = {
  "phq-9-fall": "phq-9",
  "gad-7-fall": "gad-7",
};

function isMean(id: ComparedId): id is MeanId {
  return MEAN_IDS.some((mean) => mean === id);
}

/** By how many points the score fell from before to after, of an episode paired on the instrument. */
function fallOn(instrument: InstrumentId): (facts: EpisodeFacts) => number | null {
  return (facts) => {
    const pair = pairOf(facts, instrument);
    return pair === null ? null : pair.pre - pair.post;
  };
}

export function outcomeNamed(id: ComparedId): Outcome {
  return isMean(id)
    ? { kind: "mean", fall: fallOn(INSTRUMENT_OF[id]) }
    : { kind: "rate", measure: measureOf(id) };
}

/** The values of those that have one. */
export function fallsOf(
  fall: (facts: EpisodeFacts) => number | null,
  facts: readonly EpisodeFacts[],
): readonly number[] {
  return facts.map(fall).filter((value) => value !== null);
}

function rateOf(measure: Measure, facts: readonly EpisodeFacts[]): Estimate {
  let numerator = 0;
  let n = 0;
  for (const one of facts) {
    n += measure.units(one);
    numerator += measure.events(one);
  }
  const { rate, low, high } = wilson(numerator, n);
  return { n, numerator, value: rate, low, high };
}

/** A rate with its Wilson interval, or a mean with the interval of Student's t. */
export function observedOf(outcome: Outcome, facts: readonly EpisodeFacts[]): Estimate {
  if (outcome.kind === "rate") return rateOf(outcome.measure, facts);
  const { n, mean, low, high } = meanOf(fallsOf(outcome.fall, facts));
  return { n, numerator: null, value: mean, low, high };
}
