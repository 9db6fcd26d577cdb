import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTROL, pChart, xmrChart } from "./control-chart.ts";
import { funnelLimits, funnelSeries, placeOf } from "./funnel.ts";
import { overdispersionOf } from "./overdispersion.ts";
import { ruleMarks } from "./rule-marks.ts";
import { shrinkageWeight, shrunkenMean, shrunkenShare, variancesOf } from "./shrinkage.ts";

describe("funnel limits", () => {
  it.each([
    [20, [0.2878, 0.7122, 0.1813, 0.8187]],
    [40, [0.3475, 0.6525, 0.2653, 0.7347]],
    [100, [0.4026, 0.5974, 0.3479, 0.6521]],
  ])("around one half at n %i", (n, expected) => {
    const { low95, high95, low998, high998 } = funnelLimits(0.5, n, 0);
    expect([low95, high95, low998, high998].map((limit) => Number(limit.toFixed(4)))).toEqual(expected);
  });

  it("stay at 0 and 1 at small n instead of turning back", () => {
    expect(funnelLimits(0.5, 1, 0)).toEqual({ n: 1, low95: 0, high95: 1, low998: 0, high998: 1 });
    expect(funnelLimits(0.05, 4, 0).low998).toBe(0);
  });

  it("get closer as n grows, whatever the center", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (theta, n) => {
          const wide = funnelLimits(theta, n, 0.001);
          const narrow = funnelLimits(theta, n + 1, 0.001);
          expect(wide.low998).toBeLessThanOrEqual(wide.low95);
          expect(wide.low95).toBeLessThanOrEqual(narrow.low95);
          expect(narrow.high95).toBeLessThanOrEqual(wide.high95);
          expect(wide.high95).toBeLessThanOrEqual(wide.high998);
        },
      ),
    );
  });

  it("say where a group lies, on a limit being within it", () => {
    const limits = funnelLimits(0.5, 40, 0);
    expect(placeOf(limits.high95, limits)).toBe("within");
    expect(placeOf(0.66, limits)).toBe("outside_95");
    expect(placeOf(0.2, limits)).toBe("outside_998");
  });

  it("are drawn from 1 to the largest group at rising whole n", () => {
    const series = funnelSeries(230);
    expect([series[0], series.at(-1)]).toEqual([1, 230]);
    expect(series.toSorted((a, b) => a - b)).toEqual(series);
    expect(funnelSeries(1)).toEqual([1]);
  });
});

describe("overdispersion", () => {
  const groups = [
    [22, 40],
    [30, 48],
    [18, 44],
    [12, 30],
    [40, 60],
    [9, 28],
    [25, 35],
    [33, 70],
  ].map(([x = 0, n = 1]) => ({ share: x / n, n }));
  const theta = 189 / 355;

  it("has the published numbers of eight groups", () => {
    const { z, phi, tau2 } = overdispersionOf(theta, groups);
    expect(z.map((value) => Number(value.toFixed(3)))).toEqual([
      0.223, 1.301, -1.643, -1.458, 2.13, -2.276, 2.237, -1.021,
    ]);
    expect(phi).toBeCloseTo(2.5227, 4);
    expect(tau2).toBeCloseTo(0.010755, 6);
    const limits = funnelLimits(theta, 60, tau2);
    expect(limits.low95).toBeCloseTo(0.2989, 4);
    expect(limits.high95).toBeCloseTo(0.7586, 4);
    expect(limits.low998).toBeCloseTo(0.1817, 4);
    expect(limits.high998).toBeCloseTo(0.8655, 4);
  });

  it("is none where groups differ no more than by chance", () => {
    const alike = groups.map(({ n }) => ({ share: 0.5, n }));
    expect(overdispersionOf(0.5, alike)).toMatchObject({ phi: 0, tau2: 0 });
    expect(overdispersionOf(0.5, [])).toEqual({ z: [], phi: 0, tau2: 0 });
  });
});

describe("shrinkage", () => {
  it.each([
    [5, 0.1935],
    [20, 0.4898],
    [60, 0.7423],
  ])("keeps of a group of %i its published part", (n, weight) => {
    expect(shrinkageWeight(1.2, 25 / n)).toBeCloseTo(weight, 4);
    expect(shrunkenMean(10, n, 6, { within: 25, between: 1.2 }).value).toBeCloseTo(6 + 4 * weight, 3);
  });

  it("draws a share toward the whole on the arcsine scale", () => {
    const { value, weight } = shrunkenShare(0.7, 40, 0.5, 0.00625);
    expect(weight).toBeCloseTo(0.5, 12);
    expect(Math.asin(Math.sqrt(value))).toBeCloseTo((Math.asin(Math.sqrt(0.7)) + Math.PI / 4) / 2, 12);
    expect(shrunkenShare(0.9, 40, 0.5, 0)).toEqual({ value: expect.closeTo(0.5, 12), weight: 0 });
  });

  it("takes the variances apart as an analysis of variance does", () => {
    // Means 2, 5, 8; within 1; between (27 − 1) / 3.
    const found = variancesOf([[1, 2, 3], [4, 5, 6], [], [7, 8, 9]]);
    expect(found?.within).toBeCloseTo(1, 12);
    expect(found?.between).toBeCloseTo(26 / 3, 12);
    expect(
      variancesOf([
        [1, 9],
        [2, 8],
      ])?.between,
    ).toBe(0);
  });

  it("says nothing of one group or of single values", () => {
    expect(variancesOf([[1, 2, 3]])).toBeNull();
    expect(variancesOf([[1], [2]])).toBeNull();
    expect(variancesOf([])).toBeNull();
  });
});

describe("XmR limits", () => {
  const values = [62, 58, 65, 60, 55, 63, 59, 61, 57, 64, 60];

  it("have the published numbers", () => {
    const chart = xmrChart(values);
    expect(chart?.center).toBeCloseTo(60.3636, 4);
    expect(chart?.meanRange).toBe(5);
    expect(chart?.limits?.low).toBeCloseTo(47.0636, 4);
    expect(chart?.limits?.high).toBeCloseTo(73.6636, 4);
    expect(chart?.rangeLimit).toBeCloseTo(16.335, 10);
  });

  it("show 80 as a special cause", () => {
    const { center = 0, limits = null } = xmrChart(values) ?? {};
    const marks = ruleMarks(
      [...values, 80].map((value) => ({ value, limits })),
      center,
    );
    expect(marks.at(-1)).toEqual(["outside"]);
    expect(marks.slice(0, -1).flat()).toEqual([]);
  });

  it("take no range over a gap, and are none without neighbors or variation", () => {
    expect(xmrChart([1, null, 9])).toEqual({ center: 5, meanRange: null, limits: null, rangeLimit: null });
    expect(xmrChart([1, 3, null, 50, 52])?.meanRange).toBe(2);
    expect(xmrChart([4, 4, 4])?.limits).toBeNull();
    expect(xmrChart([null])).toBeNull();
  });
});

describe("p chart limits", () => {
  it("have the published numbers", () => {
    const events = [18, 20, 15, 22, 17];
    const chart = pChart([25, 26, 22, 30, 24].map((n, i) => ({ n, events: events[i] ?? 0 })));
    expect(chart?.center).toBeCloseTo(0.7244, 4);
    const expected = [
      [0.4563, 0.9925],
      [0.4615, 0.9873],
      [0.4386, 1],
      [0.4797, 0.9691],
      [0.4508, 0.998],
    ];
    for (const [place, [low = 0, high = 0]] of expected.entries()) {
      const limits = chart?.limits[place];
      expect(limits?.low).toBeCloseTo(low, 4);
      expect(Math.min(limits?.high ?? 0, 1)).toBeCloseTo(high, 4);
    }
  });

  it("are none of an empty period, and when everyone or nobody has the event", () => {
    expect(
      pChart([
        { events: 1, n: 2 },
        { events: 0, n: 0 },
      ])?.limits[1],
    ).toBeNull();
    expect(
      pChart([
        { events: 4, n: 4 },
        { events: 9, n: 9 },
      ]),
    ).toEqual({ center: 1, limits: [null, null] });
    expect(pChart([{ events: 0, n: 0 }])).toBeNull();
  });
});

describe("rule marks", () => {
  const limits = { low: -3, high: 3 };
  const marksOf = (values: readonly (number | null)[]) =>
    ruleMarks(
      values.map((value) => ({ value, limits })),
      0,
    ).map((rules) => rules.join(" "));

  it("mark every point of seven on one side, not of six", () => {
    const seven = [1, 0.5, 1, 0.5, 1, 0.5, 1];
    expect(marksOf([-1, ...seven, -1])).toEqual(["", ...seven.map(() => "seven_one_side"), ""]);
    expect(marksOf(seven.slice(1)).join("")).toBe("");
  });

  it("let a value on the center and a gap break a run", () => {
    expect(marksOf([1, 0.5, 1, 0, 0.5, 1, 0.5, 1]).join("")).toBe("");
    expect(marksOf([1, 0.5, 1, null, 0.5, 1, 0.5, 1]).join("")).toBe("");
    expect(marksOf([1, 0.5, 1, 1e-16, 0.5, 1, 0.5, 1]).join("")).toBe("");
  });

  it("mark six rises or falls, not five, and not with an equal neighbor", () => {
    const rising = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
    expect(marksOf(rising)).toEqual(rising.map(() => "seven_in_a_row"));
    expect(marksOf(rising.toReversed())).toEqual(rising.map(() => "seven_in_a_row"));
    expect(marksOf(rising.slice(1)).join("")).toBe("");
    expect(marksOf([-1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5]).join("")).toBe("");
    expect(marksOf([-1.5, -1, -0.5, null, 0, 0.5, 1, 1.5]).join("")).toBe("");
  });

  it("mark two of three beyond two thirds on the same side only", () => {
    expect(marksOf([2.5, 0, 2.1])).toEqual(["two_of_three", "", "two_of_three"]);
    expect(marksOf([2.5, 0, -2.5]).join("")).toBe("");
    expect(marksOf([2.5, 0, 0.5, 2.5]).join("")).toBe("");
    expect(marksOf([2, 0, 2]).join("")).toBe("");
    expect(marksOf([2.5, null, 2.5]).join("")).toBe("");
  });

  it("mark what is outside, and count it beyond two thirds as well", () => {
    expect(marksOf([3.1, 0, -4])).toEqual(["outside", "", "outside"]);
    expect(marksOf([3, 0, 0])).toEqual(["", "", ""]);
    expect(marksOf([3.1, 2.5, 0])).toEqual(["outside two_of_three", "two_of_three", ""]);
  });

  it("read runs without limits too, and never depend on the direction", () => {
    const value = fc.option(fc.integer({ min: -6, max: 6 }), { nil: null, freq: 8 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), (values) => {
        expect(marksOf(values.map((one) => (one === null ? null : -one)))).toEqual(marksOf(values));
        expect(marksOf(values.toReversed())).toEqual(marksOf(values).toReversed());
        const without = ruleMarks(
          values.map((one) => ({ value: one, limits: null })),
          0,
        );
        expect(without.flat()).not.toContain("outside");
        expect(without).toHaveLength(values.length);
      }),
    );
  });

  it("are those of the numbers that explain them", () => {
    expect(CONTROL).toMatchObject({ run: 7, ranges: 2.66, rangeLimit: 3.267, errors: 3, near: 2 / 3 });
  });
});
