/** One row of a regression: its terms (the first is 1 for the intercept), a weight of 0 or more, and what is to be met. */
export interface Row {
  readonly terms: readonly number[];
  readonly weight: number;
  readonly target: number;
}

export interface LeastSquares {
  readonly estimates: readonly number[];
  /** The diagonal of the inverse of XᵀWX: variances of the estimates up to the residual variance. */
  readonly variances: readonly number[];
}

/** A pivot smaller than this part of the column's first size is nothing: the terms say the same. */
const NOTHING = 1e-9;

type Matrix = number[][];

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/** XᵀWX, then XᵀWy, then the identity, side by side. */
function augmented(rows: readonly Row[], size: number): Matrix {
  const matrix = Array.from({ length: size }, (_, i) =>
    Array.from({ length: 2 * size + 1 }, (_, j): number => (j === size + 1 + i ? 1 : 0)),
  );
  for (const { terms, weight, target } of rows) {
    for (const [i, line] of matrix.entries()) {
      const weighted = weight * (terms[i] ?? 0);
      for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + weighted * (terms[j] ?? 0);
      line[size] = (line[size] ?? 0) + weighted * target;
    }
  }
  return matrix;
}

/** Gauss–Jordan without exchanges, which XᵀWX does not need; false when a pivot is nothing. */
function eliminate(matrix: Matrix, size: number): boolean {
  const scales = matrix.map((line, i) => line[i] ?? 0);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const line = matrix[pivot];
    const value = at(matrix, pivot, pivot);
    if (line === undefined || !(value > NOTHING * (scales[pivot] ?? 0))) return false;
    matrix[pivot] = line.map((entry) => entry / value);
    for (let other = 0; other < size; other += 1) {
      if (other === pivot) continue;
      const factor = at(matrix, other, pivot);
      matrix[other] = (matrix[other] ?? []).map((entry, j) => entry - factor * at(matrix, pivot, j));
    }
  }
  return true;
}

/** Weighted least squares by the normal equations; null when the terms cannot be told apart (a constant or repeated covariate). */
export function leastSquares(rows: readonly Row[]): LeastSquares | null {
  const size = rows[0]?.terms.length ?? 0;
  if (size === 0) return null;
  const matrix = augmented(rows, size);
  if (!eliminate(matrix, size)) return null;
  return {
    estimates: matrix.map((line) => line[size] ?? 0),
    variances: matrix.map((line, i) => line[size + 1 + i] ?? 0),
  };
}

/** The sum of terms times estimates. */
export function linearPart(terms: readonly number[], estimates: readonly number[]): number {
  return terms.reduce((sum, term, place) => sum + term * (estimates[place] ?? 0), 0);
}
