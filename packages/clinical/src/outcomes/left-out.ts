import type { InstrumentId } from "../records/codes.ts";
import { LEFT_OUT_REASONS, type LeftOut, type LeftOutReason } from "./answers.ts";
import type { Measure } from "./define-measure.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import type { MeasureId } from "./json.ts";
import { MEASURES } from "./measures.ts";

const ON_INSTRUMENT: Readonly<
  Record<InstrumentId, { readonly pre: LeftOutReason; readonly post: LeftOutReason }>
> = {
  "phq-9": { pre: "no-phq9-baseline", post: "no-later-phq9" },
  "gad-7": { pre: "no-gad7-baseline", post: "no-later-gad7" },
};

/** Why an episode is not paired on all the instruments: the first reason that holds; null when it is. */
export function unpairedReason(
  instruments: readonly InstrumentId[],
  facts: EpisodeFacts,
): LeftOutReason | null {
  const unmeasured = instruments.find((instrument) => facts.pre[instrument] === null);
  if (unmeasured !== undefined) return ON_INSTRUMENT[unmeasured].pre;
  const unpaired = instruments.find((instrument) => facts.post[instrument] === null);
  return unpaired === undefined ? null : ON_INSTRUMENT[unpaired].post;
}

/** Why a discharged episode is not in the denominator: the first reason that holds; null when it is in it. */
export function leftOutReason(measure: Measure, facts: EpisodeFacts): LeftOutReason | null {
  if (measure.counts(facts)) return null;
  if (measure.of === "weeks") return "no-whole-week";
  return unpairedReason(measure.needs, facts) ?? "below-caseness";
}

type Counts = Map<LeftOutReason, number>;

function listed(counts: Counts): LeftOut[MeasureId] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const count = counts.get(reason);
    return count === undefined ? [] : [{ reason, count }];
  });
}

/** Of every measure, how many of the cohort are not in its denominator, by reason; reasons that hold for nobody are left away. */
export function leftOutOf(cohort: readonly EpisodeFacts[]): LeftOut {
  const counted = MEASURES.map((measure) => ({ measure, counts: new Map() as Counts }));
  for (const facts of cohort) {
    for (const { measure, counts } of counted) {
      const reason = leftOutReason(measure, facts);
      if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  const entries = counted.map(({ measure, counts }) => [measure.id, listed(counts)] as const);
  return Object.fromEntries(entries) as Record<MeasureId, LeftOut[MeasureId]>;
}
