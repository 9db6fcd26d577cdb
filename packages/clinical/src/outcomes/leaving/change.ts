import type { InstrumentId } from "../../records/codes.ts";
import { changeOf } from "../../statistics/effect-size.ts";
import { pairOf } from "../define-measure.ts";
import type { ChangeJson, OutcomesJson } from "../json.ts";
import { isPairedOnBoth } from "../outcomes.ts";
import { roundedChange } from "./leaving-json.ts";
import type { Plan } from "./plan.ts";
import type { Scope } from "./scope.ts";

/** A change as it is told, and of whom it is; null when nothing of it may be. */
export interface ToldChange {
  readonly change: ChangeJson;
  /** Only of those paired on both questionnaires: the few who are paired on this one only would be known from all others. */
  readonly onBoth: boolean;
}

/** The change of a score in a scope: of all paired on it, else of those paired on both questionnaires, else null. */
export function toldChange(
  { key, discharged }: Scope,
  json: OutcomesJson,
  instrument: InstrumentId,
  may: Plan["may"],
): ToldChange | null {
  if (may(`${key}/change/${instrument}`))
    return { change: roundedChange(json.change[instrument]), onBoth: false };
  if (!may(`${key}/paired-both`)) return null;
  const pairs = discharged.filter(isPairedOnBoth).flatMap((one) => {
    const pair = pairOf(one, instrument);
    return pair === null ? [] : [[pair.pre, pair.post] as const];
  });
  return { change: roundedChange(changeOf(pairs)), onBoth: true };
}
