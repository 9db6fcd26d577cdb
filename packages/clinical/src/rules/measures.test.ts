import { describe, expect, test } from "vitest";
import type { ResponseCurve } from "../findings/curve.ts";
import { clock, episode } from "../records/example-chart.ts";
import type { Assessment } from "../records/types.ts";
import {
  findingOn,
  gad7,
  negative,
  on,
  phq9,
  positive,
  raisedBy,
  screenOn,
  sessionsOn,
  siteWith,
  weightOf,
} from "./example-rules.ts";

const weigh = (rule: string, assessments: readonly Assessment[], day: number) =>
  weightOf(rule, { chart: { assessments }, day });

describe("reliable-deterioration", () => {
  const rule = "reliable-deterioration";

  test("6 points on the PHQ-9, 4 on the GAD-7", () => {
    expect(weigh(rule, [phq9(0, 10), phq9(7, 15)], 7)).toBeNull();
    expect(weigh(rule, [phq9(0, 10), phq9(7, 16)], 7)).toBe("escalate this_week");
    expect(weigh(rule, [gad7(0, 10), gad7(7, 13)], 7)).toBeNull();
    expect(weigh(rule, [gad7(0, 10), gad7(7, 14)], 7)).toBe("escalate this_week");
  });

  test("the worked examples of published reliable change: 12 to 19 is worse; 16 to 9 with GAD-7 14 to 18 is on the GAD-7", () => {
    expect(weigh(rule, [phq9(0, 12), gad7(0, 6), phq9(7, 19), gad7(7, 6)], 7)).toBe("escalate this_week");
    const mixed = [phq9(0, 16), gad7(0, 14), phq9(7, 9), gad7(7, 18)];
    expect(
      raisedBy(rule, { chart: { assessments: mixed }, day: 7 })?.grounds.map((one) => one.instrument),
    ).toEqual(["gad-7"]);
  });

  test("reads as the contract writes it", () => {
    expect(findingOn(rule, { chart: { assessments: [phq9(0, 14), phq9(40, 21)] }, day: 42 })).toEqual({
      rule,
      version: 1,
      patient_id: "p-1",
      episode_id: "e-1",
      as_of: "2026-03-16",
      kind: "escalate",
      urgency: "this_week",
      headline: "PHQ-9 14 → 21 since admission (+7)",
      evidence: [
        { type: "assessment", id: "phq-0", on: "2026-02-02", text: "PHQ-9 14, total only" },
        { type: "assessment", id: "phq-40", on: "2026-03-14", text: "PHQ-9 21, total only" },
      ],
      clears: "PHQ-9 less than 6 above baseline",
      source: "NHS Talking Therapies reliable change: PHQ-9 6 points, GAD-7 4 points",
    });
  });

  test("both instruments stand in one finding", () => {
    const assessments = [phq9(0, 10), gad7(0, 5), phq9(7, 16), gad7(7, 9)];
    const finding = findingOn(rule, { chart: { assessments }, day: 7 });
    expect(finding?.headline).toBe("PHQ-9 10 → 16 since admission (+6); GAD-7 5 → 9 since admission (+4)");
    expect(finding?.clears).toBe("PHQ-9 less than 6 above baseline; GAD-7 less than 4 above baseline");
  });

  test("the latest must be dated after the baseline; a better latest clears it", () => {
    expect(weigh(rule, [phq9(-5, 20)], 7)).toBeNull();
    expect(weigh(rule, [phq9(0, 10), phq9(7, 20), phq9(14, 15)], 14)).toBeNull();
  });

  test("a baseline of an earlier stay counts", () => {
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-60), dischargedOn: on(-3) })];
    const chart = { episodes, assessments: [phq9(-5, 8), phq9(7, 14)] };
    expect(weightOf(rule, { chart, day: 7 })).toBe("escalate this_week");
  });

  test("a prorated score says so", () => {
    const items = [2, 2, 2, 2, 2, 2, 2, null, 2, null];
    const finding = findingOn(rule, {
      chart: { assessments: [phq9(0, 10), phq9(7, 0, { total: null, items })] },
      day: 7,
    });
    expect(finding?.headline).toBe("PHQ-9 10 → 18 (prorated) since admission (+8)");
  });
});

describe("loss-of-gains", () => {
  const rule = "loss-of-gains";

  test("PHQ-9 10 or more and 6 above the lowest earlier one", () => {
    expect(weigh(rule, [phq9(0, 20), phq9(7, 4), phq9(14, 10)], 14)).toBe("review this_week");
    expect(weigh(rule, [phq9(0, 20), phq9(7, 3), phq9(14, 9)], 14)).toBeNull();
    expect(weigh(rule, [phq9(0, 20), phq9(7, 5), phq9(14, 10)], 14)).toBeNull();
  });

  test("GAD-7 8 or more and 4 above the lowest earlier one", () => {
    expect(weigh(rule, [gad7(0, 20), gad7(7, 4), gad7(14, 8)], 14)).toBe("review this_week");
    expect(weigh(rule, [gad7(0, 20), gad7(7, 3), gad7(14, 7)], 14)).toBeNull();
    expect(weigh(rule, [gad7(0, 20), gad7(7, 5), gad7(14, 8)], 14)).toBeNull();
  });

  test("only scores that belong to the episode count as earlier", () => {
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-60), dischargedOn: on(-20) })];
    const assessments = [phq9(-25, 2), phq9(0, 12), phq9(7, 14)];
    expect(weightOf(rule, { chart: { episodes, assessments }, day: 7 })).toBeNull();
    expect(weightOf(rule, { chart: { episodes, assessments: [phq9(-12, 2), ...assessments] }, day: 7 })).toBe(
      "review this_week",
    );
  });

  test("left out when the patient is reliably worse since admission, on either instrument", () => {
    const gains = [phq9(0, 12), phq9(7, 4), phq9(14, 12)];
    expect(findingOn(rule, { chart: { assessments: gains }, day: 14 })).not.toBeNull();
    const worse = [...gains, gad7(0, 4), gad7(14, 8)];
    expect(findingOn(rule, { chart: { assessments: worse }, day: 14 })).toBeNull();
    expect(weigh(rule, worse, 14)).toBe("review this_week");
  });
});

describe("severe-persisting", () => {
  const rule = "severe-persisting";

  test("the latest two are both 20 or more, the later on day 14 or later", () => {
    expect(weigh(rule, [phq9(7, 20), phq9(14, 20)], 14)).toBe("escalate this_week");
    expect(weigh(rule, [phq9(7, 20), phq9(13, 20)], 14)).toBeNull();
    expect(weigh(rule, [phq9(7, 19), phq9(14, 20)], 14)).toBeNull();
    expect(weigh(rule, [phq9(7, 20), phq9(14, 19)], 14)).toBeNull();
    expect(weigh(rule, [phq9(14, 27)], 14)).toBeNull();
    expect(weigh(rule, [phq9(7, 20), phq9(14, 20), phq9(21, 10)], 21)).toBeNull();
  });

  test("two on one date are one", () => {
    const assessments = [phq9(14, 20), phq9(14, 22, { assessmentId: "b" })];
    expect(weigh(rule, assessments, 14)).toBeNull();
  });
});

describe("early-non-response", () => {
  const rule = "early-non-response";

  test("less than 20 % better than a baseline of 10 or more, on day 28 or later", () => {
    expect(weigh(rule, [phq9(0, 20), phq9(28, 16)], 28)).toBeNull();
    expect(weigh(rule, [phq9(0, 20), phq9(28, 17)], 28)).toBe("review this_week");
    expect(weigh(rule, [phq9(0, 20), phq9(27, 17)], 28)).toBeNull();
    expect(weigh(rule, [phq9(0, 10), phq9(28, 9)], 28)).toBe("review this_week");
    expect(weigh(rule, [phq9(0, 10), phq9(28, 8)], 28)).toBeNull();
    expect(weigh(rule, [phq9(0, 9), phq9(28, 9)], 28)).toBeNull();
    expect(weigh(rule, [phq9(28, 20)], 28)).toBeNull();
  });

  test("left out when the PHQ-9 is reliably worse, not when the GAD-7 is", () => {
    const worse = [phq9(0, 12), phq9(28, 18)];
    expect(weigh(rule, worse, 28)).toBe("review this_week");
    expect(findingOn(rule, { chart: { assessments: worse }, day: 28 })).toBeNull();
    const other = [phq9(0, 12), phq9(28, 12), gad7(0, 5), gad7(28, 9)];
    expect(findingOn(rule, { chart: { assessments: other }, day: 28 })).not.toBeNull();
  });
});

/** At week w the upper limit is 10 + 1.2816 × 2 = 12.5632, whatever the baseline. */
const flat = (instrument: ResponseCurve["instrument"], intercept = 10): ResponseCurve => ({
  curveId: "c",
  instrument,
  intercept,
  slope: 0,
  baselineOnIntercept: 0,
  baselineOnSlope: 0,
  baselineMean: 15,
  betweenPatients: { intercept: 1, covariance: 0, slope: 0 },
  ofEstimates: { intercept: 1, covariance: 0, slope: 0 },
  residualVariance: 2,
});

describe("not-on-track", () => {
  const rule = "not-on-track";
  const curves = (...accepted: ResponseCurve[]) =>
    siteWith({}, { curves: new Map([["iop", new Map(accepted.map((curve) => [curve.instrument, curve]))]]) });
  const ask = (assessments: readonly Assessment[], site = curves(flat("phq-9"))) =>
    weightOf(rule, { chart: { assessments }, day: 30, site });

  test("silent without an accepted curve, and without a baseline", () => {
    const above = [phq9(0, 15), phq9(14, 13), phq9(21, 13)];
    expect(weightOf(rule, { chart: { assessments: above }, day: 30 })).toBeNull();
    expect(ask([phq9(15, 13), phq9(21, 13)])).toBeNull();
    expect(ask(above)).toBe("review this_week");
  });

  test("the latest two, strictly above the limit, on day 14 or later", () => {
    expect(ask([phq9(0, 15), phq9(14, 12), phq9(21, 13)])).toBeNull();
    expect(ask([phq9(0, 15), phq9(13, 13), phq9(21, 13)])).toBeNull();
    expect(ask([phq9(0, 15), phq9(14, 13), phq9(21, 13), phq9(28, 12)])).toBeNull();
    expect(ask([phq9(0, 15), phq9(21, 13)])).toBeNull();
  });

  test("both 5 or more", () => {
    const low = curves(flat("phq-9", 0));
    expect(ask([phq9(0, 15), phq9(14, 5), phq9(21, 5)], low)).toBe("review this_week");
    expect(ask([phq9(0, 15), phq9(14, 4), phq9(21, 5)], low)).toBeNull();
  });

  test("left out by reliable deterioration on the same instrument only", () => {
    const site = curves(flat("phq-9"), flat("gad-7"));
    const assessments = [phq9(0, 9), phq9(14, 16), phq9(21, 16), gad7(0, 15), gad7(14, 14), gad7(21, 14)];
    expect(raisedBy(rule, { chart: { assessments }, day: 30, site })?.grounds).toHaveLength(2);
    const finding = findingOn(rule, { chart: { assessments }, day: 30, site });
    expect(finding?.headline).toBe("GAD-7 14 and 14 on 2026-02-16 and 2026-02-23, above the expected range");
    expect(finding?.evidence).toHaveLength(2);
    const phqOnly = assessments.filter(({ instrument }) => instrument === "phq-9");
    expect(findingOn(rule, { chart: { assessments: phqOnly }, day: 30, site })).toBeNull();
  });
});

describe("better-on-paper", () => {
  const rule = "better-on-paper";
  const better = [phq9(0, 16), phq9(28, 10)];
  const absent = { sessions: [...sessionsOn([20, 22], "attended"), ...sessionsOn([24, 26], "no_show")] };

  test("PHQ-9 at least 6 below baseline, with low attendance", () => {
    expect(weightOf(rule, { chart: { assessments: better, ...absent }, day: 28 })).toBe("review this_week");
    expect(weightOf(rule, { chart: { assessments: better }, day: 28 })).toBeNull();
    const less = [phq9(0, 16), phq9(28, 11)];
    expect(weightOf(rule, { chart: { assessments: less, ...absent }, day: 28 })).toBeNull();
  });

  test("or two screens not given in the last 14 days", () => {
    const missed = (day: number) => screenOn(day, [], { disposition: "missed", collectedAt: null });
    const ask = (days: readonly number[]) =>
      weightOf(rule, { chart: { assessments: better, screens: days.map(missed) }, day: 28 });
    expect([ask([15, 20]), ask([14, 20]), ask([20])]).toEqual(["review this_week", null, null]);
  });

  test("or a new unexpected positive in the last 14 days, a later negative notwithstanding", () => {
    const screens = [
      screenOn(15, [positive("cocaine", { method: "presumptive" })]),
      screenOn(20, [negative("cocaine")]),
    ];
    expect(findingOn(rule, { chart: { assessments: better, screens }, day: 28 })?.headline).toBe(
      "PHQ-9 16 → 10 since admission (−6), but new unexpected cocaine on 2026-02-17; presumptive, not confirmed",
    );
    expect(weightOf(rule, { chart: { assessments: better, screens }, day: 29 })).toBeNull();
  });

  test("low attendance is a condition there even when no-contact supersedes its finding", () => {
    const sessions = [...sessionsOn([14], "attended"), ...sessionsOn([16, 18, 20, 22], "no_show")];
    const asked = { chart: { assessments: better, sessions }, day: 28 };
    expect(findingOn("low-attendance", asked)).toBeNull();
    expect(findingOn(rule, asked)?.headline).toBe(
      "PHQ-9 16 → 10 since admission (−6), but 0 of 4 sessions of the last 14 days attended",
    );
  });
});

describe("measure-overdue", () => {
  const rule = "measure-overdue";

  test("more than 10 days since the last: routine; 15 or more for either: this week", () => {
    const both = [phq9(5, 10), gad7(5, 10)];
    expect([15, 16, 19, 20].map((day) => weigh(rule, both, day))).toEqual([
      null,
      "data routine",
      "data routine",
      "data this_week",
    ]);
    expect(weigh(rule, [phq9(5, 10), gad7(10, 10)], 20)).toBe("data this_week");
    expect(weigh(rule, [phq9(10, 10), gad7(10, 10)], 20)).toBeNull();
  });

  test("since admission when there is none in the stay", () => {
    expect([10, 11, 14, 15].map((day) => weigh(rule, [phq9(-3, 10), gad7(day, 10)], day))).toEqual([
      null,
      "data routine",
      "data routine",
      "data this_week",
    ]);
  });

  test("an unscored one does not count", () => {
    const incomplete = phq9(10, 0, { total: null, items: [1, 1, ...Array(8).fill(null)] });
    expect(weigh(rule, [phq9(5, 10), incomplete, gad7(10, 10)], 16)).toBe("data routine");
  });

  test("names each instrument that is overdue", () => {
    const finding = findingOn(rule, { chart: { assessments: [phq9(5, 10)] }, day: 16 });
    expect(finding?.headline).toBe(
      "No PHQ-9 for 11 days, the last on 2026-02-07; No GAD-7 in 16 days since admission",
    );
  });
});

describe("baseline-missing", () => {
  const rule = "baseline-missing";

  test("from day 7 on, while either has none", () => {
    expect(weigh(rule, [], 6)).toBeNull();
    expect(weigh(rule, [], 7)).toBe("data routine");
    expect(weigh(rule, [phq9(0, 5)], 7)).toBe("data routine");
    expect(weigh(rule, [phq9(0, 5), gad7(-14, 5)], 7)).toBeNull();
    expect(weigh(rule, [phq9(0, 5), gad7(14, 5)], 14)).toBeNull();
    expect(weigh(rule, [phq9(0, 5), gad7(15, 5)], 15)).toBe("data routine");
    expect(weigh(rule, [phq9(0, 5), gad7(-15, 5)], 15)).toBe("data routine");
  });
});

describe("of one instrument on one date", () => {
  test("only the last scored assessment takes part", () => {
    const late = clock("2026-02-09T18:00:00");
    const assessments = [
      phq9(0, 10),
      phq9(7, 20, { assessmentId: "x", recordedAt: late }),
      phq9(7, 5, { assessmentId: "y" }),
      phq9(7, 0, {
        assessmentId: "z",
        total: null,
        items: [3, ...Array(9).fill(null)],
        recordedAt: clock("2026-02-09T19:00:00"),
      }),
    ];
    expect(weigh("reliable-deterioration", assessments, 7)).toBe("escalate this_week");
  });
});
