import { describe, expect, it } from "vitest";
import { day, EXAMPLE_SITE } from "../records/example-chart.ts";
import { facts, HALF_YEAR, measured } from "./example-facts.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { outcomesOf } from "./outcomes.ts";
import { overviewOf } from "./overview.ts";
import { periodBefore, yearBefore } from "./period.ts";

const period = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe("the year before", () => {
  it.each([
    ["2026-01-01", "2026-06-30", "2025-01-01", "2025-06-30"],
    ["2024-03-01", "2025-02-28", "2023-03-01", "2024-02-29"],
    ["2023-03-01", "2024-02-29", "2022-03-01", "2023-02-28"],
    ["2024-02-29", "2024-03-31", "2023-03-01", "2023-03-31"],
    ["2026-05-05", "2026-05-05", "2025-05-05", "2025-05-05"],
    ["2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28"],
    ["0001-01-01", "9999-12-31", "0001-01-01", "9998-12-30"],
  ])("of %s to %s is %s to %s", (from, to, first, last) => {
    expect(yearBefore(period(from, to))).toEqual(period(first, last));
  });
});

describe("the period before", () => {
  it.each([
    ["2026-04-01", "2026-06-30", "2026-01-01", "2026-03-31"],
    ["2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"],
    ["2026-03-02", "2026-03-15", "2026-02-16", "2026-03-01"],
  ])("of %s to %s is %s to %s", (from, to, first, last) => {
    expect(periodBefore(period(from, to))).toEqual(period(first, last));
  });
});

describe("overviewOf", () => {
  const inYear = (year: number, place: number, given: EpisodeFacts): EpisodeFacts => ({
    ...given,
    episodeId: `e-${year}-${place}`,
    admittedOn: day(`${year}-02-02`),
    dischargedOn: day(`${year}-03-30`),
  });
  const better = measured([20, 5], [14, 3]);
  const same = measured([20, 20], [14, 14], { dischargeReason: "lost_contact" });
  const all = [
    inYear(2026, 1, better),
    inYear(2026, 2, better),
    inYear(2026, 3, same),
    inYear(2025, 1, better),
    inYear(2025, 2, same),
    { ...inYear(2026, 4, same), programId: "php" },
  ];
  const question = { ...HALF_YEAR, filter: { program: "iop" } };

  it("counts the longest runs of those with a scheduled screen only", () => {
    const screened = (longestRun: number, scheduled: number) => ({
      ...better,
      screens: { negative: longestRun, submitted: scheduled, scheduled, longestRun },
    });
    const people = [screened(4, 6), screened(0, 3), screened(0, 0)];
    const asked = people.map((one, place) => inYear(2026, place, one));
    const { longestRuns } = overviewOf(asked, EXAMPLE_SITE, question, null);
    expect(longestRuns).toEqual([
      { run: 0, episodes: 1 },
      { run: 4, episodes: 1 },
    ]);
  });

  it("has the same answer as the question itself, and the completers beside it", () => {
    const overview = overviewOf(all, EXAMPLE_SITE, question, null);
    expect(overview.all).toEqual(outcomesOf(all, EXAMPLE_SITE, question));
    expect(overview.all.measures.recovery).toMatchObject({ numerator: 2, denominator: 3 });
    expect(overview.completers.measures.recovery).toMatchObject({ numerator: 2, denominator: 2 });
    expect(overview.completers.flow.discharged).toBe(2);
    expect(overview.completers.retention).toMatchObject({ n: 0, curve: [], median: null });
    expect(overview).toMatchObject({ question, definitions: 1, rules: "1", against: null });
  });

  it("sums up in five figures, and those of the year before", () => {
    const { five, all: json } = overviewOf(all, EXAMPLE_SITE, question, null);
    expect(five.now.improvement).toMatchObject({ numerator: 2, denominator: 3 });
    expect(five.yearBefore?.improvement).toMatchObject({ numerator: 1, denominator: 2 });
    expect(five.now.phq9Effect).toMatchObject({ n: 3, g: json.change["phq-9"].g });
    expect(five.yearBefore?.retention60).toMatchObject({ n: 2, survival: null });
    expect(five.now.measured).toEqual(json.measures["measured-at-discharge"]);
  });

  it("has no figures of the year before of a therapist of whom fewer than twenty stays ended in it", () => {
    const stays = (year: number, count: number) =>
      Array.from({ length: count }, (_, place) => ({ ...inYear(year, place, better), therapistId: "t-1" }));
    const before = (count: number) => {
      const asked = { ...HALF_YEAR, filter: { therapist: "t-1" } };
      return overviewOf([...stays(2026, 20), ...stays(2025, count)], EXAMPLE_SITE, asked, null).five
        .yearBefore;
    };
    expect(before(19)).toBeNull();
    expect(before(20)?.recovery).toMatchObject({ numerator: 20, denominator: 20 });
  });

  it("compares with the year before, with the interval of the difference", () => {
    const { against } = overviewOf(all, EXAMPLE_SITE, question, "previous_year");
    expect(against).toMatchObject({ kind: "previous_year", from: "2025-01-01", to: "2025-06-30" });
    const difference = against?.differences.recovery;
    expect(difference?.value).toBeCloseTo(2 / 3 - 1 / 2, 12);
    expect(difference?.low).toBeLessThan(0);
    expect(difference?.high).toBeGreaterThan(0.5);
  });

  it("compares with all programs, of which it is a part, without an interval", () => {
    const { against } = overviewOf(all, EXAMPLE_SITE, question, "all_programs");
    expect(against?.json.program_id).toBeNull();
    expect(against?.json.measures.recovery).toMatchObject({ numerator: 2, denominator: 4 });
    expect(against?.differences.recovery).toEqual({ value: 2 / 3 - 1 / 2, low: null, high: null });
  });

  it("gives no interval between periods that overlap, where the same stays are on both sides", () => {
    const twoYears = { ...question, from: day("2024-07-01") };
    const { against } = overviewOf(all, EXAMPLE_SITE, twoYears, "previous_year");
    expect(against).toMatchObject({ from: "2023-07-01", to: "2025-06-30" });
    expect(against?.differences.recovery).toEqual({ value: 3 / 5 - 1 / 2, low: null, high: null });
  });

  it("gives the difference of weekly measurement no interval: weeks of one stay are alike", () => {
    const weeks = all.map((one) => ({ ...one, weeks: { expected: 4, measured: [0] } }));
    const { against } = overviewOf(weeks, EXAMPLE_SITE, question, "previous_year");
    expect(against?.differences["weekly-measurement"]).toEqual({ value: 0, low: null, high: null });
    expect(against?.differences.completion.low).not.toBeNull();
  });

  it("counts by week of stay", () => {
    const { weeks } = overviewOf(
      [
        facts({ weeks: { expected: 3, measured: [2] } }),
        facts({ episodeId: "e-2", weeks: { expected: 1, measured: [0] } }),
      ],
      EXAMPLE_SITE,
      HALF_YEAR,
      null,
    );
    expect(weeks).toEqual([
      { week: 0, expected: 2, measured: 1 },
      { week: 1, expected: 1, measured: 0 },
      { week: 2, expected: 1, measured: 1 },
    ]);
  });

  it("of nobody says nothing and does not fail", () => {
    const { against, weeks, beforeAfter } = overviewOf([], EXAMPLE_SITE, HALF_YEAR, "previous_period");
    expect(against?.differences.completion).toEqual({ value: null, low: null, high: null });
    expect([weeks, beforeAfter]).toEqual([[], { "phq-9": [], "gad-7": [] }]);
  });
});
