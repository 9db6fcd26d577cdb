import { describe, expect, test } from "vitest";
import { chart, day, EXAMPLE_SITE, episode } from "../records/example-chart.ts";
import { belonging, episodeAt } from "./belonging.ts";
import { phaseOf } from "./episode-view.ts";
import { knownChart } from "./known.ts";

const stay = (episodeId: string, admitted: string, discharged: string | null = null) =>
  episode({
    episodeId,
    admittedOn: day(admitted),
    dischargedOn: discharged === null ? null : day(discharged),
  });

const ownerOf = (stays: ReturnType<typeof stay>[], date: string, asOf = "2026-12-31") =>
  episodeAt(knownChart(chart({ episodes: stays }), EXAMPLE_SITE, day(asOf)), day(date))?.episodeId ?? null;

describe("belonging", () => {
  test("from admission to discharge, and 14 days before and 7 after", () => {
    const one = [stay("a", "2026-02-15", "2026-03-10")];
    expect(
      ["2026-01-31", "2026-02-01", "2026-02-15", "2026-03-10", "2026-03-17", "2026-03-18"].map((date) =>
        ownerOf(one, date),
      ),
    ).toEqual([null, "a", "a", "a", "a", null]);
  });

  test("an active stay goes to the date asked for, and a discharge after it is not yet known", () => {
    expect(ownerOf([stay("a", "2026-02-15")], "2026-12-31")).toBe("a");
    expect(ownerOf([stay("a", "2026-02-15", "2026-03-10")], "2026-03-05", "2026-03-05")).toBe("a");
  });

  test("inside two stays, the later admission; of one day, the later identifier", () => {
    expect(ownerOf([stay("b", "2026-02-01"), stay("a", "2026-03-01")], "2026-03-05")).toBe("a");
    expect(ownerOf([stay("b", "2026-02-01"), stay("a", "2026-02-01")], "2026-03-05")).toBe("b");
    const readmitted = [stay("b", "2026-02-01", "2026-03-01"), stay("a", "2026-03-01")];
    expect(ownerOf(readmitted, "2026-03-01")).toBe("a");
    expect(ownerOf(readmitted, "2026-02-28")).toBe("b");
  });

  test("a stay goes before any window; of windows the later admission", () => {
    const two = [stay("a", "2026-02-01", "2026-03-01"), stay("b", "2026-03-10")];
    expect(ownerOf(two, "2026-02-27")).toBe("a");
    expect(ownerOf(two, "2026-03-02")).toBe("b");
    expect(ownerOf(two, "2026-03-02", "2026-03-09")).toBe("a");
    const apart = [stay("a", "2026-02-01", "2026-03-01"), stay("b", "2026-03-20")];
    expect(["2026-03-05", "2026-03-06", "2026-03-08"].map((date) => ownerOf(apart, date))).toEqual([
      "a",
      "b",
      "b",
    ]);
  });

  test("an episode admitted after the date takes nothing", () => {
    expect(ownerOf([stay("a", "2026-03-10")], "2026-03-05", "2026-03-09")).toBeNull();
    expect(ownerOf([stay("a", "2026-03-10")], "2026-03-05", "2026-03-10")).toBe("a");
  });

  test("picks out an episode's own records, in order", () => {
    const episodes = [stay("a", "2026-02-01", "2026-02-20"), stay("b", "2026-02-10")];
    const known = knownChart(chart({ episodes }), EXAMPLE_SITE, day("2026-03-01"));
    const records = ["2026-01-20", "2026-02-09", "2026-02-10", "2026-02-21"].map((on) => ({ on: day(on) }));
    expect(belonging(known, episodes[0]!, records).map(({ on }) => on)).toEqual(["2026-01-20", "2026-02-09"]);
  });
});

describe("phase", () => {
  test("active from admission until the day before discharge", () => {
    const one = stay("a", "2026-02-15", "2026-03-10");
    const phases = [
      "2026-01-31",
      "2026-02-01",
      "2026-02-14",
      "2026-02-15",
      "2026-03-09",
      "2026-03-10",
      "2026-03-17",
      "2026-03-18",
    ];
    expect(phases.map((date) => phaseOf(one, day(date)))).toEqual([
      null,
      "window",
      "window",
      "active",
      "active",
      "window",
      "window",
      null,
    ]);
  });

  test("admitted and discharged on one day is never active", () => {
    expect(phaseOf(stay("a", "2026-02-15", "2026-02-15"), day("2026-02-15"))).toBe("window");
  });
});
