import type { ComparedGroup, Estimate, GroupComparison } from "@soundings/clinical";
import { NOT_RECORDED, parseCalendarDate } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { comparedName, countsTitle, estimateWords, setOf, valueWords } from "./compared.ts";
import { funnelOf, inOrderOfNames, intervalsOf } from "./figures.ts";
import {
  dispersionWords,
  emptyWords,
  findingWords,
  modelWords,
  noFunnelWords,
  notDrawnWords,
  notShownWords,
  placeWords,
  unfittedWords,
} from "./words.ts";

function day(text: string) {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const NOTHING: Estimate = { n: 0, numerator: null, value: null, low: null, high: null };

function share(numerator: number, n: number, low: number, high: number): Estimate {
  return { n, numerator, value: numerator / n, low, high };
}

function group(value: string, given: Partial<ComparedGroup> = {}): ComparedGroup {
  return {
    value,
    episodes: 50,
    observed: share(20, 40, 0.35, 0.65),
    adjusted: null,
    shrunken: null,
    place: null,
    ...given,
  };
}

function comparison(given: Partial<GroupComparison> = {}): GroupComparison {
  return {
    question: { from: day("2025-11-01"), to: day("2026-10-31"), asOf: day("2026-11-22"), filter: {} },
    definitions: 1,
    rules: "1",
    by: "program",
    measure: "reliable-improvement",
    whole: share(60, 120, 0.41, 0.59),
    groups: [group("P1"), group("P2")],
    notShown: { groups: 0, episodes: 0 },
    funnel: null,
    model: { fitted: false, reason: "too_few", n: 12 },
    ...given,
  };
}

const same = (value: string) => value;
const FITTED = {
  fitted: true,
  kind: "logistic",
  n: 110,
  events: 55,
  terms: [],
  fit: 0.714,
  calibration: [],
} as const;
const FUNNEL = { theta: 0.5, adjusted: false, phi: 1.2, tau2: 0, limits: [] } as const;

describe("what is compared", () => {
  it("never says recovery without what it is", () => {
    expect(comparedName("recovery")).toContain("Symptom recovery");
    expect(comparedName("recovery")).toContain("PHQ-9 below 10 and GAD-7 below 8");
    expect(comparedName("gad-7-fall")).toBe("Mean fall of GAD-7");
  });

  it("writes shares as whole percentages and means in points", () => {
    expect(estimateWords("completion", share(61, 97, 0.5296, 0.7185))).toBe("63\u00a0%, 53–72\u00a0%");
    expect(valueWords("phq-9-fall", -0.44)).toBe("−0.4\u00a0points");
    expect(estimateWords("phq-9-fall", { n: 4, numerator: null, value: 5.21, low: 4.06, high: 6.34 })).toBe(
      "5.2\u00a0points, 4.1 to 6.3",
    );
    expect(estimateWords("completion", NOTHING)).toBe("no data");
  });

  it("says a value without an interval alone: one patient has a mean and no interval", () => {
    const one = { n: 1, numerator: null, value: 7, low: null, high: null };
    expect(estimateWords("phq-9-fall", one)).toBe("7.0\u00a0points");
  });

  it("says what its counts are", () => {
    expect(countsTitle("phq-9-fall")).toBe("With both scores");
    expect(countsTitle("weekly-measurement")).toContain("Weeks");
    expect(countsTitle("recovery")).not.toContain("Weeks");
  });

  it("leads a mean to those with both scores, and its left out to those without", () => {
    expect(setOf("gad-7-fall", "left-out")).toEqual({ of: "unpaired", instrument: "gad-7" });
    expect(setOf("gad-7-fall", "numerator")).toEqual({ of: "paired", instrument: "gad-7" });
    expect(setOf("completion", "numerator")).toEqual({
      of: "measure",
      measure: "completion",
      part: "numerator",
    });
  });
});

describe("the figures", () => {
  it("keeps one axis from 0 that holds every interval, adjusted ones too", () => {
    const wide = group("P1", { adjusted: share(20, 40, 0.3, 0.83) });
    const answer = comparison({ groups: [wide, group("P2")], model: FITTED });
    expect(intervalsOf(answer, same, "observed").axis).toEqual({ from: 0, to: 0.9 });
    expect(intervalsOf(answer, same, "adjusted").axis).toEqual({ from: 0, to: 0.9 });
  });

  it("never draws an axis beyond all or without width", () => {
    const all = comparison({ whole: share(5, 5, 0.57, 1), groups: [group("P1", { observed: NOTHING })] });
    expect(intervalsOf(all, same, "observed").axis).toEqual({ from: 0, to: 1 });
    const none = comparison({ whole: NOTHING, groups: [group("P1", { observed: NOTHING })] });
    expect(intervalsOf(none, same, "observed").axis).toEqual({ from: 0, to: 0.1 });
    expect(intervalsOf(none, same, "observed").reference).toBeNull();
  });

  it("holds 0 on an axis of points, also where a mean has risen", () => {
    const fall = { n: 9, numerator: null, value: -1.2, low: -3.4, high: 1 };
    const answer = comparison({
      measure: "phq-9-fall",
      whole: fall,
      groups: [group("P1", { observed: fall })],
    });
    expect(intervalsOf(answer, same, "observed").axis).toEqual({ from: -4, to: 1 });
    expect(intervalsOf(answer, same, "observed").unit).toBe("points");
  });

  it("draws toward the whole beside the adjusted value when there is one, else beside the observed", () => {
    const drawn = { shrunken: { value: 0.48, weight: 0.4 }, adjusted: share(20, 40, 0.3, 0.6) };
    const fitted = comparison({ groups: [group("P1", drawn)], model: FITTED });
    expect(intervalsOf(fitted, same, "observed").rows[0]?.beside).toBeUndefined();
    expect(intervalsOf(fitted, same, "adjusted").rows[0]?.beside?.value).toBe(0.48);
    const unfitted = comparison({ groups: [group("P1", drawn)] });
    expect(intervalsOf(unfitted, same, "observed").rows[0]?.beside?.value).toBe(0.48);
  });

  it("shows a group of which nothing is known as such, not as 0", () => {
    const answer = comparison({ groups: [group("P1", { observed: NOTHING })] });
    expect(intervalsOf(answer, same, "observed").rows[0]).toMatchObject({ n: 0, value: null, low: null });
  });

  it("puts on the funnel the values that the funnel is of, and none without a place", () => {
    const groups = [
      group("P1", { place: "within", adjusted: share(10, 40, 0.1, 0.4) }),
      group("P2", { place: null }),
      group("P3", { place: "within", adjusted: null }),
    ];
    const adjusted = comparison({ groups, model: FITTED, funnel: { ...FUNNEL, adjusted: true } });
    expect(funnelOf(adjusted, same)?.points).toEqual([
      { key: "P1", label: "P1", n: 40, value: 0.25, place: "within" },
    ]);
    const observed = comparison({ groups, funnel: FUNNEL });
    expect(funnelOf(observed, same)?.points.map(({ key, value }) => [key, value])).toEqual([
      ["P1", 0.5],
      ["P3", 0.5],
    ]);
    expect(funnelOf(comparison(), same)).toBeNull();
  });

  it("draws the line of adjusted values where those stand on whom the model was made, not where all do", () => {
    const lineOf = (answer: GroupComparison) => intervalsOf(answer, same, "adjusted").reference;
    const few = comparison({
      model: { ...FITTED, n: 100, events: 40 },
      funnel: { ...FUNNEL, adjusted: true },
    });
    expect(lineOf(few)).toEqual({ value: 0.4, label: "All with both scores at the start" });
    expect(intervalsOf(few, same, "observed").reference).toEqual({ value: 0.5, label: "All together" });
    expect(funnelOf(few, same)?.thetaLabel).toBe("All with both scores at the start");
    const all = comparison({ model: { ...FITTED, n: 120, events: 60 } });
    expect(lineOf(all)).toEqual({ value: 0.5, label: "All together" });
    expect(lineOf(comparison({ model: { ...FITTED, kind: "linear", events: null } }))).toBeNull();
  });

  it("orders therapists by the names on screen, those not recorded last, and nobody by outcome", () => {
    const names = new Map([
      ["T-1", "Zoe"],
      ["T-2", "Ann"],
    ]);
    const nameOf = (value: string) => names.get(value) ?? "Not recorded";
    const groups = [group("T-1"), group("T-2"), group(NOT_RECORDED)];
    const answer = comparison({ by: "therapist", groups });
    expect(inOrderOfNames(answer, nameOf).groups.map(({ value }) => value)).toEqual([
      "T-2",
      "T-1",
      NOT_RECORDED,
    ]);
    const levels = comparison({ by: "level", groups: [group("php"), group("iop")] });
    expect(inOrderOfNames(levels, same).groups.map(({ value }) => value)).toEqual(["php", "iop"]);
  });
});

describe("what is said", () => {
  it("says overdispersion with both numbers", () => {
    expect(dispersionWords({ phi: 2.5227, tau2: 0.010755 })).toContain("φ = 2.52, τ² = 0.011");
    expect(dispersionWords({ phi: 0.61, tau2: 0 })).toContain("not widened (φ = 0.61, τ² = 0)");
  });

  it("says first whom the funnel finds, and what chance does", () => {
    const places = (...all: ComparedGroup["place"][]) => ({
      funnel: FUNNEL,
      groups: all.map((place, at) => group(`P${at + 1}`, { place })),
    });
    expect(findingWords({ funnel: null, groups: [] }, same)).toBeNull();
    expect(findingWords(places("within", "within", "within", null), same)).toMatch(
      /^All 3 groups lie within/,
    );
    const found = findingWords(places("within", "outside_998", "outside_95"), same);
    expect(found).toMatch(
      /99\.8\u00a0% limits of the funnel: P2\. .*95\u00a0% limits of the funnel: P3\. Chance/,
    );
  });

  it("says why nothing is drawn toward the whole, and nothing where something is", () => {
    const drawn = group("P1", { shrunken: { value: 0.5, weight: 0.4 } });
    expect(notDrawnWords(comparison({ groups: [drawn, group("P2"), group("P3")] }))).toBeNull();
    expect(notDrawnWords(comparison())).toContain("three or more");
    expect(notDrawnWords(comparison({ measure: "weekly-measurement" }))).toContain("weeks of one stay");
  });

  it("says why there is no funnel", () => {
    expect(noFunnelWords(comparison({ measure: "phq-9-fall" }))).toContain("a mean");
    expect(noFunnelWords(comparison({ measure: "weekly-measurement" }))).toContain("weeks of one stay");
    expect(noFunnelWords(comparison({ whole: share(0, 9, 0, 0.3) }))).toContain("no width");
    expect(noFunnelWords(comparison())).toContain("three or more");
    const unrecorded = [group("P1"), group("P2"), group(NOT_RECORDED)];
    expect(noFunnelWords(comparison({ groups: unrecorded }))).toContain("three or more");
  });

  it("says why there is no adjusted figure, of how many", () => {
    expect(unfittedWords({ reason: "too_few", n: 1 })).toContain("1 stay ");
    expect(unfittedWords({ reason: "not_about_severity", n: 80 })).not.toContain("80");
  });

  it("says how well the model fits in the terms of its kind", () => {
    expect(modelWords(FITTED).fit).toMatch(/^AUC 0\.71/);
    expect(modelWords({ ...FITTED, kind: "linear", events: null }).fit).toMatch(/^R² 0\.71/);
  });

  it("counts the therapists who are not shown", () => {
    expect(notShownWords({ groups: 0, episodes: 0 })).toBeNull();
    expect(notShownWords({ groups: 1, episodes: 7 })).toBe(
      "1 therapist with fewer than 20 ended stays (7 ended stays) is not shown one by one, and is part of the whole.",
    );
  });

  it("names the limit that a point is beyond", () => {
    expect(placeWords("outside_95")).toContain("within the 99.8 % limit");
    expect(placeWords(null)).toBe("not on the funnel");
  });

  it("says what is missing where there is nothing to compare", () => {
    expect(emptyWords(comparison())).toBeNull();
    expect(emptyWords(comparison({ groups: [] }))?.title).toContain("Nobody was discharged");
    expect(emptyWords(comparison({ groups: [], notShown: { groups: 3, episodes: 20 } }))?.title).toContain(
      "No therapist",
    );
    expect(emptyWords(comparison({ groups: [group("P1")] }))?.title).toBe("One group only, by program.");
    expect(emptyWords(comparison({ whole: NOTHING }))?.title).toContain("denominator");
  });
});
