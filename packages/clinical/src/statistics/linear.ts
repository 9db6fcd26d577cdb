import { leastSquares, linearPart } from "./least-squares.ts";
import { sumOf } from "./mean.ts";

export interface LinearFit {
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  /** By row, in the order given. */
  readonly expected: readonly number[];
  /** Share of the variance that the covariates account for, 0 to 1. */
  readonly r2: number;
}

/**
 * Ordinary least squares with an intercept. Null when the covariates are constant or say the same, when there are no more
 * rows than terms, and when all outcomes are the same.
 */
export function fitLinear(
  rows: readonly { readonly covariates: readonly number[]; readonly outcome: number }[],
): LinearFit | null {
  const terms = rows.map(({ covariates }) => [1, ...covariates]);
  const size = terms[0]?.length ?? 0;
  const left = rows.length - size;
  const mean = sumOf(rows.map(({ outcome }) => outcome)) / rows.length;
  const total = sumOf(rows.map(({ outcome }) => (outcome - mean) ** 2));
  if (left < 1 || total === 0) return null;
  const solved = leastSquares(
    rows.map(({ outcome }, i) => ({ terms: terms[i] ?? [], weight: 1, target: outcome })),
  );
  if (solved === null) return null;
  const expected = terms.map((one) => linearPart(one, solved.estimates));
  const residual = sumOf(rows.map(({ outcome }, i) => (outcome - (expected[i] ?? 0)) ** 2));
  return {
    estimates: solved.estimates,
    standardErrors: solved.variances.map((variance) => Math.sqrt((variance * residual) / left)),
    expected,
    r2: Math.min(Math.max(1 - residual / total, 0), 1),
  };
}
