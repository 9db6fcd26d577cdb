import { describe, expect, test } from "vitest";
import { viewEpisode } from "../findings/episode-view.ts";
import { knownChart } from "../findings/known.ts";
import {
  chart,
  clock,
  day,
  EXAMPLE_SITE,
  medicationChange,
  result,
  screen,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { judgedScreens, lastScreens } from "./screen-marks.ts";

function shown(given: Partial<Chart>, asOf = "2026-06-30", count = 4) {
  const known = knownChart(chart(given), EXAMPLE_SITE, day(asOf));
  const view = viewEpisode(known, EXAMPLE_SITE, known.episodes[0]!);
  return lastScreens(judgedScreens(view), count);
}

const marks = (given: Partial<Chart>) => shown(given).map((one) => one.mark);
const positive = (analyte: string) => result(analyte, { result: "positive" });

describe("marks", () => {
  test.each([
    ["missed", { disposition: "missed", validity: null }, "missed", "Missed"],
    ["refused", { disposition: "refused", validity: null }, "refused", "Refused"],
    ["excused", { disposition: "excused", validity: null }, "excused", "Excused"],
    ["substituted", { validity: "substituted" }, "tampered", "Specimen substituted, counts as not given"],
    [
      "adulterated, whatever it showed",
      { validity: "adulterated", results: [positive("cocaine")] },
      "tampered",
      "Specimen adulterated, counts as not given",
    ],
    ["collected without a row", {}, "pending", "Collected, no result yet"],
    [
      "an analyte without a result",
      { results: [result("thc", { result: null })] },
      "pending",
      "No usable result for THC",
    ],
    [
      "preliminary",
      { results: [result("thc", { result: "positive", resultStatus: "preliminary" })] },
      "pending",
      "No usable result for THC",
    ],
    [
      "inconclusive",
      { results: [result("thc", { result: "inconclusive" })] },
      "pending",
      "No usable result for THC",
    ],
    [
      "not a listed analyte",
      { results: [positive("gabapentin")] },
      "pending",
      "No result of a listed analyte",
    ],
    ["negative", { results: [result("thc")] }, "negative", "THC negative"],
    [
      "negative, validity not reported",
      { validity: null, results: [result("thc"), result("cocaine")] },
      "negative",
      "2 analytes negative",
    ],
    [
      "dilute",
      { validity: "dilute", results: [result("thc")] },
      "dilute",
      "THC negative, not counted; specimen dilute",
    ],
    [
      "invalid",
      { validity: "invalid", results: [] },
      "invalid",
      "Collected, no result yet; specimen invalid",
    ],
  ] as const)("%s", (...[, given, mark, text]) => {
    expect(shown({ screens: [screen("s", "2026-03-02", given)] })).toEqual([
      { screenId: "s", on: "2026-03-02", mark, text },
    ]);
  });

  test("a positive within the window of admission may be carry-over, after it it is new", () => {
    const on = (date: string) => ({ screens: [screen("s", date, { results: [positive("thc")] })] });
    expect(shown(on("2026-03-09"))).toMatchObject([
      { mark: "carry_over", text: "Possible carry-over: THC until 2026-03-09" },
    ]);
    expect(shown(on("2026-03-10"))).toMatchObject([{ mark: "new_positive", text: "New positive: THC" }]);
  });

  test("a presumptive positive says that it is not confirmed", () => {
    const results = [result("cocaine", { result: "positive", method: "presumptive" })];
    expect(shown({ screens: [screen("s", "2026-03-10", { results })] })).toMatchObject([
      { text: "New positive: cocaine (presumptive, not confirmed)" },
    ]);
  });

  test("what a prescription explains is prescribed, new use beside it is not hidden", () => {
    const medicationChanges = [medicationChange("m", "2026-02-02", { medication: "Suboxone 8/2 film" })];
    const results = [positive("buprenorphine"), positive("norbuprenorphine"), result("cocaine")];
    expect(shown({ medicationChanges, screens: [screen("s", "2026-03-10", { results })] })).toMatchObject([
      { mark: "prescribed", text: "Prescribed: buprenorphine and norbuprenorphine; cocaine negative" },
    ]);
    const more = [...results.slice(0, 2), positive("cocaine")];
    expect(marks({ medicationChanges, screens: [screen("s", "2026-03-10", { results: more })] })).toEqual([
      "new_positive",
    ]);
  });

  test("a dilute specimen asks for another one before carry-over, not before new use", () => {
    const dilute = (date: string, analyte: string) =>
      marks({ screens: [screen("s", date, { validity: "dilute", results: [positive(analyte)] })] });
    expect(dilute("2026-03-02", "thc")).toEqual(["dilute"]);
    expect(dilute("2026-03-02", "cocaine")).toEqual(["new_positive"]);
  });

  test("negative for some and awaited for others is not negative", () => {
    const results = [result("cocaine"), result("fentanyl", { result: null })];
    expect(shown({ screens: [screen("s", "2026-03-02", { results })] })).toMatchObject([
      { mark: "pending", text: "Cocaine negative; no usable result for fentanyl" },
    ]);
  });

  test("a screen counts for the confirmed result, not for what a first test suggested", () => {
    const results = [
      result("cocaine", { method: "presumptive", result: "positive" }),
      result("cocaine", { method: "definitive", result: "negative" }),
    ];
    expect(marks({ screens: [screen("s", "2026-03-02", { results })] })).toEqual(["negative"]);
  });
});

test("the last four are shown, the oldest first, as known on the day", () => {
  const screens = ["02", "04", "06", "08", "10", "12"].map((date) =>
    screen(`s-${date}`, `2026-03-${date}`, {
      results: [result("thc", { recordedAt: clock(`2026-03-${date}T20:00`) })],
    }),
  );
  const ids = (asOf: string) => shown({ screens: screens.toReversed() }, asOf).map((one) => one.screenId);
  expect(ids("2026-03-11")).toEqual(["s-04", "s-06", "s-08", "s-10"]);
  expect(ids("2026-03-04")).toEqual(["s-02", "s-04"]);
  expect(ids("2026-03-01")).toEqual([]);
});
