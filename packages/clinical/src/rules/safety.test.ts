import { describe, expect, test } from "vitest";
import { clock, episode, event } from "../records/example-chart.ts";
import { evaluationOf, findingOn, item9, on, phq9, raisedBy, weightOf } from "./example-rules.ts";

const items = (answer: number | null): readonly (number | null)[] => [
  1,
  ...Array(7).fill(null),
  answer,
  null,
];

describe("suicidal-ideation", () => {
  const ask = (answer: number | null, day = 10) =>
    weightOf("suicidal-ideation", { chart: { assessments: [item9(8, answer)] }, day });

  test("0 raises nothing; 1 is for the same day; 2 and 3 are immediate; unknown raises nothing", () => {
    expect([0, 1, 2, 3, null].map((answer) => ask(answer))).toEqual([
      null,
      "escalate same_day",
      "escalate immediate",
      "escalate immediate",
      null,
    ]);
  });

  test("the latest date with a known item 9 decides, over later ones on which it is unknown", () => {
    const assessments = [item9(3, 2), item9(5, 0), item9(8, null)];
    expect(weightOf("suicidal-ideation", { chart: { assessments }, day: 4 })).toBe("escalate immediate");
    expect(weightOf("suicidal-ideation", { chart: { assessments }, day: 8 })).toBeNull();
    const later = [item9(3, 0), item9(5, 1), phq9(8, 12)];
    expect(weightOf("suicidal-ideation", { chart: { assessments: later }, day: 9 })).toBe(
      "escalate same_day",
    );
  });

  test("of one date the highest known item 9 counts, whichever is recorded last, scored or not", () => {
    const assessments = [
      item9(8, 2, { assessmentId: "a", items: items(2), recordedAt: clock("2026-02-10T08:00:00") }),
      item9(8, 0, { assessmentId: "b", recordedAt: clock("2026-02-10T09:00:00") }),
      item9(8, null, { assessmentId: "c", recordedAt: clock("2026-02-10T10:00:00") }),
    ];
    const finding = findingOn("suicidal-ideation", { chart: { assessments }, day: 8 });
    expect(finding?.headline).toBe("Item 9 answered 2 on 2026-02-10");
    expect(finding?.evidence).toEqual([
      { type: "assessment", id: "a", on: "2026-02-10", text: "PHQ-9 item 9 answered 2" },
    ]);
  });

  test("reads every PHQ-9 of the window, whichever stay it belongs to", () => {
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-60), dischargedOn: on(-3) })];
    const ask = (day: number) =>
      weightOf("suicidal-ideation", { chart: { episodes, assessments: [item9(day, 1)] }, day: 2 });
    expect([ask(-14), ask(-15)]).toEqual(["escalate same_day", null]);
  });

  test("entered in error is invisible", () => {
    const assessments = [item9(8, 3, { status: "entered_in_error" })];
    expect(weightOf("suicidal-ideation", { chart: { assessments }, day: 8 })).toBeNull();
  });
});

describe("around a stay", () => {
  const rulesOn = (day: number, given: Parameters<typeof episode>[0] = {}) =>
    evaluationOf({
      chart: {
        episodes: [episode(given)],
        assessments: [item9(-14, 1), item9(20, 1), item9(27, 1), item9(28, 1)],
        events: [event("v", on(-14), { kind: "c_ssrs", result: "high" })],
      },
      day,
    })?.findings.map(({ rule }) => rule);

  test("three rules run from 14 days before admission", () => {
    expect(rulesOn(-15)).toBeUndefined();
    expect(rulesOn(-14)).toEqual(["c-ssrs-risk", "suicidal-ideation"]);
    expect(rulesOn(-1)).toEqual(["c-ssrs-risk", "suicidal-ideation"]);
  });

  test("and from the day of discharge to 7 days after it", () => {
    const stay = { dischargedOn: on(20), dischargeReason: "completed" } as const;
    const three = ["risk-assessment-overdue", "c-ssrs-risk", "suicidal-ideation"];
    expect(rulesOn(19, stay)).toContain("measure-overdue");
    expect(rulesOn(20, stay)).toEqual(["c-ssrs-risk", "suicidal-ideation"]);
    expect(new Set(rulesOn(21, stay))).toEqual(new Set(three));
    expect(new Set(rulesOn(27, stay))).toEqual(new Set(three));
    expect(rulesOn(28, stay)).toBeUndefined();
  });

  test("not after death", () => {
    const stay = { dischargedOn: on(20), dischargeReason: "deceased" } as const;
    expect(rulesOn(19, stay)).toBeDefined();
    expect(rulesOn(20, stay)).toBeUndefined();
  });
});

describe("risk-assessment-overdue", () => {
  const ask = (
    events: Parameters<typeof event>[],
    day: number,
    answers: readonly [number, number][] = [[8, 1]],
  ) =>
    weightOf("risk-assessment-overdue", {
      chart: {
        assessments: answers.map(([dayOf, answer]) => item9(dayOf, answer)),
        events: events.map((given) => event(...given)),
      },
      day,
    });

  test("holds from the day after the answer, and a later 0 does not settle it", () => {
    expect(ask([], 8)).toBeNull();
    expect(ask([], 9)).toBe("escalate immediate");
    expect(
      ask([], 30, [
        [8, 1],
        [15, 0],
      ]),
    ).toBe("escalate immediate");
    expect(ask([], 9, [[8, 0]])).toBeNull();
  });

  test("settled by a risk assessment on that date or later, not earlier", () => {
    expect(ask([["v", on(7), { kind: "risk_assessment" }]], 9)).toBe("escalate immediate");
    expect(ask([["v", on(8), { kind: "risk_assessment" }]], 9)).toBeNull();
    expect(ask([["v", on(9), { kind: "risk_assessment" }]], 9)).toBeNull();
    expect(ask([["v", on(10), { kind: "risk_assessment" }]], 9)).toBe("escalate immediate");
  });

  test("settled by a C-SSRS with a known result, whichever; not without one, nor by a safety plan", () => {
    expect(ask([["v", on(8), { kind: "c_ssrs", result: "none" }]], 9)).toBeNull();
    expect(ask([["v", on(8), { kind: "c_ssrs", result: null }]], 9)).toBe("escalate immediate");
    expect(ask([["v", on(8), { kind: "safety_plan" }]], 9)).toBe("escalate immediate");
  });

  test("each answer needs its own: one after the first does not settle the second", () => {
    const answers = [
      [8, 1],
      [15, 2],
    ] as const;
    const risk: Parameters<typeof event>[] = [["v", on(10), { kind: "risk_assessment" }]];
    expect(ask(risk, 15, [...answers.map(([a, b]): [number, number] => [a, b])])).toBeNull();
    expect(ask(risk, 16, [...answers.map(([a, b]): [number, number] => [a, b])])).toBe("escalate immediate");
  });

  test("reads answers and events by date in the window, whichever stay they belong to", () => {
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-60), dischargedOn: on(-3) })];
    const asked = (events: ReturnType<typeof event>[]) =>
      weightOf("risk-assessment-overdue", {
        chart: { episodes, assessments: [item9(-5, 2)], events },
        day: 1,
      });
    expect(asked([])).toBe("escalate immediate");
    expect(asked([event("v", on(-4), { kind: "risk_assessment" })])).toBeNull();
  });

  test("names the latest open answer, and what would settle it", () => {
    const finding = findingOn("risk-assessment-overdue", {
      chart: { assessments: [item9(8, 1), item9(10, 2)] },
      day: 12,
    });
    expect(finding?.headline).toBe("Item 9 answered 2 on 2026-02-12, no risk assessment since");
    expect(finding?.clears).toBe("A risk assessment, or a C-SSRS with a result, dated 2026-02-12 or later");
    expect(finding?.evidence.map((one) => one.on)).toEqual(["2026-02-10", "2026-02-12"]);
  });
});

describe("item-9-unknown", () => {
  const ask = (assessments: ReturnType<typeof item9>[], day = 10) =>
    weightOf("item-9-unknown", { chart: { assessments }, day });

  test("for the same day when another item was answered, routine when only totals are known", () => {
    expect(ask([item9(8, null)])).toBe("data same_day");
    expect(ask([item9(8, null, { items: items(null) })])).toBe("data same_day");
    expect(ask([phq9(8, 12)])).toBe("data routine");
    expect(ask([phq9(8, 12), item9(8, null, { assessmentId: "z" })])).toBe("data same_day");
  });

  test("item 10 alone is not an answer to items 1 to 8", () => {
    expect(ask([phq9(8, 12, { items: [...Array(9).fill(null), 2] })])).toBe("data routine");
  });

  test("only the latest date counts, and any known item 9 of it is enough", () => {
    expect(ask([item9(8, null), item9(9, 0)])).toBeNull();
    expect(ask([item9(9, null), item9(8, 0)])).toBe("data same_day");
    expect(ask([item9(8, 0), phq9(8, 12, { assessmentId: "z" })])).toBeNull();
    expect(ask([])).toBeNull();
  });
});

describe("c-ssrs-risk", () => {
  const ask = (results: readonly (readonly [number, string | null])[], day = 20) =>
    weightOf("c-ssrs-risk", {
      chart: {
        events: results.map(([dayOf, result]) => event(`v${dayOf}`, on(dayOf), { kind: "c_ssrs", result })),
      },
      day,
    });

  test("moderate is for the same day, high is immediate, low and none raise nothing", () => {
    expect(["none", "low", "moderate", "high", null].map((result) => ask([[3, result]]))).toEqual([
      null,
      null,
      "escalate same_day",
      "escalate immediate",
      null,
    ]);
  });

  test("the latest with a known result decides", () => {
    expect(
      ask([
        [3, "high"],
        [5, "low"],
      ]),
    ).toBeNull();
    expect(
      ask([
        [3, "high"],
        [5, null],
      ]),
    ).toBe("escalate immediate");
    expect(
      ask([
        [3, "low"],
        [5, "moderate"],
      ]),
    ).toBe("escalate same_day");
  });

  test("of one date, the one recorded last, none before any", () => {
    const events = [
      event("a", on(3), { kind: "c_ssrs", result: "low", recordedAt: clock("2026-02-05T09:00:00") }),
      event("b", on(3), { kind: "c_ssrs", result: "high" }),
    ];
    expect(weightOf("c-ssrs-risk", { chart: { events }, day: 20 })).toBeNull();
  });
});

describe("clinical-event", () => {
  const ask = (events: ReturnType<typeof event>[], day = 10) =>
    weightOf("clinical-event", { chart: { events }, day });

  test.each([
    "overdose",
    "withdrawal",
    "medical_instability",
    "crisis",
    "ed_visit",
    "hospital_stay",
  ] as const)("%s escalates the same day", (kind) => {
    expect(ask([event("v", on(10), { kind })])).toBe("escalate same_day");
  });

  test("return to use alone is for review this week; with another it escalates", () => {
    expect(ask([event("v", on(10), { kind: "return_to_use" })])).toBe("review this_week");
    const both = [event("v", on(10), { kind: "return_to_use" }), event("w", on(9), { kind: "crisis" })];
    expect(ask(both)).toBe("escalate same_day");
    expect(raisedBy("clinical-event", { chart: { events: both }, day: 10 })?.grounds).toHaveLength(2);
  });

  test("nothing else does", () => {
    expect(ask([event("v", on(10), { kind: "outreach" }), event("w", on(10), { kind: "ect" })])).toBeNull();
  });

  test("occurred in the last 7 days, or recorded then", () => {
    const crisis = { kind: "crisis" } as const;
    expect(ask([event("v", on(4), crisis)])).toBe("escalate same_day");
    expect(ask([event("v", on(3), crisis)])).toBeNull();
    expect(ask([event("v", on(1), { ...crisis, recordedAt: clock("2026-02-06T12:00:00") })])).toBe(
      "escalate same_day",
    );
    expect(ask([event("v", on(1), { ...crisis, recordedAt: clock("2026-02-05T12:00:00") })])).toBeNull();
  });

  test("not yet known when recorded after the date", () => {
    const late = event("v", on(9), { kind: "crisis", recordedAt: clock("2026-02-13T00:30:00") });
    expect(ask([late], 10)).toBeNull();
    expect(ask([late], 11)).toBe("escalate same_day");
  });

  test("an event of the days before admission belongs too, one of an earlier stay does not", () => {
    const crisis = event("v", on(-3), { kind: "crisis" });
    expect(ask([crisis], 2)).toBe("escalate same_day");
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-30), dischargedOn: on(-3) })];
    expect(weightOf("clinical-event", { chart: { episodes, events: [crisis] }, day: 2 })).toBeNull();
  });
});
