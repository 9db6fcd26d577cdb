import { describe, expect, test } from "vitest";
import { assessment, chart, clock, day, EXAMPLE_SITE, episode } from "../records/example-chart.ts";
import type { Assessment } from "../records/types.ts";
import { knownChart } from "./known.ts";
import { baselineOf, item9Days, scoredSeries } from "./series.ts";

const known = (assessments: readonly Assessment[]) =>
  knownChart(chart({ assessments }), EXAMPLE_SITE, day("2026-12-31")).assessments;
const phq = (id: string, on: string, given: Partial<Assessment>) =>
  assessment(id, on, { instrument: "phq-9", ...given });

describe("a series of scores", () => {
  test("keeps the last scored of each date, by when recorded, then identifier", () => {
    const points = scoredSeries(
      known([
        phq("a", "2026-03-01", { total: 5, recordedAt: clock("2026-03-01T12:00:00") }),
        phq("b", "2026-03-01", { total: 6 }),
        phq("c", "2026-03-01", {
          items: [1, ...Array(9).fill(null)],
          recordedAt: clock("2026-03-01T13:00:00"),
        }),
        phq("d", "2026-03-02", { total: 7 }),
        phq("e", "2026-03-02", { total: 8 }),
      ]),
      "phq-9",
    );
    expect(points.map(({ assessmentId, score }) => [assessmentId, score])).toEqual([
      ["a", 5],
      ["e", 8],
    ]);
  });
});

describe("baseline", () => {
  const admitted = episode({ admittedOn: day("2026-03-15") });
  const baseline = (...dates: string[]) =>
    baselineOf(scoredSeries(known(dates.map((on) => phq(on, on, { total: 10 }))), "phq-9"), admitted)?.on ??
    null;

  test("the latest of the 14 days before admission and of its day", () => {
    expect(baseline("2026-03-01", "2026-03-10", "2026-03-16")).toBe("2026-03-10");
    expect(baseline("2026-03-10", "2026-03-15", "2026-03-16")).toBe("2026-03-15");
    expect(baseline("2026-03-01")).toBe("2026-03-01");
    expect(baseline("2026-02-28")).toBeNull();
  });

  test("else the first of the 14 days after", () => {
    expect(baseline("2026-02-28", "2026-03-20", "2026-03-17")).toBe("2026-03-17");
    expect(baseline("2026-03-29")).toBe("2026-03-29");
    expect(baseline("2026-03-30")).toBeNull();
  });
});

describe("item 9 by date", () => {
  const span = { from: day("2026-03-01"), to: day("2026-03-31") };
  const answers = (...items: (number | null)[]) => [...items, ...Array(10 - items.length).fill(null)];

  test("the highest known answer of the date; null when none is known", () => {
    const days = item9Days(
      known([
        phq("a", "2026-03-01", { items: answers(1, 1, 1, 1, 1, 1, 1, 1, 1) }),
        phq("b", "2026-03-01", { items: answers(1, 1, 1, 1, 1, 1, 1, 1, 0) }),
        phq("c", "2026-03-01", { total: 20 }),
        phq("d", "2026-03-02", { total: 20 }),
        phq("e", "2026-03-02", { items: answers(null, 2) }),
        phq("f", "2026-04-01", { total: 3 }),
        assessment("g", "2026-03-03", { instrument: "gad-7", total: 3 }),
      ]),
      span,
    );
    expect(days).toEqual([
      { on: "2026-03-01", item9: 1, otherItemAnswered: true, assessmentId: "a" },
      { on: "2026-03-02", item9: null, otherItemAnswered: true, assessmentId: "e" },
    ]);
  });
});
