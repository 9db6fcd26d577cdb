import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/civil.ts";
import { DISCHARGE_REASONS } from "../records/codes.ts";
import { day, EXAMPLE_PROGRAM, EXAMPLE_SITE } from "../records/example-chart.ts";
import { AS_OF, anyFacts, facts, HALF_YEAR, measured } from "./example-facts.ts";
import type { EpisodeFacts } from "./facts.types.ts";
import { MEASURE_IDS, type MeasureId } from "./json.ts";
import { MEASURES, measureOf } from "./measures.ts";
import { outcomesOf } from "./outcomes.ts";

const ofAll = (all: readonly EpisodeFacts[]) => outcomesOf(all, EXAMPLE_SITE, HALF_YEAR);

/** Numerators of one episode, null where it is not in the denominator. */
function judged(one: EpisodeFacts, ids: readonly MeasureId[]): readonly (boolean | null)[] {
  return ids.map((id) => (measureOf(id).counts(one) ? measureOf(id).has(one) : null));
}

describe("measures", () => {
  const NHS: readonly MeasureId[] = [
    "reliable-improvement",
    "reliable-deterioration",
    "recovery",
    "reliable-recovery",
  ];
  it.each([
    [16, 14, 9, 7, [true, false, true, true]],
    [16, 14, 10, 9, [true, false, false, false]],
    [11, 9, 8, 7, [false, false, true, false]],
    [16, 14, 9, 18, [false, false, false, false]],
    [9, 7, 3, 3, [true, false, null, null]],
    [12, 6, 19, 6, [false, true, false, false]],
    [10, 7, 9, 8, [false, false, false, false]],
  ])("judge %i,%i → %i,%i as NHS Talking Therapies do", (...row) => {
    const [phq1, gad1, phq2, gad2, expected] = row;
    expect(judged(measured([phq1, phq2], [gad1, gad2]), NHS)).toEqual(expected);
  });

  const PHQ9: readonly MeasureId[] = [
    "phq9-response",
    "phq9-remission",
    "phq9-clinically-important-improvement",
  ];
  it.each([
    [10, 5, [true, false, true]],
    [10, 4, [true, true, true]],
    [11, 6, [false, false, true]],
    [11, 5, [true, false, true]],
    [9, 4, [null, null, true]],
    [9, 5, [null, null, false]],
    [20, 20, [false, false, false]],
  ])("judge a PHQ-9 of %i, then %i", (pre, post, expected) => {
    expect(judged(measured([pre, post], [null, null]), PHQ9)).toEqual(expected);
  });

  it.each(DISCHARGE_REASONS.map((reason) => [reason]))("know what %s is", (dischargeReason) => {
    const planned = ["completed", "transferred_down"].includes(dischargeReason);
    const left = ["against_advice", "lost_contact"].includes(dischargeReason);
    expect(judged(facts({ dischargeReason }), ["completion", "against-advice"])).toEqual([planned, left]);
  });

  it("say in words what they are, and never recovery alone", () => {
    for (const { name, denominator, numerator, source } of MEASURES) {
      for (const words of [name, denominator, numerator, source]) expect(words).not.toBe("");
      expect(name).not.toMatch(/^Recovery/);
      if (/recovery/i.test(name)) expect(name).toContain("PHQ-9 below 10 and GAD-7 below 8");
    }
    expect(MEASURES.map(({ id }) => id)).toEqual(MEASURE_IDS);
  });
});

describe("cohorts", () => {
  it("are of the period, its first and last day included", () => {
    const dates = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((date) => day(date));
    const stays = dates.map((on, place) =>
      facts({ episodeId: `e-${place}`, admittedOn: on, dischargedOn: addDays(on, 0) }),
    );
    const json = ofAll(stays);
    expect([json.flow.discharged, json.retention.n]).toEqual([2, 2]);
  });

  it("hold nobody discharged or admitted after the day", () => {
    const question = { ...HALF_YEAR, asOf: day("2026-03-01") };
    const json = outcomesOf([facts()], EXAMPLE_SITE, question);
    expect([json.flow.discharged, json.retention.n]).toEqual([0, 1]);
  });

  it("are narrowed by every dimension, also to what is not recorded", () => {
    const php = { ...EXAMPLE_PROGRAM, programId: "php", levelOfCare: "php" as const };
    const site = { ...EXAMPLE_SITE, programs: new Map([...EXAMPLE_SITE.programs, ["php", php]]) };
    const stays = [
      facts({ track: "evening", diagnosis: "F11.20", age: 18, therapistId: "s-1", race: "white" }),
      facts({ episodeId: "e-2", programId: "php", diagnosis: "f33.1", age: 65 }),
      facts({ episodeId: "e-3", placedAt: "op", diagnosis: "F34.0", age: 17 }),
    ];
    const chosen = (filter: typeof HALF_YEAR.filter) =>
      outcomesOf(stays, site, { ...HALF_YEAR, filter }).screens.longest_negative_runs.map(
        (one) => one.episode_id,
      );
    expect(chosen({ program: "php" })).toEqual(["e-2"]);
    expect(chosen({ level: "op" })).toEqual(["e-3"]);
    expect(chosen({ level: "iop" })).toEqual(["e-1"]);
    expect(chosen({ level: "php" })).toEqual(["e-2"]);
    expect(chosen({ track: "not-recorded" })).toEqual(["e-2", "e-3"]);
    expect(chosen({ diagnosis: "opioids", age: "18-25", therapist: "s-1" })).toEqual(["e-1"]);
    expect(chosen({ diagnosis: "depression" })).toEqual(["e-2"]);
    expect(chosen({ diagnosis: "bipolar" })).toEqual(["e-3"]);
    expect(chosen({ age: "65-and-over" })).toEqual(["e-2"]);
    expect(chosen({ age: "under-18" })).toEqual(["e-3"]);
    expect(chosen({ race: "white", payer: "nobody" })).toEqual([]);
  });

  it("are refused of a period that ends before it begins", () => {
    const question = { ...HALF_YEAR, from: AS_OF, to: day("2026-06-29") };
    expect(() => outcomesOf([], EXAMPLE_SITE, question)).toThrow(RangeError);
  });
});

describe("the JSON", () => {
  it("of nobody is zeros and nulls", () => {
    const json = ofAll([]);
    expect(json).toMatchObject({
      as_of: "2026-06-30",
      from: "2026-01-01",
      to: "2026-06-30",
      program_id: null,
      flow: { discharged: 0, with_pre: 0, paired_phq9: 0, paired_gad7: 0, paired_both: 0 },
      attendance: { attended: 0, countable: 0, rate: null, low: null, high: null },
      screens: {
        negative: 0,
        submitted: 0,
        scheduled: 0,
        percent_negative_submitted: null,
        percent_negative_scheduled: null,
        longest_negative_runs: [],
      },
    });
    const nobody = { numerator: 0, denominator: 0, rate: null, low: null, high: null };
    expect(json.measures.recovery).toEqual({ ...nobody, bounds: [null, null] });
    expect(json.measures.completion).toEqual(nobody);
    const at = (on: number) => ({ day: on, survival: null, at_risk: 0, low: null, high: null });
    expect(json.retention).toEqual({
      n: 0,
      events: 0,
      reason_unknown: 0,
      at: [at(30), at(60), at(90)],
      median: null,
      curve: [],
    });
  });

  it("names the program that was asked for, also one that is not on record", () => {
    const json = outcomesOf([facts()], EXAMPLE_SITE, { ...HALF_YEAR, filter: { program: "none" } });
    expect([json.program_id, json.flow.discharged]).toEqual(["none", 0]);
  });

  it("has the names of the contract, in its order", () => {
    const json = ofAll([measured([20, 10], [14, 9])]);
    expect(Object.keys(json)).toEqual([
      "as_of",
      "from",
      "to",
      "program_id",
      "flow",
      "measures",
      "change",
      "retention",
      "attendance",
      "screens",
    ]);
    expect(Object.keys(json.measures)).toEqual(MEASURE_IDS);
    expect(Object.keys(json.measures["reliable-improvement"])).toEqual([
      "numerator",
      "denominator",
      "rate",
      "low",
      "high",
      "bounds",
    ]);
    expect(Object.keys(json.measures.completion)).not.toContain("bounds");
  });

  it("counts a paired, an unpaired and an unmeasured episode where they belong", () => {
    const json = ofAll([
      measured([20, 10], [14, 9]),
      measured([9, null], [7, null], { episodeId: "e-2" }),
      measured([12, 3], [3, null], { episodeId: "e-3" }),
      measured([null, null], [9, 2], { episodeId: "e-4" }),
      facts({ episodeId: "e-5" }),
    ]);
    expect(json.flow).toEqual({ discharged: 5, with_pre: 4, paired_phq9: 2, paired_gad7: 2, paired_both: 1 });
    const { measures } = json;
    // Paired: e-1. With both baselines and not paired: e-2, e-3. Of these only e-3 begins as a case.
    expect(measures["reliable-improvement"]).toMatchObject({
      numerator: 1,
      denominator: 1,
      rate: 1,
      high: 1,
      bounds: [1 / 3, 1],
    });
    expect(measures.recovery).toMatchObject({ numerator: 0, denominator: 1, low: 0, bounds: [0, 1 / 2] });
    expect(measures["phq9-response"]).toMatchObject({ numerator: 2, denominator: 2, bounds: [1, 1] });
    expect(measures["phq9-clinically-important-improvement"].bounds).toEqual([2 / 3, 1]);
  });

  it("has bounds where only unpaired episodes are", () => {
    expect(ofAll([measured([20, null], [14, 3])]).measures.recovery).toEqual({
      numerator: 0,
      denominator: 0,
      rate: null,
      low: null,
      high: null,
      bounds: [0, 1],
    });
  });

  it("sums weeks, sessions and screens, and lists the runs by code point", () => {
    const shared = {
      weeks: { expected: 5, measured: [0, 3] },
      attendance: { attended: 7, countable: 9 },
      screens: { negative: 2, submitted: 3, scheduled: 4, longestRun: 2 },
    };
    const none = { weeks: { expected: 0, measured: [] }, episodeId: "e-1", patientId: "p-\u{1f600}" };
    const json = ofAll([
      facts(none),
      facts({ ...shared, episodeId: "e-2", patientId: "p-\uff5e" }),
      facts({ ...shared, episodeId: "e-10", patientId: "p-\uff5e" }),
    ]);
    expect(json.measures["weekly-measurement"]).toMatchObject({ numerator: 4, denominator: 10 });
    expect(json.attendance).toMatchObject({ attended: 14, countable: 18, rate: 14 / 18 });
    expect(json.screens).toMatchObject({
      negative: 4,
      submitted: 6,
      scheduled: 8,
      percent_negative_submitted: 4 / 6,
      percent_negative_scheduled: 4 / 8,
    });
    expect(json.screens.longest_negative_runs.map(({ episode_id, run }) => [episode_id, run])).toEqual([
      ["e-10", 2],
      ["e-2", 2],
      ["e-1", 0],
    ]);
  });

  it("follows those still here to the day, and censors every other end", () => {
    const stay = (place: number, given: Partial<EpisodeFacts>) =>
      facts({ episodeId: `e-${place}`, ...given });
    const admittedOn = day("2026-05-31");
    const { retention } = ofAll([
      stay(1, { admittedOn, dischargedOn: null, dischargeReason: null }),
      stay(2, { admittedOn, dischargedOn: day("2026-06-10"), dischargeReason: "lost_contact" }),
      stay(3, { admittedOn, dischargedOn: day("2026-06-10"), dischargeReason: "transferred_up" }),
      stay(4, { admittedOn, dischargedOn: day("2026-06-20"), dischargeReason: null }),
      stay(5, { admittedOn, dischargedOn: day("2026-06-25"), dischargeReason: "against_advice" }),
    ]);
    expect(retention).toMatchObject({ n: 5, events: 2, reason_unknown: 1 });
    expect(
      retention.curve.map(({ day: on, at_risk, events, censored }) => [on, at_risk, events, censored]),
    ).toEqual([
      [10, 5, 1, 1],
      [20, 3, 0, 1],
      [25, 2, 1, 0],
      [30, 1, 0, 1],
    ]);
    expect(retention.at[0]).toMatchObject({ day: 30, at_risk: 1, survival: 0.8 * 0.5 });
    expect(retention.at[1]).toEqual({ day: 60, survival: null, at_risk: 0, low: null, high: null });
    expect(retention.median).toMatchObject({ day: 25, at_risk: 2 });
  });
});

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("laws of outcomes", () => {
  it("the order of episodes never matters", () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        expect(ofAll(all.toReversed())).toEqual(ofAll(all));
      }),
    );
  });

  it("every number is one, and every share lies in its interval and its bounds", () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const json = ofAll(all);
        for (const number of numbersIn(json)) expect(Number.isFinite(number)).toBe(true);
        for (const { numerator, denominator, rate, low, high, bounds } of Object.values(json.measures)) {
          expect(numerator).toBeLessThanOrEqual(denominator);
          expect(rate === null).toBe(denominator === 0);
          if (rate === null || low === null || high === null) continue;
          expect(low).toBeLessThanOrEqual(rate);
          expect(high).toBeGreaterThanOrEqual(rate);
          expect(bounds?.[0] ?? 0).toBeLessThanOrEqual(rate);
          expect(bounds?.[1] ?? 1).toBeGreaterThanOrEqual(rate);
        }
      }),
    );
  });

  it("the flow narrows, and the parts of the curve make the whole", () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const { flow, measures, retention } = ofAll(all);
        expect(flow.with_pre).toBeLessThanOrEqual(flow.discharged);
        expect(flow.paired_both).toBeLessThanOrEqual(Math.min(flow.paired_phq9, flow.paired_gad7));
        expect(measures["reliable-improvement"].denominator).toBe(flow.paired_both);
        expect(measures["phq9-clinically-important-improvement"].denominator).toBe(flow.paired_phq9);
        expect(measures.completion.denominator).toBe(flow.discharged);
        expect(measures["reliable-recovery"].numerator).toBeLessThanOrEqual(measures.recovery.numerator);
        const ended = retention.curve.reduce((sum, { events, censored }) => sum + events + censored, 0);
        expect(ended).toBe(retention.n);
        expect(retention.curve.reduce((sum, { events }) => sum + events, 0)).toBe(retention.events);
      }),
    );
  });
});
