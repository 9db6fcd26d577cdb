import type { InstrumentId } from "../records/codes.ts";

/** A symmetric 2 × 2 matrix over (intercept, slope). */
interface Symmetric2 {
  readonly intercept: number;
  readonly covariance: number;
  readonly slope: number;
}

/**
 * An expected-response curve fitted on a program's own discharged episodes: a score as a linear function of
 * x = ln(weeks + 1) and the baseline, with a random intercept and slope for each patient. Points of the instrument.
 */
export interface ResponseCurve {
  readonly curveId: string;
  readonly instrument: InstrumentId;
  readonly intercept: number;
  readonly slope: number;
  /** Effect on the intercept and on the slope of each point of baseline above `baselineMean`. */
  readonly baselineOnIntercept: number;
  readonly baselineOnSlope: number;
  readonly baselineMean: number;
  /** Between patients (G). */
  readonly betweenPatients: Symmetric2;
  /** Of the estimates of intercept and slope (V). */
  readonly ofEstimates: Symmetric2;
  /** Within a patient (s²). */
  readonly residualVariance: number;
}

/** Standard normal quantile of a two-sided 80 % interval. */
export const Q80 = 1.2816;

/** (1, x) M (1, x)ᵀ */
function quadratic(matrix: Symmetric2, x: number): number {
  return matrix.intercept + 2 * x * matrix.covariance + x * x * matrix.slope;
}

/**
 * The upper limit of the prediction interval: mu + q √(zᵀGz + s² + zᵀVz), held to 0 and the instrument's maximum.
 *
 * @param weeks since admission, not rounded; from 0
 * @param q standard normal quantile, 1.2816 for 80 %
 */
export function upperLimit(
  curve: ResponseCurve,
  at: { readonly weeks: number; readonly baseline: number; readonly maximum: number },
  q: number = Q80,
): number {
  const x = Math.log(at.weeks + 1);
  const above = at.baseline - curve.baselineMean;
  const mean =
    curve.intercept + curve.slope * x + (curve.baselineOnIntercept + curve.baselineOnSlope * x) * above;
  const variance =
    quadratic(curve.betweenPatients, x) + curve.residualVariance + quadratic(curve.ofEstimates, x);
  return Math.min(Math.max(mean + q * Math.sqrt(variance), 0), at.maximum);
}
