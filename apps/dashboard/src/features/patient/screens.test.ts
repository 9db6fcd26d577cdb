import type { ScreenOnTimeline, ScreenResultMark, ScreenStatistics } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { day } from "../../charts/lane.fixture.ts";
import {
  cutoffWords,
  factNames,
  factUnit,
  footnotes,
  lackingWords,
  type NotableResult,
  noResultWord,
  notableResults,
  screenWords,
  shownSigns,
  statisticsWords,
  unrecognizedWords,
} from "./screen-words.ts";

function result(analyte: string, more: Partial<ScreenResultMark> = {}): ScreenResultMark {
  return {
    analyte,
    method: "presumptive",
    result: "negative",
    resultStatus: "final",
    mark: "negative",
    carryOverUntil: null,
    value: null,
    unit: "ng/mL",
    cutoff: "500",
    text: `${analyte} negative`,
    interference: null,
    ...more,
  };
}

function screen(
  n: number,
  results: readonly ScreenResultMark[],
  more: Partial<ScreenOnTimeline> = {},
): ScreenOnTimeline {
  return {
    screenId: `x${n}`,
    on: day(n),
    scheduledOn: day(n),
    collectedAt: null,
    disposition: "collected",
    specimen: "urine",
    validity: "valid",
    mark: "negative",
    text: "negative",
    results,
    specimenFacts: [],
    ...more,
  };
}

const COUNTS: ScreenStatistics = {
  negative: 8,
  submitted: 10,
  scheduled: 12,
  longestRun: 5,
  longestRunFrom: day(0),
  longestRunTo: day(28),
  currentRun: 2,
};

describe("an empty cell", () => {
  it("says why a whole screen has no result, and a negative is never made of it", () => {
    expect(noResultWord(screen(1, [], { disposition: "missed" }))).toBe("missed");
    expect(noResultWord(screen(1, [], { disposition: "refused" }))).toBe("refused");
    expect(noResultWord(screen(1, [], { disposition: "excused" }))).toBe("excused");
    expect(noResultWord(screen(1, []))).toBe("pending");
    expect(noResultWord(screen(1, [result("thc")]))).toBeNull();
  });

  it("keeps the day for which it was planned", () => {
    expect(screenWords(screen(3, [], { scheduledOn: day(1), text: "missed" }))).toBe(
      "Jan 8, 2026: missed, scheduled for Jan 6",
    );
  });
});

describe("cut-offs", () => {
  it("are said once where they are one, and all where they differ", () => {
    expect(cutoffWords([screen(1, [result("thc")]), screen(8, [result("thc")])], "thc")).toBe(
      "cut-off 500 ng/mL",
    );
    const other = screen(8, [result("thc", { cutoff: "15", method: "definitive" })]);
    expect(cutoffWords([screen(1, [result("thc")]), other], "thc")).toBe(
      "cut-offs 500 ng/mL presumptive, 15 ng/mL definitive",
    );
    expect(cutoffWords([screen(1, [result("thc", { cutoff: null })])], "thc")).toBeNull();
  });
});

describe("what is not negative", () => {
  const positive = result("amphetamine", {
    mark: "new_positive",
    result: "positive",
    interference: "Bupropion can make it positive.",
  });
  const screens = [
    screen(1, [positive, result("thc")]),
    screen(8, [positive, result("methadone", { mark: "expected_absent" })]),
  ];

  const ids = (results: readonly NotableResult[]) =>
    results.map(({ screen: { screenId }, result: { mark } }) => [screenId, mark]);

  it("is listed with the newest first, a prescribed drug that is missing among it", () => {
    expect(ids(notableResults(screens).notable)).toEqual([
      ["x8", "new_positive"],
      ["x8", "expected_absent"],
      ["x1", "new_positive"],
    ]);
  });

  it("stands apart from what is positive as prescribed", () => {
    const { notable, prescribed } = notableResults([
      screen(1, [result("buprenorphine", { mark: "prescribed" }), result("thc", { mark: "pending" })]),
    ]);
    expect(ids(notable)).toEqual([]);
    expect(ids(prescribed)).toEqual([["x1", "prescribed"]]);
  });

  it("has each footnote once", () => {
    expect(footnotes(screens)).toEqual(["Bupropion can make it positive."]);
  });

  it("has each sign once in the legend", () => {
    const words = shownSigns(screens).map(({ word }) => word);
    expect(words).toHaveLength(new Set(words).size);
    expect(words).toEqual(expect.arrayContaining(["negative", "new positive"]));
  });

  it("shows a screen as lacking what is prescribed, where nothing in it asks for more", () => {
    const absent = result("methadone", { mark: "expected_absent" });
    const signsOf = (mark: ScreenOnTimeline["mark"]) =>
      shownSigns([{ ...screen(1, [absent]), mark }]).map(({ symbol }) => symbol);
    expect(signsOf("negative")).toEqual(["℞−"]);
    expect(signsOf("prescribed")).toEqual(["℞−"]);
    expect(signsOf("new_positive")).toEqual(["+", "℞−"]);
  });

  it("stands beside what no rule knows", () => {
    expect(unrecognizedWords([])).toBeNull();
    expect(unrecognizedWords(["Kava", "Saffron"])).toContain("Kava; Saffron");
  });
});

describe("counts of screens", () => {
  it("have both denominators", () => {
    expect(statisticsWords(COUNTS, day(28))).toEqual([
      ["Negative", "8 of 10 submitted (80 %); 8 of 12 scheduled and not excused (67 %)"],
      ["Longest run of negatives", "5 screens, Jan 5 to Feb 2"],
      ["Run at present", "2 screens"],
    ]);
  });

  it("say beside the run that its latest screen lacks what is prescribed", () => {
    const absent = result("methadone", { mark: "expected_absent" });
    const negative = result("methadone", { mark: "negative" });
    const missed = screen(3, [], { disposition: "missed" });
    const said = (screens: readonly ScreenOnTimeline[]) =>
      statisticsWords(COUNTS, day(28), lackingWords(screens)).at(-1)?.[1];
    expect(said([screen(1, [negative]), screen(2, [absent]), missed])).toBe(
      "2 screens; the latest counts as negative; methadone was absent though prescribed",
    );
    expect(said([screen(1, [absent]), screen(2, [negative])])).toBe("2 screens");
    const none = { ...COUNTS, currentRun: 0 };
    expect(statisticsWords(none, day(28), lackingWords([screen(1, [absent])])).at(-1)?.[1]).toBe("0 screens");
  });

  it("make no share of nothing", () => {
    const none = { ...COUNTS, negative: 0, submitted: 0, scheduled: 2, longestRun: 0, longestRunFrom: null };
    const [negative, longest] = statisticsWords(none, day(28));
    expect(negative?.[1]).toBe("no data of those submitted; 0 of 2 scheduled and not excused (0 %)");
    expect(longest?.[1]).toBe("0 screens");
  });

  it("name the facts of specimens once", () => {
    const fact = { name: "creatinine", value: "12", unit: "mg/dL" };
    expect(
      factNames([screen(1, [], { specimenFacts: [fact] }), screen(2, [], { specimenFacts: [fact] })]),
    ).toEqual(["creatinine"]);
  });

  it("name the unit of a fact once where all of its values share it", () => {
    const fact = (unit: string | null, n: number) =>
      screen(n, [], { specimenFacts: [{ name: "creatinine", value: "12", unit }] });
    expect(factUnit([fact("mg/dL", 1), fact("mg/dL", 2)], "creatinine")).toBe("mg/dL");
    expect(factUnit([fact("mg/dL", 1), fact("g/L", 2)], "creatinine")).toBeNull();
    expect(factUnit([fact("mg/dL", 1), fact(null, 2)], "creatinine")).toBeNull();
    expect(factUnit([fact(null, 1)], "creatinine")).toBeNull();
  });
});
