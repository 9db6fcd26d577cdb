import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar/civil.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import { assessment, chart, day, EXAMPLE_SITE } from "../records/example-chart.ts";
import { drawEpisode } from "./draw.ts";
import { suddenGains } from "./sudden-gain.ts";

const FIRST = day("2026-02-02");

/** One score every seven days unless the days are given. */
function points(scores: readonly number[], instrument: InstrumentId = "phq-9", days?: readonly number[]) {
  return scores.map(
    (score, place): ScoredPoint => ({
      instrument,
      on: addDays(FIRST, days?.[place] ?? 7 * place),
      score,
      prorated: false,
      answered: 0,
      totalOnly: true,
      assessmentId: `a${place}`,
    }),
  );
}

const found = (scores: readonly number[], instrument?: InstrumentId, days?: readonly number[]) =>
  suddenGains(points(scores, instrument, days)).map(({ from, to }) => `${from.score} → ${to.score}`);

test("the published example: 18, 17, 18 before and 11, 10, 9 after", () => {
  expect(suddenGains(points([18, 17, 18, 11, 10, 9]))).toEqual([
    {
      from: { score: 18, on: "2026-02-16", assessmentId: "a2" },
      to: { score: 11, on: "2026-02-23", assessmentId: "a3" },
      reversedOn: null,
    },
  ]);
});

describe("the first criterion, the instrument's reliable change", () => {
  test.each<[InstrumentId, readonly number[], readonly string[]]>([
    ["phq-9", [16, 16, 11, 11], []],
    ["phq-9", [16, 16, 10, 10], ["16 → 10"]],
    ["gad-7", [12, 12, 9, 9], []],
    ["gad-7", [12, 12, 8, 8], ["12 → 8"]],
  ])("%s %j", (instrument, scores, expected) => {
    expect(found(scores, instrument)).toEqual(expected);
  });
});

test("the second criterion: a quarter of the score before, exactly", () => {
  expect(found([24, 24, 18, 18])).toEqual(["24 → 18"]);
  expect(found([25, 25, 19, 19])).toEqual([]);
  expect(found([27, 27, 21, 21])).toEqual([]);
});

describe("the third criterion, the means of up to three on each side", () => {
  // Of the six: means 16 and 10, pooled SD 2, and t × SD 5.552. Of the four: 17 and 9.5, 2.06, and 8.87.
  test.each<[string, readonly number[], readonly string[]]>([
    ["four scores take t = 4.303", [19, 15, 9, 10], []],
    ["four scores that agree pass", [16, 16, 10, 9], ["16 → 10"]],
    ["five scores take t = 3.182", [18, 14, 16, 8, 12], []],
    ["five scores that agree pass", [18, 14, 16, 9, 11], ["16 → 9"]],
    ["six scores take t = 2.776", [18, 14, 16, 10, 12, 8], ["16 → 10"]],
    ["one score before is too few", [16, 10, 10, 10], []],
    ["one score after is too few", [16, 16, 16, 10], []],
  ])("%s: %j", (_, scores, expected) => {
    expect(found(scores)).toEqual(expected);
  });

  test("takes no √(1/n₁ + 1/n₂), as the convention has it", () => {
    // Means 16 and 11 (difference 5), pooled SD 2: 5.552 by the convention, 4.533 by a true t test.
    expect(found([18, 14, 16, 10, 13, 10])).toEqual([]);
    expect(found([17, 14, 17, 10, 11, 10])).toEqual(["17 → 10"]);
  });

  test("no spread on either side is no obstacle", () => {
    expect(found([14, 14, 14, 7, 7, 7])).toEqual(["14 → 7"]);
  });
});

test("a fall over more than fourteen days is not sudden", () => {
  expect(found([16, 16, 10, 10], "phq-9", [0, 7, 21, 28])).toEqual(["16 → 10"]);
  expect(found([16, 16, 10, 10], "phq-9", [0, 7, 22, 29])).toEqual([]);
});

test("is reversed on the first later day at which half of it is lost", () => {
  const reversedOn = (after: readonly number[]) =>
    suddenGains(points([18, 18, 18, 10, 10, ...after]))[0]?.reversedOn;
  expect(reversedOn([13, 13])).toBeNull();
  expect(reversedOn([13, 14, 18])).toBe("2026-03-16");
  expect(suddenGains(points([18, 18, 18, 11, 11, 14, 15]))[0]?.reversedOn).toBe("2026-03-16");
});

test("two gains in one course are both told", () => {
  expect(found([26, 26, 26, 18, 18, 18, 10, 10, 10])).toEqual(["26 → 18", "18 → 10"]);
});

test("reads the scores that take part: a baseline of an earlier stay does, an incomplete form does not", () => {
  const phq = (id: string, on: string, total: number | null) =>
    assessment(id, on, { instrument: "phq-9", total });
  const assessments = [
    phq("base", "2026-01-28", 18),
    phq("a", "2026-02-04", 18),
    phq("open", "2026-02-06", null),
    phq("superseded", "2026-02-11", 18),
    phq("z", "2026-02-11", 10),
    phq("b", "2026-02-18", 10),
  ];
  const [lane] = drawEpisode(chart({ assessments }), EXAMPLE_SITE, "e-1", day("2026-02-20")).measures;
  expect(lane?.gains).toMatchObject([{ from: { assessmentId: "a" }, to: { assessmentId: "z" } }]);
  const [then] = drawEpisode(chart({ assessments }), EXAMPLE_SITE, "e-1", day("2026-02-17")).measures;
  expect(then?.gains).toEqual([]);
});

/** The same three criteria as the literature writes them, in floating point. */
function textbookGain(scores: readonly number[], place: number, cut: number): boolean {
  const before = scores.slice(Math.max(0, place - 2), place + 1);
  const after = scores.slice(place + 1, place + 4);
  const [pre, post] = [scores[place] ?? 0, scores[place + 1] ?? 0];
  if (before.length < 2 || after.length < 2 || pre - post < cut || pre - post < pre / 4) return false;
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const squares = (all: readonly number[]) => all.reduce((sum, one) => sum + (one - mean(all)) ** 2, 0);
  const n = before.length + after.length;
  const pooled = Math.sqrt((squares(before) + squares(after)) / (n - 2));
  const t = { 4: 4.303, 5: 3.182, 6: 2.776 }[n] ?? Number.NaN;
  return mean(before) - mean(after) - t * pooled > 1e-9;
}

test("agrees with the criteria as the literature writes them", () => {
  const series = fc.array(fc.integer({ min: 0, max: 27 }), { maxLength: 12 });
  fc.assert(
    fc.property(series, fc.constantFrom(...INSTRUMENT_IDS), (scores, instrument) => {
      const cut = instrumentOf(instrument).reliableChange;
      const expected = scores.flatMap((_, place) => (textbookGain(scores, place, cut) ? [`a${place}`] : []));
      expect(suddenGains(points(scores, instrument)).map(({ from }) => from.assessmentId)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
