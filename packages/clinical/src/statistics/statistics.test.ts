import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombe } from "./difference.ts";
import { changeOf } from "./effect-size.ts";
import { type Followed, kaplanMeier, medianOf, survivalAt } from "./kaplan-meier.ts";
import { wilson } from "./wilson.ts";

describe("wilson", () => {
  it.each([
    [7, 10, 0.3968, 0.8922],
    [27, 50, 0.404, 0.6703],
    [61, 97, 0.5295, 0.7184],
  ])("gives %i of %i its published interval", (numerator, denominator, low, high) => {
    const rate = wilson(numerator, denominator);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  it("ends exactly at 0 and at 1", () => {
    const none = wilson(0, 12);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(0.2425, 4);
    const all = wilson(12, 12);
    expect(all.low).toBeCloseTo(0.7575, 4);
    expect(all.high).toBe(1);
  });

  it("says nothing of nobody", () => {
    expect(wilson(0, 0)).toEqual({ numerator: 0, denominator: 0, rate: null, low: null, high: null });
  });

  it("holds the share inside an interval of 0 to 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const { rate, low, high } = wilson(Math.round(part * n), n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(rate ?? -1);
          expect(high).toBeGreaterThanOrEqual(rate ?? 2);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("newcombe", () => {
  it("gives the example of Newcombe 1998, 56 of 70 against 48 of 80", () => {
    const difference = newcombe(wilson(56, 70), wilson(48, 80));
    expect(difference.value).toBeCloseTo(0.2, 10);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
  });

  it("says nothing when one share is not known", () => {
    expect(newcombe(wilson(1, 2), wilson(0, 0))).toEqual({ value: null, low: null, high: null });
  });
});

const PRE = [20, 18, 15, 22, 12, 17, 16, 19];
const POST = [11, 15, 9, 20, 8, 10, 12, 7];
const paired = (pre: readonly number[], post: readonly number[]) =>
  pre.map((score, place) => [score, post[place] ?? 0] as const);

describe("changeOf", () => {
  it("gives the worked example", () => {
    const change = changeOf(paired(PRE, POST));
    expect(change.n).toBe(8);
    expect(change.mean_pre).toBe(17.375);
    expect(change.mean_post).toBe(11.5);
    expect(change.mean_change).toBe(-5.875);
    expect(change.sd_pre).toBeCloseTo(3.1139, 4);
    expect(change.sd_post).toBeCloseTo(4.2426, 4);
    expect(change.r).toBeCloseTo(0.6218, 4);
    expect(change.d).toBeCloseTo(1.8867, 4);
    expect(change.g).toBeCloseTo(1.6771, 4);
    expect(change.se).toBeCloseTo(0.5631, 4);
    expect(change.low).toBeCloseTo(1.6771 - 1.959964 * 0.56307, 3);
    expect(change.high).toBeCloseTo(1.6771 + 1.959964 * 0.56307, 3);
  });

  it("says only how many there are when there are fewer than two", () => {
    for (const pairs of [[], [[10, 4] as const]]) {
      const { n, ...rest } = changeOf(pairs);
      expect(n).toBe(pairs.length);
      expect(new Set(Object.values(rest))).toEqual(new Set([null]));
    }
  });

  it("leaves out what divides by no spread before", () => {
    expect(changeOf(paired([12, 12, 12], [4, 8, 9]))).toMatchObject({
      n: 3,
      mean_pre: 12,
      sd_pre: 0,
      mean_post: 7,
      mean_change: -5,
      r: null,
      d: null,
      g: null,
      se: null,
      low: null,
      high: null,
    });
  });

  it("keeps the effect and leaves out its error without spread after", () => {
    const change = changeOf(paired([10, 14], [5, 5]));
    expect(change.d).toBeCloseTo(7 / Math.sqrt(8), 12);
    expect(change.g).toBe(0);
    expect([change.sd_post, change.r, change.se, change.low]).toEqual([0, null, null, null]);
  });

  it("knows pairs on one line", () => {
    const change = changeOf(paired([10, 14, 17, 23], [7, 11, 14, 20]));
    expect(change.r).toBe(1);
    expect(change.se).toBe(Math.sqrt((change.d ?? 0) ** 2 / 8));
    expect(changeOf(paired([3, 4, 5], [9, 8, 7])).r).toBe(-1);
  });

  it("gives numbers or null whatever the scores, and the same in any order", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 27 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const change = changeOf(given);
        for (const value of Object.values(change))
          expect(value === null || Number.isFinite(value)).toBe(true);
        expect(changeOf(given.toReversed())).toEqual(change);
      }),
    );
  });
});

const DAYS = [7, 14, 14, 21, 28, 30, 35, 42, 60, 60, 75, 90];
const EVENTS = [1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0];
const FOLLOWED: readonly Followed[] = DAYS.map((day, place) => ({ day, event: EVENTS[place] === 1 }));

describe("kaplanMeier", () => {
  it("gives the worked example, those of one day at risk on it", () => {
    const steps = kaplanMeier(FOLLOWED);
    const at = (day: number) => survivalAt(steps, FOLLOWED.length, day);
    for (const [day, survival] of [
      [7, 0.917],
      [14, 0.833],
      [21, 0.741],
      [30, 0.635],
      [42, 0.508],
      [60, 0.381],
    ] as const)
      expect(at(day).survival).toBeCloseTo(survival, 3);
    expect(at(30).low).toBeCloseTo(0.2887, 4);
    expect(at(30).high).toBeCloseTo(0.847, 4);
    expect(at(60).low).toBeCloseTo(0.0976, 4);
    expect(at(60).high).toBeCloseTo(0.67, 3);
    expect(at(30).at_risk).toBe(7);
    expect(at(90)).toMatchObject({ at_risk: 1, survival: at(60).survival });
    expect(steps.find(({ day }) => day === 14)).toMatchObject({ at_risk: 11, events: 1, censored: 1 });
    expect(medianOf(steps)).toEqual({ ...at(60) });
  });

  it("has the standard errors of the worked example behind its intervals", () => {
    const steps = kaplanMeier(FOLLOWED);
    for (const [day, error] of [
      [30, 0.148],
      [60, 0.165],
    ] as const) {
      const { survival, low } = survivalAt(steps, 12, day);
      const s = survival ?? 0;
      const reach = Math.log(Math.log(low ?? 0) / Math.log(s));
      expect((reach / 1.959963984540054) * s * Math.abs(Math.log(s))).toBeCloseTo(error, 4);
    }
  });

  it("has no interval at 1 and at 0, and is not known beyond the last day followed", () => {
    const kept = kaplanMeier([
      { day: 10, event: false },
      { day: 40, event: false },
    ]);
    expect(survivalAt(kept, 2, 30)).toEqual({ day: 30, survival: 1, at_risk: 1, low: null, high: null });
    expect(survivalAt(kept, 2, 60)).toEqual({ day: 60, survival: null, at_risk: 0, low: null, high: null });
    expect(medianOf(kept)).toBeNull();
    const gone = kaplanMeier([{ day: 0, event: true }]);
    expect(survivalAt(gone, 1, 60)).toEqual({ day: 60, survival: 0, at_risk: 0, low: null, high: null });
    expect(medianOf(gone)).toEqual({ day: 0, survival: 0, at_risk: 1, low: null, high: null });
    expect(survivalAt([], 0, 30)).toEqual({ day: 30, survival: null, at_risk: 0, low: null, high: null });
  });

  it("decides one half in whole numbers", () => {
    // 23/24 × 22/23 × … × 12/13 is one half; as floating point it comes to a little more.
    const followed: readonly Followed[] = Array.from({ length: 24 }, (_, place) => ({
      day: Math.min(place, 12) + 1,
      event: place < 12,
    }));
    const steps = kaplanMeier(followed);
    expect(steps.find(({ day }) => day === 12)?.survival).toBeGreaterThan(0.5);
    expect(medianOf(steps)).toMatchObject({ day: 12, at_risk: 13 });
  });

  it("falls, counts everybody once and stays between 0 and 1", () => {
    const anyone = fc.array(fc.record({ day: fc.integer({ min: 0, max: 120 }), event: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyone, (followed) => {
        const steps = kaplanMeier(followed);
        expect(kaplanMeier(followed.toReversed())).toEqual(steps);
        let before = { survival: 1, at_risk: followed.length, gone: 0 };
        for (const step of steps) {
          expect(step.at_risk).toBe(before.at_risk - before.gone);
          expect(step.survival).toBeLessThanOrEqual(before.survival);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          expect(step.low ?? step.survival).toBeLessThanOrEqual(step.survival);
          expect(step.high ?? step.survival).toBeGreaterThanOrEqual(step.survival);
          before = { ...step, gone: step.events + step.censored };
        }
        expect(before.at_risk).toBe(before.gone);
        const median = medianOf(steps);
        if (median === null) expect(before.survival).toBeGreaterThan(0.5 - 1e-12);
        else expect(median.survival).toBeLessThanOrEqual(0.5 + 1e-12);
      }),
    );
  });
});
