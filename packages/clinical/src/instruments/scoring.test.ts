import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { INSTRUMENTS } from "./instruments.ts";
import { pairedOutcome, reliableChangeOf, type ScorePair } from "./reliable-change.ts";
import { bandOf, scoreOf } from "./scoring.ts";

type Answers = readonly (number | null)[];

function score(instrument: InstrumentId, items: Answers, total: number | null = null) {
  return scoreOf({ instrument, items: [...items, ...Array(10).fill(null)].slice(0, 10), total });
}

const threes = (count: number): number[] => Array(count).fill(3);

describe("scores", () => {
  test("all items answered give their sum", () => {
    expect(score("phq-9", [2, 2, 1, 3, 1, 2, 1, 0, 0])).toEqual({
      scored: true,
      score: 12,
      prorated: false,
      answered: 9,
      totalOnly: false,
      band: "moderate",
    });
    expect(score("gad-7", threes(7))).toMatchObject({ score: 21, band: "severe", answered: 7 });
  });

  test("the difficulty item stays outside the total", () => {
    expect(score("phq-9", [...Array(9).fill(0), 3])).toMatchObject({ score: 0, answered: 9 });
    expect(score("gad-7", [...Array(7).fill(0), 3])).toMatchObject({ score: 0, answered: 7 });
    expect(score("gad-7", [1, 1, 1, 1, 1, null, null, 3])).toEqual({ scored: false, answered: 5 });
  });

  test("eight answered: 13.5 rounds half up to 14", () => {
    expect(score("phq-9", [2, 2, 1, 3, 1, 2, 1, 0, null])).toMatchObject({
      score: 14,
      prorated: true,
      answered: 8,
    });
  });

  test("seven answered: 11.571 rounds to 12", () => {
    const answers = [2, 2, null, 3, 1, null, 1, 0, 0];
    expect(score("phq-9", answers)).toMatchObject({ score: 12, prorated: true, answered: 7 });
  });

  test("six of nine answered is not scored", () => {
    expect(score("phq-9", [2, 2, null, 3, 1, null, 1, 0, null])).toEqual({ scored: false, answered: 6 });
  });

  test("six of seven answered is prorated, five is not scored", () => {
    expect(score("gad-7", [1, 1, 1, 0, 0, 0, null])).toMatchObject({ score: 4, prorated: true });
    expect(score("gad-7", [3, 3, 3, 3, 3, 3, null])).toMatchObject({ score: 21, prorated: true });
    expect(score("gad-7", [1, 1, 1, 0, 0, null, null])).toEqual({ scored: false, answered: 5 });
  });

  test("a stated total is the score, with few items, with nearly all, and with none", () => {
    expect(score("phq-9", [2, null, null], 20)).toMatchObject({ score: 20, prorated: false, answered: 1 });
    expect(score("phq-9", [2, 2, 1, 3, 1, 2, 1, 0, null], 12)).toMatchObject({ score: 12, prorated: false });
    expect(score("phq-9", [], 14)).toEqual({
      scored: true,
      score: 14,
      prorated: false,
      answered: 0,
      totalOnly: true,
      band: "moderate",
    });
  });

  test("nothing answered is not scored, never zero", () => {
    expect(score("phq-9", [])).toEqual({ scored: false, answered: 0 });
  });

  test("prorating is the nearest integer to the exact ratio, halves up, and never leaves the scale", () => {
    const answer = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...INSTRUMENT_IDS),
        fc.array(answer, { minLength: 9, maxLength: 9 }),
        (id, all) => {
          const count = INSTRUMENTS[id].items.length;
          const known = all.slice(0, count).filter((one) => one !== null);
          const result = score(id, all.slice(0, count));
          expect(result.answered).toBe(known.length);
          expect(result.scored).toBe(known.length >= INSTRUMENTS[id].proratedFrom);
          if (!result.scored) return;
          const exact = (known.reduce((sum, one) => sum + one, 0) * count) / known.length;
          expect(result.score - exact).toBeGreaterThan(-0.5);
          expect(result.score - exact).toBeLessThanOrEqual(0.5);
          expect(result.score).toBeLessThanOrEqual(INSTRUMENTS[id].maximum);
          expect(result.prorated).toBe(known.length < count);
        },
      ),
    );
  });
});

describe("bands", () => {
  test.each([
    ["phq-9", 0, "minimal"],
    ["phq-9", 4, "minimal"],
    ["phq-9", 5, "mild"],
    ["phq-9", 9, "mild"],
    ["phq-9", 10, "moderate"],
    ["phq-9", 14, "moderate"],
    ["phq-9", 15, "moderately severe"],
    ["phq-9", 19, "moderately severe"],
    ["phq-9", 20, "severe"],
    ["phq-9", 27, "severe"],
    ["gad-7", 0, "minimal"],
    ["gad-7", 4, "minimal"],
    ["gad-7", 5, "mild"],
    ["gad-7", 9, "mild"],
    ["gad-7", 10, "moderate"],
    ["gad-7", 14, "moderate"],
    ["gad-7", 15, "severe"],
    ["gad-7", 21, "severe"],
  ] as const)("%s %i is %s", (id, value, band) => {
    expect(bandOf(id, value)).toBe(band);
  });

  test("there is no band beyond the scale", () => {
    expect(() => bandOf("phq-9", 28)).toThrow(RangeError);
    expect(() => bandOf("gad-7", 22)).toThrow(RangeError);
    expect(() => bandOf("gad-7", -1)).toThrow(RangeError);
  });
});

describe("reliable change", () => {
  test.each([
    ["phq-9", 16, 11, "none"],
    ["phq-9", 16, 10, "improved"],
    ["phq-9", 10, 15, "none"],
    ["phq-9", 10, 16, "worsened"],
    ["gad-7", 12, 9, "none"],
    ["gad-7", 12, 8, "improved"],
    ["gad-7", 8, 11, "none"],
    ["gad-7", 8, 12, "worsened"],
  ] as const)("%s %i → %i: %s", (id, from, to, change) => {
    expect(reliableChangeOf(id, from, to)).toBe(change);
  });

  const pair = (phq9: number, gad7: number): ScorePair => ({ "phq-9": phq9, "gad-7": gad7 });

  test.each([
    [pair(16, 14), pair(9, 7), { reliable: "improved", recovery: true, reliableRecovery: true }],
    [pair(16, 14), pair(10, 9), { reliable: "improved", recovery: false, reliableRecovery: false }],
    [pair(11, 9), pair(8, 7), { reliable: "none", recovery: true, reliableRecovery: false }],
    [pair(16, 14), pair(9, 18), { reliable: "none", recovery: false, reliableRecovery: false }],
    [pair(9, 7), pair(3, 3), { reliable: "improved", recovery: null, reliableRecovery: null }],
    [pair(12, 6), pair(19, 6), { reliable: "worsened", recovery: false, reliableRecovery: false }],
    [pair(10, 7), pair(9, 8), { reliable: "none", recovery: false, reliableRecovery: false }],
  ])("%o → %o: %o", (first, last, outcome) => {
    expect(pairedOutcome(first, last)).toMatchObject(outcome);
  });

  test("a case by either instrument is a case", () => {
    expect(pairedOutcome(pair(10, 7), pair(9, 8))).toMatchObject({ caseFirst: true, caseLast: true });
    expect(pairedOutcome(pair(9, 7), pair(3, 3))).toMatchObject({ caseFirst: false, caseLast: false });
  });
});
