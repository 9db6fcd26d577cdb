import { describe, expect, test } from "vitest";
import type { LevelOfCare } from "../records/codes.ts";
import { chart, day, EXAMPLE_PROGRAM, EXAMPLE_SITE, placement } from "../records/example-chart.ts";
import { knownChart } from "./known.ts";
import { presentLevel } from "./level.ts";

type Given = readonly [level: LevelOfCare, from: string, to: string | null];

const levelOn = (asOf: string, ...placements: Given[]) => {
  const records = placements.map(([levelOfCare, from, to]) =>
    placement({ levelOfCare, startedOn: day(from), endedOn: to === null ? null : day(to) }),
  );
  const known = knownChart(chart({ placements: records }), EXAMPLE_SITE, day(asOf));
  const { level, since, daysAtLevel, isProgramsOwn } = presentLevel(
    known.placements,
    EXAMPLE_PROGRAM,
    day(asOf),
  );
  return [level, since, daysAtLevel, isProgramsOwn];
};

describe("present level", () => {
  test("without a placement it is the program's, and no time is known", () => {
    expect(levelOn("2026-03-01")).toEqual(["iop", null, null, false]);
    expect(levelOn("2026-03-01", ["php", "2026-02-01", "2026-03-01"])).toEqual(["iop", null, null, false]);
    expect(levelOn("2026-03-01", ["php", "2026-03-02", null])).toEqual(["iop", null, null, false]);
  });

  test("of those begun and not ended, the one begun last; its own last day is already over", () => {
    expect(levelOn("2026-03-01", ["php", "2026-02-01", "2026-03-02"], ["iop", "2026-02-20", null])).toEqual([
      "iop",
      "2026-02-20",
      9,
      true,
    ]);
    expect(levelOn("2026-03-01", ["php", "2026-02-01", null], ["iop", "2026-02-20", "2026-03-01"])).toEqual([
      "php",
      "2026-02-01",
      28,
      false,
    ]);
  });

  test("time counts from the first of unbroken placements at the level", () => {
    const then = (end: string) =>
      levelOn("2026-03-01", ["iop", "2026-02-01", end], ["iop", "2026-02-11", null]).slice(1, 3);
    expect(then("2026-02-10")).toEqual(["2026-02-01", 28]);
    expect(then("2026-02-09")).toEqual(["2026-02-11", 18]);
    expect(then("2026-02-15")).toEqual(["2026-02-01", 28]);
  });

  test("another level between breaks it", () => {
    expect(
      levelOn(
        "2026-03-01",
        ["iop", "2026-02-01", "2026-02-05"],
        ["php", "2026-02-06", "2026-02-10"],
        ["iop", "2026-02-11", null],
      ),
    ).toEqual(["iop", "2026-02-11", 18, true]);
  });
});
