import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, CHI_SQUARED_1_PERCENT, calibrationOf } from "./discrimination.ts";
import { leastSquares } from "./least-squares.ts";
import { fitLinear } from "./linear.ts";
import { fitLogistic } from "./logistic.ts";
import { meanOf } from "./mean.ts";
import { quantileOf } from "./quantile.ts";
import { studentT95 } from "./student.ts";

/**
 * Sixty rows from whole-number formulas. The expected numbers were computed with SciPy 1.17: the logistic estimates by
 * `optimize.minimize` (BFGS) of the log likelihood, standard errors from the inverse information, the area by
 * `mannwhitneyu`, the linear ones by `numpy.linalg.lstsq`, the quantiles by `stats.t.ppf(.975, df)` and `stats.chi2.ppf(.99, df)`.
 */
const ROWS = Array.from({ length: 60 }, (_, i) => {
  const phq = ((7 * i * i + 3 * i) % 22) + 3;
  const gad = ((5 * i * i + 11 * i + 2) % 19) + 2;
  const event = 3 * phq + 2 * gad + ((13 * i * i + 7 * i) % 61) < 80;
  return { covariates: [phq, gad], event, outcome: Math.floor((phq * 5) / 9) - ((11 * i) % 7) + 2 };
});

function close(found: readonly number[] | undefined, expected: readonly number[], digits = 6): void {
  expect(found).toHaveLength(expected.length);
  for (const [place, value] of expected.entries()) expect(found?.[place]).toBeCloseTo(value, digits);
}

describe("logistic regression", () => {
  const fit = fitLogistic(ROWS);
  const predicted = ROWS.map(({ event }, i) => ({ event, expected: fit?.expected[i] ?? Number.NaN }));

  it("finds the estimates and standard errors of another program", () => {
    close(fit?.estimates, [5.7142697, -0.29694116, -0.29842006]);
    close(fit?.standardErrors, [1.61519645, 0.09345021, 0.08009348]);
  });

  it("expects as many events as there were", () => {
    expect(fit?.expected.reduce((sum, share) => sum + share, 0)).toBeCloseTo(25, 8);
  });

  it("has the area and the calibration of another program", () => {
    expect(areaUnderCurve(predicted)).toBeCloseTo(0.892, 12);
    const { groups, chiSquared, holds } = calibrationOf(predicted);
    expect(groups.map(({ n }) => n)).toEqual([6, 8, 4, 6, 6, 6, 7, 5, 7, 5]);
    expect(chiSquared).toBeCloseTo(6.993318, 5);
    expect(holds).toBe(true);
  });

  it.each([
    ["complete separation", ROWS.map(({ covariates }) => ({ covariates, event: (covariates[0] ?? 0) > 9 }))],
    [
      "quasi-complete separation",
      ROWS.map(({ covariates }, i) => ({
        covariates,
        event: (covariates[0] ?? 0) > 9 || (covariates[0] === 9 && i % 2 === 0),
      })),
    ],
    ["events only", ROWS.map(({ covariates }) => ({ covariates, event: true }))],
    [
      "a constant covariate",
      ROWS.map(({ event, covariates: [phq = 0] }) => ({ covariates: [phq, 12], event })),
    ],
    [
      "one covariate twice",
      ROWS.map(({ event, covariates: [phq = 0] }) => ({ covariates: [phq, phq], event })),
    ],
    ["one row", ROWS.slice(0, 1)],
    ["nobody", []],
  ])("has no fit with %s", (_, rows) => {
    expect(fitLogistic(rows)).toBeNull();
  });
});

describe("calibration", () => {
  it("fails where what was expected did not come about", () => {
    const opposite = ROWS.map(({ event }, i) => ({
      event,
      expected: event ? 0.2 + i / 1000 : 0.8 - i / 1000,
    }));
    expect(calibrationOf(opposite).holds).toBe(false);
  });

  it("cannot be judged with fewer than three different expected shares", () => {
    expect(calibrationOf(ROWS.map(({ event }) => ({ event, expected: 0.4 }))).holds).toBe(false);
    expect(calibrationOf([])).toEqual({ groups: [], chiSquared: 0, holds: false });
  });

  it.each([
    [22, true],
    [23, false],
  ])("with ten tenths, one %i of 100 off, is judged by eight degrees of freedom", (off, holds) => {
    // One tenth adds off² / 25: 19.36 lies below the 1 % point of 20.09, 21.16 beyond it.
    const predicted = Array.from({ length: 1000 }, (_, i) => ({
      expected: 0.5 + Math.floor(i / 100) * 1e-9,
      event: i % 100 < (i < 100 ? 50 + off : 50),
    }));
    expect(calibrationOf(predicted).holds).toBe(holds);
  });

  it("holds the table of chi-squared", () => {
    expect(CHI_SQUARED_1_PERCENT).toEqual([6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475, 20.09]);
  });

  it("counts a tie half in the area", () => {
    const pairs = [0.5, 0.5].map((expected, i) => ({ expected, event: i === 0 }));
    expect(areaUnderCurve(pairs)).toBe(0.5);
    expect(areaUnderCurve(pairs.slice(0, 1))).toBeNull();
  });
});

describe("least squares", () => {
  it("cannot tell terms apart that say the same but for the last digit", () => {
    const rows = (third: (i: number) => number) =>
      Array.from({ length: 20 }, (_, i) => ({ terms: [1, 0.1 * i, third(i)], weight: 0.3, target: i % 7 }));
    for (const factor of [0.3, 0.7, 1.1, 1.3, 1.7, 1.9]) {
      expect(leastSquares(rows((i) => factor * i + 0.7))).toBeNull();
    }
    expect(leastSquares(rows((i) => (0.3 * i) ** 2))).not.toBeNull();
    expect(leastSquares([])).toBeNull();
  });
});

describe("linear regression", () => {
  it("finds the estimates, standard errors and R² of another program", () => {
    const fit = fitLinear(ROWS);
    close(fit?.estimates, [-1.40783263, 0.54159342, 0.0214869]);
    close(fit?.standardErrors, [0.79956792, 0.05441528, 0.04305971]);
    expect(fit?.r2).toBeCloseTo(0.6347805958513626, 10);
  });

  it.each([
    ["three rows", ROWS.slice(0, 3)],
    ["the same outcome for all", ROWS.map(({ covariates }) => ({ covariates, outcome: 4 }))],
    ["the same baseline for all", ROWS.map(({ outcome }) => ({ covariates: [12, 9], outcome }))],
    ["nobody", []],
  ])("has no fit with %s", (_, rows) => {
    expect(fitLinear(rows)).toBeNull();
  });
});

describe("means and quantiles", () => {
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [10, 2.228138851986274],
    [29, 2.045229642132703],
    [199, 1.9719565442517533],
    [200, 1.9718962236339088],
    [1000, 1.9623390808264083],
  ])("has Student's t of %i degrees of freedom", (df, t) => {
    expect(studentT95(df)).toBeCloseTo(t, 8);
  });

  it("has the t interval of a mean", () => {
    const found = meanOf([4, 6, 8, 2]);
    expect(found).toMatchObject({ n: 4, mean: 5 });
    expect(found.sd).toBeCloseTo(2.581988897, 8);
    expect(found.low).toBeCloseTo(0.8914795, 6);
    expect(found.high).toBeCloseTo(9.1085205, 6);
  });

  it("has no interval where nothing says how far a mean may be off", () => {
    expect(meanOf([])).toEqual({ n: 0, mean: null, sd: null, low: null, high: null });
    expect(meanOf([3])).toEqual({ n: 1, mean: 3, sd: null, low: null, high: null });
    expect(meanOf([0.1, 0.1, 0.1])).toMatchObject({ n: 3, sd: 0, low: null, high: null });
  });

  it("reads quantiles between the nearest two", () => {
    expect(quantileOf([7, 1, 3], 0.25)).toBe(2);
    expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantileOf([5], 0.9)).toBe(5);
    expect(quantileOf([], 0.5)).toBeNull();
  });
});

describe("laws", () => {
  const row = fc.record({
    covariates: fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 21 })),
    event: fc.boolean(),
    outcome: fc.integer({ min: -27, max: 27 }),
  });

  it("a fit has finite numbers only, or is none", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const logistic = fitLogistic(rows);
        const linear = fitLinear(rows);
        for (const fit of [logistic, linear]) {
          for (const value of [
            ...(fit?.estimates ?? []),
            ...(fit?.standardErrors ?? []),
            ...(fit?.expected ?? []),
          ]) {
            expect(Number.isFinite(value)).toBe(true);
          }
        }
        const { groups } = calibrationOf(
          rows.map(({ event }, i) => ({ event, expected: logistic?.expected[i] ?? 0 })),
        );
        expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
      }),
    );
  });
});
