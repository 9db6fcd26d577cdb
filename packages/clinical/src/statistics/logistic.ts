import { type LeastSquares, leastSquares, linearPart } from "./least-squares.ts";

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

/** All rows with the same covariates: they have the same expected share, so that a step costs as much as there are kinds of rows. */
interface Cell {
  readonly terms: readonly number[];
  n: number;
  events: number;
}

function cellsOf(rows: readonly LogisticRow[]): {
  readonly cells: readonly Cell[];
  readonly cellOf: readonly Cell[];
} {
  const cells = new Map<string, Cell>();
  const cellOf = rows.map(({ covariates, event }) => {
    const key = covariates.join();
    const cell = cells.get(key) ?? { terms: [1, ...covariates], n: 0, events: 0 };
    cells.set(key, cell);
    cell.n += 1;
    cell.events += event ? 1 : 0;
    return cell;
  });
  return { cells: [...cells.values()], cellOf };
}

/** One step of Newton's method from the linear parts so far, as a weighted regression. */
function stepFrom(cells: readonly Cell[], parts: readonly number[]): LeastSquares | null {
  return leastSquares(
    cells.map(({ terms, n, events }, i) => {
      const part = parts[i] ?? 0;
      const share = shareOf(part);
      const weight = share * (1 - share);
      const target = weight === 0 ? part : part + (events / n - share) / weight;
      return { terms, weight: n * weight, target };
    }),
  );
}

/**
 * Logistic regression with an intercept by Newton's method (iteratively reweighted least squares). Null when it does not
 * settle: covariates that are constant or say the same, or that tell events from the rest entirely (separation), where an
 * estimate would run off without end.
 */
export function fitLogistic(rows: readonly LogisticRow[]): LogisticFit | null {
  const { cells, cellOf } = cellsOf(rows);
  let parts = cells.map(() => 0);
  for (let step = 0; step < LOGISTIC_STEPS; step += 1) {
    const solved = stepFrom(cells, parts);
    if (solved === null) return null;
    const before = parts;
    parts = cells.map(({ terms }) => linearPart(terms, solved.estimates));
    if (parts.every((part, i) => Math.abs(part - (before[i] ?? 0)) < SETTLED)) {
      const expected = new Map(cells.map((cell, i) => [cell, shareOf(parts[i] ?? 0)] as const));
      return {
        estimates: solved.estimates,
        standardErrors: solved.variances.map(Math.sqrt),
        expected: cellOf.map((cell) => expected.get(cell) ?? 0),
      };
    }
  }
  return null;
}
