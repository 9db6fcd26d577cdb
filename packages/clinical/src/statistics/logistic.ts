import { leastSquares, linearPart } from "./least-squares.ts";

/** Newton's steps, at most, and how small the last change of any linear part must be. */
export const LOGISTIC_STEPS = 25;
const SETTLED = 1e-9;

export interface LogisticRow {
  readonly covariates: readonly number[];
  readonly event: boolean;
}

export interface LogisticFit {
  /** The intercept first, then the covariates in their order, on the scale of log odds. */
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  /** Expected share by row, in the order given. */
  readonly expected: readonly number[];
}

function shareOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Logistic regression with an intercept by Newton's method (iteratively reweighted least squares). Null when it does not
 * settle: covariates that are constant or say the same, or that tell events from the rest entirely (separation), where an
 * estimate would run off without end.
 */
export function fitLogistic(rows: readonly LogisticRow[]): LogisticFit | null {
  const terms = rows.map(({ covariates }) => [1, ...covariates]);
  let parts = rows.map(() => 0);
  for (let step = 0; step < LOGISTIC_STEPS; step += 1) {
    const solved = leastSquares(
      rows.map(({ event }, i) => {
        const part = parts[i] ?? 0;
        const share = shareOf(part);
        const weight = share * (1 - share);
        const target = weight === 0 ? part : part + ((event ? 1 : 0) - share) / weight;
        return { terms: terms[i] ?? [], weight, target };
      }),
    );
    if (solved === null) return null;
    const before = parts;
    parts = terms.map((one) => linearPart(one, solved.estimates));
    if (parts.every((part, i) => Math.abs(part - (before[i] ?? 0)) < SETTLED)) {
      return {
        estimates: solved.estimates,
        standardErrors: solved.variances.map(Math.sqrt),
        expected: parts.map(shareOf),
      };
    }
  }
  return null;
}
