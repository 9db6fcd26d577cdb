import { meanOf, sumOf } from "../../statistics/mean.ts";
import { wilson } from "../../statistics/wilson.ts";
import type { Estimate } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { Severity } from "./severity.ts";

function clipped(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

interface Modeled {
  readonly came: number;
  readonly expected: number;
}

export function modeledOf(severity: Severity, facts: readonly EpisodeFacts[]): readonly Modeled[] {
  return facts.flatMap((one) => severity.modeled.get(one) ?? []);
}

/** Observed over expected, times the share of all. The Wilson limits of the observed share are taken times the same factor. */
function adjustedShare(modeled: readonly Modeled[], overall: number): Estimate | null {
  const n = modeled.length;
  const expected = sumOf(modeled.map((one) => one.expected));
  if (expected <= 0) return null;
  const { rate, low, high } = wilson(sumOf(modeled.map(({ came }) => came)), n);
  if (rate === null || low === null || high === null) return null;
  const factor = (overall * n) / expected;
  const scaled = (share: number): number => clipped(share * factor);
  return { n, numerator: null, value: scaled(rate), low: scaled(low), high: scaled(high) };
}

/** How far each came out from what was expected; their mean is added to the mean of all. */
export function residualsOf(modeled: readonly Modeled[]): readonly number[] {
  return modeled.map(({ came, expected }) => came - expected);
}

function adjustedMean(modeled: readonly Modeled[], overall: number): Estimate | null {
  const { n, mean, low, high } = meanOf(residualsOf(modeled));
  if (mean === null) return null;
  return {
    n,
    numerator: null,
    value: overall + mean,
    low: low === null ? null : overall + low,
    high: high === null ? null : overall + high,
  };
}

/**
 * What the outcome of a group would be with the severity of the whole cohort (indirect standardization), of those on whom the
 * model was made. Shares are held to 0 and 1. Null without a fit, and of nobody.
 */
export function adjustedOf(severity: Severity, facts: readonly EpisodeFacts[]): Estimate | null {
  const { model, overall } = severity;
  if (!model.fitted || overall === null) return null;
  const modeled = modeledOf(severity, facts);
  if (modeled.length === 0) return null;
  return model.kind === "logistic" ? adjustedShare(modeled, overall) : adjustedMean(modeled, overall);
}
