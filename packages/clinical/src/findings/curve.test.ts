import { describe, expect, test } from "vitest";
import { Q80, type ResponseCurve, upperLimit } from "./curve.ts";

/** Six patients at weeks 0 to 4, random intercept and slope by REML; V = (G + s² (XᵀX)⁻¹) / 6 in this balanced design. */
const WEEKS = [0, 1, 2, 3, 4];
const x = WEEKS.map((week) => Math.log(week + 1));
const sum = x.reduce((total, one) => total + one, 0);
const squares = x.reduce((total, one) => total + one * one, 0);
const determinant = x.length * squares - sum * sum;
const G = { intercept: 2.3297, covariance: -1.7489, slope: 2.6499 };
const RESIDUAL = 0.5497;
const CURVE: ResponseCurve = {
  curveId: "worked-example",
  instrument: "phq-9",
  intercept: 17.5231,
  slope: -3.4706,
  baselineOnIntercept: 0,
  baselineOnSlope: 0,
  baselineMean: 17,
  betweenPatients: G,
  residualVariance: RESIDUAL,
  ofEstimates: {
    intercept: (G.intercept + (RESIDUAL * squares) / determinant) / 6,
    covariance: (G.covariance - (RESIDUAL * sum) / determinant) / 6,
    slope: (G.slope + (RESIDUAL * x.length) / determinant) / 6,
  },
};
const at = (weeks: number, baseline = 17) => ({ weeks, baseline, maximum: 27 });

describe("upper prediction limit", () => {
  test("the worked example: 80 %, weeks 0 to 4, within 0.05", () => {
    const expected = [19.865, 16.906, 15.751, 15.137, 14.731];
    for (const [week, limit] of expected.entries()) {
      expect(Math.abs(upperLimit(CURVE, at(week)) - limit)).toBeLessThan(0.05);
    }
  });

  test("with q = 0 it is the mean, which the baseline moves at the start and along the way", () => {
    const moved = { ...CURVE, baselineOnIntercept: 0.8, baselineOnSlope: -0.1 };
    expect(upperLimit(CURVE, at(0), 0)).toBeCloseTo(17.5231, 9);
    expect(upperLimit(moved, at(0, 19), 0)).toBeCloseTo(17.5231 + 1.6, 9);
    expect(upperLimit(moved, at(3, 19), 0)).toBeCloseTo(17.5231 + 1.6 + (-3.4706 - 0.2) * Math.log(4), 9);
  });

  test("is held to the range of the instrument", () => {
    expect(upperLimit({ ...CURVE, intercept: 30 }, at(0))).toBe(27);
    expect(upperLimit({ ...CURVE, intercept: -30 }, at(0))).toBe(0);
    expect(Q80).toBe(1.2816);
  });
});
