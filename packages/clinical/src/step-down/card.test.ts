import { describe, expect, test } from "vitest";
import { decision, episode, placement } from "../records/example-chart.ts";
import type { Chart, Site } from "../records/types.ts";
import {
  evaluationOf,
  findingOn,
  gad7,
  item9,
  negative,
  on,
  phq9,
  positive,
  READY_CHART,
  screenOn,
  sessionOn,
  sessionsOn,
  siteWith,
} from "../rules/example-rules.ts";
import { STEP_DOWN_CRITERIA, stepDownJson } from "./card.ts";

const cardOf = (given: Partial<Chart>, day = 35, site?: Site) =>
  evaluationOf({ chart: { ...READY_CHART, ...given }, day, ...(site === undefined ? {} : { site }) })
    ?.stepDown ?? null;

const stateOf = (criterion: string, given: Partial<Chart>, day = 35, site?: Site) =>
  cardOf(given, day, site)?.criteria.find(({ id }) => id === criterion)?.state;

describe("the card", () => {
  test("is met in every line in the textbook case, and step-down-ready is a finding", () => {
    const card = cardOf({});
    expect(card?.criteria.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "days-at-level met",
      "measures-current met",
      "phq-9-low met",
      "gad-7-low met",
      "improved met",
      "no-suicidal-ideation met",
      "attendance met",
      "screens-clear met",
      "no-escalation met",
    ]);
    expect(card?.ready).toBe(true);
    expect(evaluationOf({ chart: READY_CHART, day: 35 })?.findings.map(({ rule }) => rule)).toEqual([
      "step-down-ready",
    ]);
  });

  test("prints without labels and evidence, in the contract's names", () => {
    const card = cardOf({});
    if (card === null) throw new Error("no card");
    const json = stepDownJson(card);
    expect(Object.keys(json)).toEqual(["patient_id", "episode_id", "ready", "criteria"]);
    expect(json.criteria[0]).toEqual({
      id: "days-at-level",
      state: "met",
      detail: "35 days at IOP; 28 are needed",
    });
    expect(json.criteria).toHaveLength(STEP_DOWN_CRITERIA.length);
  });

  test("only for active episodes at PHP or IOP", () => {
    expect(cardOf({ placements: [placement({ levelOfCare: "php" })] })).not.toBeNull();
    expect(cardOf({ placements: [placement({ levelOfCare: "op" })] })).toBeNull();
    expect(cardOf({ placements: [placement({ levelOfCare: "residential" })] })).toBeNull();
    expect(cardOf({ placements: [] }, 35, siteWith({ levelOfCare: "op" }))).toBeNull();
    expect(cardOf({ episodes: [episode({ dischargedOn: on(35) })] })).toBeNull();
    expect(cardOf({ episodes: [episode({ dischargedOn: on(36) })] })).not.toBeNull();
  });

  test("every sentence says something, and nothing known is lost for what is missing", () => {
    for (const { detail } of cardOf({ assessments: [], sessions: [], screens: [], placements: [] })
      ?.criteria ?? []) {
      expect(detail).toMatch(/\S/);
    }
  });

  test("an empty chart has no data, never met, but for the findings", () => {
    const empty = { assessments: [], sessions: [], screens: [], placements: [] };
    expect(cardOf(empty)?.criteria.map(({ state }) => state)).toEqual([...Array(8).fill("no_data"), "met"]);
  });
});

describe("criteria, on both sides", () => {
  test("days-at-level: 28 at IOP, 14 at PHP, no data without a placement", () => {
    const since = (day: number, levelOfCare: "iop" | "php") => ({
      placements: [placement({ levelOfCare, startedOn: on(day) })],
    });
    expect(stateOf("days-at-level", since(7, "iop"))).toBe("met");
    expect(stateOf("days-at-level", since(8, "iop"))).toBe("not_met");
    expect(stateOf("days-at-level", since(21, "php"))).toBe("met");
    expect(stateOf("days-at-level", since(22, "php"))).toBe("not_met");
    expect(stateOf("days-at-level", { placements: [] })).toBe("no_data");
  });

  test("measures-current: more than 10 days old decides, even when the other is missing", () => {
    expect(stateOf("measures-current", { assessments: [phq9(25, 5), gad7(25, 5)] })).toBe("met");
    expect(stateOf("measures-current", { assessments: [phq9(24, 5), gad7(25, 5)] })).toBe("not_met");
    expect(stateOf("measures-current", { assessments: [phq9(25, 5)] })).toBe("no_data");
    expect(stateOf("measures-current", { assessments: [phq9(24, 5)] })).toBe("not_met");
    expect(stateOf("measures-current", { assessments: [] })).toBe("no_data");
  });

  test("phq-9-low and gad-7-low: one of the latest two at caseness decides, even when there is only one", () => {
    const phq = (...totals: number[]) => ({
      assessments: totals.map((total, place) => phq9(20 + place, total)),
    });
    expect(["met", "not_met", "not_met", "met", "no_data", "not_met", "no_data"]).toEqual(
      [phq(9, 9), phq(10, 9), phq(9, 10), phq(20, 9, 9), phq(9), phq(10), phq()].map((given) =>
        stateOf("phq-9-low", given),
      ),
    );
    const gad = (...totals: number[]) => ({
      assessments: totals.map((total, place) => gad7(20 + place, total)),
    });
    expect(["met", "not_met", "not_met", "met", "no_data", "not_met"]).toEqual(
      [gad(7, 7), gad(8, 7), gad(7, 8), gad(20, 7, 7), gad(7), gad(8)].map((given) =>
        stateOf("gad-7-low", given),
      ),
    );
  });

  test("improved: 6 points from a baseline of 10 or more", () => {
    const improved = (...assessments: ReturnType<typeof phq9>[]) => stateOf("improved", { assessments });
    expect(improved(phq9(0, 10), phq9(30, 4))).toBe("met");
    expect(improved(phq9(0, 10), phq9(30, 5))).toBe("not_met");
    expect(improved(phq9(0, 9), phq9(30, 20))).toBe("not_applicable");
    expect(improved(phq9(0, 9))).toBe("not_applicable");
    expect(improved(phq9(0, 10))).toBe("no_data");
    expect(improved(phq9(30, 4))).toBe("no_data");
  });

  test("no-suicidal-ideation: the latest two dates with a PHQ-9", () => {
    const ideation = (...assessments: ReturnType<typeof phq9>[]) =>
      stateOf("no-suicidal-ideation", { assessments });
    expect(ideation(item9(20, 0), item9(27, 0))).toBe("met");
    expect(ideation(item9(20, 1), item9(27, 0))).toBe("not_met");
    expect(ideation(item9(20, 0), item9(27, 1))).toBe("not_met");
    expect(ideation(item9(13, 3), item9(20, 0), item9(27, 0))).toBe("met");
    expect(ideation(item9(20, 0), phq9(27, 3))).toBe("no_data");
    expect(ideation(item9(20, 1), phq9(27, 3))).toBe("not_met");
    expect(ideation(item9(27, 0))).toBe("no_data");
    expect(ideation(item9(27, 1))).toBe("not_met");
    expect(ideation(item9(20, 0), item9(27, 0, { items: [1, ...Array(7).fill(null), 1, null] }))).toBe(
      "not_met",
    );
    expect(ideation()).toBe("no_data");
  });

  test("attendance: four of five of 8 or more countable sessions of the last 28 days", () => {
    const attended = (of: number, countable: number, from = 20) =>
      stateOf("attendance", {
        sessions: Array.from({ length: countable }, (_, place) =>
          sessionOn(from + place, place < of ? "attended" : "no_show"),
        ),
      });
    expect(attended(8, 10)).toBe("met");
    expect(attended(7, 9)).toBe("not_met");
    expect(attended(7, 8)).toBe("met");
    expect(attended(6, 8)).toBe("not_met");
    expect(attended(7, 7)).toBe("no_data");
    expect(attended(0, 7)).toBe("no_data");
    expect(attended(8, 8, 8)).toBe("met");
    expect(attended(8, 8, 7)).toBe("no_data");
    expect(attended(0, 0)).toBe("no_data");
  });

  test("screens-clear: new use or one not given decides", () => {
    const clear = READY_CHART.screens ?? [];
    const screens = (...more: ReturnType<typeof screenOn>[]) =>
      stateOf("screens-clear", { screens: [...clear, ...more] });
    expect(screens()).toBe("met");
    expect(screens(screenOn(33, [positive("cocaine")]))).toBe("not_met");
    expect(screens(screenOn(33, [], { disposition: "missed" }))).toBe("not_met");
    expect(screens(screenOn(33, [], { validity: "adulterated" }))).toBe("not_met");
    expect(screens(screenOn(33, [], { disposition: "excused" }))).toBe("met");
    expect(screens(screenOn(33, [], { validity: "dilute" }))).toBe("met");
    expect(screens(screenOn(7, [], { disposition: "missed" }))).toBe("met");
    expect(screens(screenOn(8, [], { disposition: "missed" }))).toBe("not_met");
  });

  test("screens-clear: fewer than two valid ones with results, or possible carry-over, is no data", () => {
    const screens = (...all: ReturnType<typeof screenOn>[]) => stateOf("screens-clear", { screens: all });
    expect(screens(screenOn(30, [negative("cocaine")]))).toBe("no_data");
    expect(screens(screenOn(30, [negative("cocaine")]), screenOn(31, []))).toBe("no_data");
    expect(
      screens(screenOn(30, [negative("cocaine")]), screenOn(31, [negative("pcp")], { validity: "dilute" })),
    ).toBe("no_data");
    expect(
      screens(screenOn(30, [negative("cocaine")]), screenOn(31, [negative("pcp")], { validity: null })),
    ).toBe("met");
    expect(screens(screenOn(30, [negative("cocaine")]), screenOn(31, [positive("thc")]))).toBe("no_data");
    expect(screens(screenOn(30, [negative("cocaine")]), screenOn(7, [negative("cocaine")]))).toBe("no_data");
    expect(screens(screenOn(30, [negative("cocaine")]), screenOn(8, [negative("cocaine")]))).toBe("met");
  });

  test("screens-clear: not applicable when the program asks for none and there is none", () => {
    const none = { screens: [] };
    expect(stateOf("screens-clear", none, 35, siteWith({ screensPerWeek: 0 }))).toBe("not_applicable");
    expect(stateOf("screens-clear", none, 35, siteWith({ screensPerWeek: null }))).toBe("no_data");
    expect(stateOf("screens-clear", none, 35, siteWith({ screensPerWeek: 1 }))).toBe("no_data");
    const excused = { screens: [screenOn(33, [], { disposition: "excused" })] };
    expect(stateOf("screens-clear", excused, 35, siteWith({ screensPerWeek: 0 }))).toBe("no_data");
    expect(cardOf(none, 35, siteWith({ screensPerWeek: 0 }))?.ready).toBe(true);
  });

  test("no-escalation: any finding that escalates", () => {
    expect(stateOf("no-escalation", {})).toBe("met");
    expect(stateOf("no-escalation", { assessments: [item9(30, 1)] })).toBe("not_met");
    const missed = { screens: [screenOn(30, [], { disposition: "missed" })] };
    expect(stateOf("no-escalation", missed)).toBe("met");
  });
});

describe("step-down-ready", () => {
  const findings = (given: Partial<Chart>) =>
    evaluationOf({ chart: { ...READY_CHART, ...given }, day: 35 })?.findings.map(({ rule }) => rule) ?? [];

  test("not for 14 days after a decision to continue", () => {
    expect(findings({ decisions: [decision("d", on(22))] })).not.toContain("step-down-ready");
    expect(findings({ decisions: [decision("d", on(21))] })).toContain("step-down-ready");
    expect(findings({ decisions: [decision("d", on(35), { decision: "step_down" })] })).toContain(
      "step-down-ready",
    );
  });

  test("left out by absences, though every criterion is met", () => {
    const sessions = [
      ...sessionsOn([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 30], "attended"),
      ...sessionsOn([32, 34], "no_show"),
    ];
    const card = cardOf({ sessions });
    expect(card?.criteria.every(({ state }) => state === "met")).toBe(true);
    expect(card?.ready).toBe(false);
    expect(findings({ sessions })).toContain("consecutive-absences");
    expect(findings({ sessions })).not.toContain("step-down-ready");
  });

  test("not without data in one line", () => {
    expect(cardOf({ screens: [] })?.ready).toBe(false);
    expect(findingOn("step-down-ready", { chart: { ...READY_CHART, screens: [] }, day: 35 })).toBeNull();
  });
});
