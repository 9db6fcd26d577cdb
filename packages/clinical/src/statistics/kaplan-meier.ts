import type { CurveStep, SurvivalAt } from "../outcomes/json.ts";
import { Z_95 } from "./wilson.ts";

/** How many days somebody was followed, and whether it ended with the event. */
export interface Followed {
  readonly day: number;
  readonly event: boolean;
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

interface Ended {
  readonly events: number;
  readonly censored: number;
}

function endedByDay(followed: readonly Followed[]): readonly (readonly [day: number, ended: Ended])[] {
  const days = new Map<number, { events: number; censored: number }>();
  for (const { day, event } of followed) {
    const ended = days.get(day) ?? { events: 0, censored: 0 };
    if (event) ended.events += 1;
    else ended.censored += 1;
    days.set(day, ended);
  }
  return [...days].sort(([a], [b]) => a - b);
}

/** On the scale of log(−log S), from Greenwood's sum of d / (n(n − d)); none at 0 and at 1, where the scale has no end. */
function interval(survival: number, greenwood: number): Interval {
  if (survival === 0 || survival === 1) return { low: null, high: null };
  const reach = (Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(reach), high: survival ** Math.exp(-reach) };
}

/**
 * The curve after Kaplan and Meier (1958): a step for each day on which anyone's follow-up ended, those of one day still at
 * risk on it, with a 95 % interval. Nobody followed: no step.
 */
export function kaplanMeier(followed: readonly Followed[]): readonly CurveStep[] {
  const steps: CurveStep[] = [];
  let atRisk = followed.length;
  let survival = 1;
  let greenwood = 0;
  for (const [day, { events, censored }] of endedByDay(followed)) {
    const left = atRisk - events;
    if (events > 0) {
      survival = left === 0 ? 0 : survival * (left / atRisk);
      greenwood += left === 0 ? 0 : events / (atRisk * left);
    }
    steps.push({ day, at_risk: atRisk, events, censored, survival, ...interval(survival, greenwood) });
    atRisk = left - censored;
  }
  return steps;
}

/**
 * The curve of `n` people on one day. Its survival is null when nobody is followed so far and the curve has not come down to
 * 0: nothing is known then of that day.
 */
export function survivalAt(steps: readonly CurveStep[], n: number, day: number): SurvivalAt {
  const step = steps.findLast((one) => one.day <= day);
  const next = steps.find((one) => one.day >= day);
  const at_risk = next?.at_risk ?? 0;
  const survival = step?.survival ?? (n === 0 ? null : 1);
  if (at_risk === 0 && survival !== 0) return { day, survival: null, at_risk, low: null, high: null };
  return { day, survival, at_risk, low: step?.low ?? null, high: step?.high ?? null };
}

/** The first day on which no more than half are left, decided in whole numbers; null when the curve stays above. */
export function medianOf(steps: readonly CurveStep[]): SurvivalAt | null {
  let left = 1n;
  let all = 1n;
  for (const { day, at_risk, events, survival, low, high } of steps) {
    if (events === 0) continue;
    left *= BigInt(at_risk - events);
    all *= BigInt(at_risk);
    if (2n * left <= all) return { day, survival, at_risk, low, high };
  }
  return null;
}
