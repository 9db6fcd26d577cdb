import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar/civil.ts";
import { day, EXAMPLE_SITE } from "../../records/example-chart.ts";
import type { ComparedId, OverTime } from "../answers.ts";
import { MEAN_IDS, RATE_IDS } from "../answers.ts";
import { anyFacts, facts, HALF_YEAR, measured } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import type { CohortQuestion } from "../question.ts";
import { calendarPeriods, type Every, periodHolding } from "./calendar-periods.ts";
import { overTimeOf } from "./over-time.ts";

const YEARS: CohortQuestion = {
  from: day("2025-01-01"),
  to: day("2026-06-30"),
  asOf: day("2026-06-30"),
  filter: {},
};

function over(
  all: readonly EpisodeFacts[],
  given: { question?: Partial<CohortQuestion>; measure?: ComparedId; every?: Every } = {},
): OverTime {
  const { question, measure = "completion", every = "month" } = given;
  return overTimeOf(all, EXAMPLE_SITE, { ...YEARS, ...question }, { measure, every });
}

/** Discharges in the month, some completed. */
function month(first: string, completed: number, of: number): readonly EpisodeFacts[] {
  return Array.from({ length: of }, (_, i) =>
    facts({
      episodeId: `e-${first}-${i}`,
      patientId: `p-${first}-${i}`,
      dischargedOn: addDays(day(first), i % 28),
      dischargeReason: i < completed ? "completed" : "lost_contact",
    }),
  );
}

const monthNames = calendarPeriods(YEARS, "month").map(({ from }) => from);
const months = (counts: readonly (readonly [completed: number, of: number])[]) =>
  counts.flatMap(([completed, of], i) => month(monthNames[i] ?? "2025-01-01", completed, of));

describe("periods of the calendar", () => {
  it("are whole months and quarters, leap years included", () => {
    expect(periodHolding(day("2024-02-10"), "month")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(periodHolding(day("2026-12-31"), "quarter")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(calendarPeriods({ from: day("2025-11-15"), to: day("2026-02-01") }, "quarter")).toEqual([
      { from: "2025-10-01", to: "2025-12-31" },
      { from: "2026-01-01", to: "2026-03-31" },
    ]);
  });

  it("are shown when they lie inside the period asked for, from the first discharge on", () => {
    const all = months([
      [0, 0],
      [1, 2],
      [1, 2],
      [0, 0],
      [2, 2],
    ]);
    const { points } = over(all, { question: { from: day("2025-02-02"), to: day("2025-06-15") } });
    expect(points.map(({ from, n }) => [from, n])).toEqual([
      ["2025-03-01", 2],
      ["2025-04-01", 0],
      ["2025-05-01", 2],
    ]);
    expect(over(all).points[0]?.from).toBe("2025-02-01");
  });

  it("mark the one that is not over, and keep it out of center, limits and marks", () => {
    const closed = months(Array.from({ length: 12 }, () => [9, 10] as const));
    const question = { asOf: day("2026-01-20"), to: day("2026-01-20") };
    const january = month("2026-01-01", 0, 10);
    const { points, center } = over([...closed, ...january], { question });
    expect(center).toBe(0.9);
    expect(points.at(-1)).toEqual({
      from: "2026-01-01",
      to: "2026-01-31",
      open: true,
      n: 10,
      numerator: 0,
      value: 0,
      low: null,
      high: null,
      marks: [],
    });
    const later = over([...closed, ...january], {
      question: { asOf: day("2026-01-31"), to: day("2026-01-31") },
    });
    expect(later.points.at(-1)).toMatchObject({ open: false, marks: ["outside"] });
    expect(
      over(closed, { question: { asOf: day("2026-01-20"), to: day("2025-12-31") } }).points,
    ).toHaveLength(12);
  });
});

describe("the chart", () => {
  it("of a share is a p chart with limits by n, held to 0 and 1", () => {
    const counts = [
      [18, 25],
      [20, 26],
      [15, 22],
      [22, 30],
      [17, 24],
      [18, 25],
      [20, 26],
      [15, 22],
    ] as const;
    const { chart, center, points, trial } = over(months(counts), { question: { to: day("2025-08-31") } });
    expect([chart, trial]).toEqual(["p", true]);
    expect(center).toBeCloseTo(145 / 200, 12);
    const half = 3 * Math.sqrt((0.725 * 0.275) / 25);
    expect(points[0]).toMatchObject({ n: 25, numerator: 18, value: 0.72 });
    expect(points[0]?.low).toBeCloseTo(0.725 - half, 12);
    expect(points[2]?.high).toBe(1);
  });

  it("of fewer than eight periods is a run chart around the median", () => {
    const { chart, center, points, trial } = over(
      months([
        [1, 4],
        [2, 4],
        [4, 4],
      ]),
      {
        question: { to: day("2025-03-31") },
      },
    );
    expect([chart, center, trial]).toEqual(["run", 0.5, true]);
    expect(points.every(({ low, high }) => low === null && high === null)).toBe(true);
  });

  it("of a mean is an XmR chart of the means of the periods", () => {
    const falls = [62, 58, 65, 60, 55, 63, 59, 61, 57, 64, 60].map((tenths) => tenths - 55);
    const all = falls.map((fall, i) =>
      measured([20, 20 - fall], [null, null], { episodeId: `e-${i}`, dischargedOn: monthNames[i] ?? null }),
    );
    const { chart, center, points, trial } = over(all, {
      measure: "phq-9-fall",
      question: { to: day("2025-11-30") },
    });
    expect([chart, trial]).toEqual(["xmr", true]);
    expect(center).toBeCloseTo(5.3636, 4);
    expect(points[0]?.low).toBeCloseTo(5.3636 - 13.3, 4);
    expect(points[0]?.high).toBeCloseTo(5.3636 + 13.3, 4);
    expect(points[0]).toMatchObject({ n: 1, numerator: null, value: 7 });
  });

  it("of weekly measurement is an XmR chart: weeks of one stay are alike", () => {
    const all = monthNames.slice(0, 12).map((first, i) =>
      facts({
        episodeId: `e-${i}`,
        dischargedOn: first,
        weeks: { expected: 10, measured: Array.from({ length: i % 2 === 0 ? 9 : 6 }, (_, week) => week) },
      }),
    );
    const { chart, points, trial } = over(all, {
      measure: "weekly-measurement",
      question: { to: day("2025-12-31") },
    });
    expect([chart, trial]).toEqual(["xmr", false]);
    expect(points[0]).toMatchObject({ n: 10, numerator: 9, value: 0.9, high: 1 });
    expect(points[0]?.low).toBe(0);
  });

  it("marks seven on one side of the center, which a gap breaks", () => {
    const high = Array.from({ length: 7 }, () => [15, 20] as const);
    const low = Array.from({ length: 6 }, () => [8, 20] as const);
    const marked = over(months([...low, ...high])).points.map(({ marks }) => marks.join(" "));
    expect(marked.slice(0, 13)).toEqual([...low.map(() => ""), ...high.map(() => "seven_one_side")]);
    const gap = over(months([...low, ...high.slice(0, 4), [0, 0], ...high.slice(0, 3)])).points;
    expect(gap[10]).toMatchObject({ n: 0, numerator: null, value: null, low: null, high: null, marks: [] });
    expect(gap.flatMap(({ marks }) => marks)).toEqual([]);
  });

  it("has no limits when everyone has the event in every period", () => {
    const { chart, center, points } = over(months(Array.from({ length: 12 }, () => [5, 5] as const)));
    expect([chart, center]).toEqual(["p", 1]);
    expect(
      points
        .slice(0, 12)
        .every(({ low, high, marks }) => low === null && high === null && marks.length === 0),
    ).toBe(true);
  });
});

describe("laws", () => {
  it("no number is anything but finite, periods follow each other, and order does not matter", () => {
    const every = fc.constantFrom<Every>("month", "quarter");
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...RATE_IDS, ...MEAN_IDS), every, (all, measure, each) => {
        const answer = over(all, { measure, every: each, question: HALF_YEAR });
        expect(over(all.toReversed(), { measure, every: each, question: HALF_YEAR })).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        for (const [place, { from, n, value }] of answer.points.entries()) {
          const before = answer.points[place - 1];
          if (before !== undefined) expect(addDays(before.to, 1)).toBe(from);
          expect(value === null).toBe(n === 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("nobody gives no points; a period reversed is an error", () => {
    expect(over([])).toMatchObject({ chart: "run", center: null, trial: true, points: [] });
    expect(() => over([], { question: { from: day("2026-06-30"), to: day("2025-01-01") } })).toThrow(
      RangeError,
    );
  });
});
