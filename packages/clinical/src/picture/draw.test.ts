import { describe, expect, test } from "vitest";
import { DECISION_KINDS, EVENT_KINDS } from "../records/codes.ts";
import {
  assessment,
  chart,
  clock,
  day,
  decision,
  EXAMPLE_SITE,
  episode,
  event,
  medicationChange,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { drawEpisode } from "./draw.ts";
import { DECISION_LETTERS, EVENT_LETTERS } from "./signs.ts";

const draw = (given: Partial<Chart>, asOf: string) =>
  drawEpisode(chart(given), EXAMPLE_SITE, "e-1", day(asOf));
const phq = (id: string, on: string, total: number | null) =>
  assessment(id, on, { instrument: "phq-9", total });

test("an empty chart is an axis and empty lanes", () => {
  expect(draw({}, "2026-02-10")).toMatchObject({
    episodeId: "e-1",
    admittedOn: "2026-02-02",
    dischargedOn: null,
    levelOfCare: "iop",
    daysAtLevel: null,
    week: 1,
    from: "2026-02-02",
    to: "2026-02-10",
    placements: [],
    sessions: [],
    screens: [],
    medications: [],
    events: [],
    decisions: [],
    measures: [
      {
        instrument: "phq-9",
        name: "PHQ-9",
        max: 27,
        caseness: 10,
        reliableChange: 6,
        baseline: null,
        marks: [],
      },
      {
        instrument: "gad-7",
        name: "GAD-7",
        max: 21,
        caseness: 8,
        reliableChange: 4,
        baseline: null,
        marks: [],
      },
    ],
  });
});

test("an episode that the chart does not have cannot be drawn", () => {
  expect(() => drawEpisode(chart(), EXAMPLE_SITE, "another", day("2026-02-10"))).toThrow(RangeError);
});

describe("the axis", () => {
  test.each([
    ["2026-01-18", "2026-02-02"],
    ["2026-01-19", "2026-01-19"],
    ["2026-02-01", "2026-01-19"],
    ["2026-02-02", "2026-02-02"],
  ])("with something on %s begins on %s", (on, from) => {
    expect(draw({ assessments: [phq("a", on, 12)] }, "2026-02-10").from).toBe(from);
  });

  test("ends with the day of the picture, but a week after a known discharge", () => {
    const episodes = [episode({ dischargedOn: day("2026-03-02"), dischargeReason: "completed" as const })];
    expect(draw({ episodes }, "2026-03-01")).toMatchObject({
      to: "2026-03-01",
      dischargedOn: null,
      dischargeReason: null,
    });
    expect(draw({ episodes }, "2026-03-02")).toMatchObject({ to: "2026-03-02", dischargedOn: "2026-03-02" });
    expect(draw({ episodes }, "2026-03-09").to).toBe("2026-03-09");
    expect(draw({ episodes }, "2026-06-01")).toMatchObject({
      to: "2026-03-09",
      dischargeReason: "completed",
    });
  });

  test("an upcoming episode has the days before it", () => {
    const episodes = [episode({ admittedOn: day("2026-02-20") })];
    const given = { episodes, assessments: [phq("a", "2026-02-10", 12)] };
    expect(draw(given, "2026-02-12")).toMatchObject({ from: "2026-02-06", to: "2026-02-12", week: -2 });
    expect(draw({ episodes }, "2026-01-01")).toMatchObject({ from: "2026-01-01", to: "2026-01-01" });
  });
});

describe("measures", () => {
  test("a mark says how it came about", () => {
    const items = [2, 1, 3, 2, 1, 0, 1, null, null, 2];
    const late = { items, mode: "link" as const, recordedAt: clock("2026-02-05T08:00") };
    const [lane] = draw(
      { assessments: [{ ...phq("a", "2026-02-04", null), ...late }] },
      "2026-02-10",
    ).measures;
    expect(lane?.marks).toEqual([
      {
        assessmentId: "a",
        on: "2026-02-04",
        score: 13,
        band: "moderate",
        prorated: true,
        answered: 7,
        itemCount: 9,
        totalOnly: false,
        items,
        difficulty: 2,
        mode: "link",
        recordedOn: "2026-02-05",
        late: true,
        takesPart: true,
        secondsTaken: null,
        quality: [],
      },
    ]);
  });

  test("recorded on its own day by the site's clock is not late", () => {
    const recordedAt = clock("2026-02-04T23:30");
    const [lane] = draw(
      { assessments: [{ ...phq("a", "2026-02-04", 9), recordedAt }] },
      "2026-02-10",
    ).measures;
    expect(lane?.marks).toMatchObject([{ recordedOn: "2026-02-04", late: false }]);
  });

  test("incomplete, total only, and another of the same day", () => {
    const assessments = [
      { ...phq("incomplete", "2026-02-04", null), items: [1, ...Array(9).fill(null)] },
      { ...phq("first", "2026-02-05", 9), recordedAt: clock("2026-02-05T09:00") },
      { ...phq("second", "2026-02-05", 11), recordedAt: clock("2026-02-05T10:00") },
    ];
    const [lane] = draw({ assessments }, "2026-02-10").measures;
    expect(lane?.marks).toMatchObject([
      {
        assessmentId: "incomplete",
        score: null,
        band: null,
        answered: 1,
        totalOnly: false,
        takesPart: false,
      },
      { assessmentId: "first", score: 9, answered: 0, totalOnly: true, takesPart: false },
      { assessmentId: "second", score: 11, takesPart: true },
    ]);
  });

  test("what belongs to an earlier stay is shown; only as baseline it takes part", () => {
    const episodes = [
      episode({ episodeId: "e-0", admittedOn: day("2025-12-01"), dischargedOn: day("2026-01-28") }),
      episode(),
    ];
    const assessments = [phq("older", "2026-01-20", 20), phq("baseline", "2026-01-27", 16)];
    const [lane] = draw({ episodes, assessments }, "2026-02-10").measures;
    expect(lane?.baseline).toMatchObject({ assessmentId: "baseline", score: 16 });
    expect(lane?.marks.map((mark) => [mark.assessmentId, mark.takesPart])).toEqual([
      ["older", false],
      ["baseline", true],
    ]);
  });
});

describe("attendance", () => {
  test("every status has its mark; today's open session is planned, an earlier one unmarked", () => {
    const statuses = [
      ["attended", "attended", 180],
      ["late", "partial", 180],
      ["left_early", "partial", 180],
      ["no_show", "absent", null],
      ["cancelled_patient", "absent", null],
      ["cancelled_program", "cancelled_program", null],
      ["excused", "excused", null],
      ["scheduled", "unmarked", null],
    ] as const;
    const sessions = statuses.map(([status], place) =>
      session(`s-${place}`, `2026-02-0${place + 2}T17:30`, { status }),
    );
    const today = session("today", "2026-02-12T09:00", { status: "scheduled" });
    const drawn = draw({ sessions: [...sessions, today] }, "2026-02-12").sessions;
    expect(drawn.map((one) => [one.status, one.mark, one.deliveredMinutes])).toEqual([
      ...statuses,
      ["scheduled", "planned", null],
    ]);
    expect(drawn[0]).toMatchObject({ on: "2026-02-02", time: "17:30" });
  });

  test("weeks count what was delivered against the hours of the level", () => {
    const placements = [
      placement({ levelOfCare: "php", startedOn: day("2026-02-02"), endedOn: day("2026-02-11") }),
      placement({ levelOfCare: "iop", startedOn: day("2026-02-12") }),
    ];
    const sessions = [
      session("a", "2026-02-03T09:00", { attendedMinutes: 100 }),
      session("b", "2026-02-05T09:00"),
      session("c", "2026-02-06T09:00", { status: "no_show" }),
      session("d", "2026-02-17T09:00"),
    ];
    const week = { attended: 0, countable: 0, deliveredMinutes: 0 };
    expect(draw({ placements, sessions }, "2026-02-23").attendanceWeeks).toEqual([
      {
        week: 0,
        from: "2026-02-02",
        attended: 2,
        countable: 3,
        deliveredMinutes: 280,
        requiredMinutes: 1200,
        complete: true,
      },
      { week: 1, from: "2026-02-09", ...week, requiredMinutes: null, complete: true },
      {
        week: 2,
        from: "2026-02-16",
        attended: 1,
        countable: 1,
        deliveredMinutes: 180,
        requiredMinutes: 540,
        complete: true,
      },
      { week: 3, from: "2026-02-23", ...week, requiredMinutes: 540, complete: false },
    ]);
    expect(draw({ placements, sessions }, "2026-02-22").attendanceWeeks.at(-1)).toMatchObject({
      week: 2,
      complete: false,
    });
  });
});

describe("screens", () => {
  test("each result is read as a clinician reads it", () => {
    const medicationChanges = [medicationChange("m", "2026-02-02", { medication: "buprenorphine" })];
    const positive = { result: "positive" } as const;
    const results = [
      result("gabapentin", positive),
      result("thc", { ...positive, value: "61", unit: "ng/mL", cutoff: "50" }),
      result("buprenorphine", positive),
      result("cocaine", { ...positive, method: "presumptive" }),
      result("fentanyl", { ...positive, method: "presumptive" }),
      result("fentanyl"),
      result("opiates", { ...positive, resultStatus: "preliminary" }),
      result("pcp", { result: "inconclusive" }),
      result("etg", { result: null }),
      result(null),
    ];
    const [drawn] = draw(
      { medicationChanges, screens: [screen("s", "2026-02-10", { results })] },
      "2026-02-12",
    ).screens;
    expect(drawn).toMatchObject({ screenId: "s", on: "2026-02-10", mark: "new_positive" });
    expect(drawn?.results.map((one) => [one.analyte, one.mark, one.carryOverUntil, one.text])).toEqual([
      ["cocaine", "new_positive", null, "cocaine new positive, presumptive, not confirmed"],
      [
        "thc",
        "carry_over",
        "2026-03-09",
        "THC possible carry-over until 2026-03-09, definitive, 61 ng/mL, cutoff 50 ng/mL",
      ],
      ["opiates", "positive_not_counted", null, "opiates positive, not counted, definitive, preliminary"],
      ["fentanyl", "negative", null, "fentanyl negative, definitive"],
      [
        "fentanyl",
        "positive_not_counted",
        null,
        "fentanyl positive, not counted, presumptive; see the definitive result",
      ],
      ["buprenorphine", "prescribed", null, "buprenorphine positive, prescribed, definitive"],
      ["pcp", "inconclusive", null, "PCP inconclusive, definitive"],
      ["etg", "pending", null, "EtG pending, definitive"],
      ["gabapentin", "positive_not_counted", null, "gabapentin positive, not counted, definitive"],
    ]);
  });

  test("positives of a tampered specimen take no part", () => {
    const tampered = {
      validity: "substituted" as const,
      results: [result("cocaine", { result: "positive" })],
    };
    const [drawn] = draw({ screens: [screen("s", "2026-02-10", tampered)] }, "2026-02-12").screens;
    expect(drawn).toMatchObject({ mark: "tampered", results: [{ mark: "positive_not_counted" }] });
  });
});

describe("flags", () => {
  test("every kind of event and of decision has a letter of its own", () => {
    expect(new Set(EVENT_KINDS.map((kind) => EVENT_LETTERS[kind])).size).toBe(EVENT_KINDS.length);
    expect(new Set(DECISION_KINDS.map((kind) => DECISION_LETTERS[kind])).size).toBe(DECISION_KINDS.length);
  });

  test("of one day the graver events stand first, so that a crowded day does not hide them", () => {
    const events = [
      event("a", "2026-02-03", { kind: "outreach" }),
      event("b", "2026-02-03", { kind: "safety_plan" }),
      event("c", "2026-02-03", { kind: "c_ssrs", result: "low" }),
      event("d", "2026-02-03", { kind: "overdose" }),
      event("e", "2026-02-03", { kind: "c_ssrs", result: "high" }),
      event("f", "2026-02-04", { kind: "crisis" }),
    ];
    expect(draw({ events }, "2026-02-12").events.map(({ eventId }) => eventId)).toEqual([..."deabcf"]);
  });

  test("events and decisions say what happened; free text stays apart", () => {
    const events = [
      event("a", "2026-01-25", { kind: "c_ssrs", result: "moderate" }),
      event("b", "2026-02-03", { kind: "measure_missed", result: "not_asked" }),
      event("c", "2026-02-04", { kind: "hospital_stay", result: "3 nights", note: "after a fall" }),
      event("d", "2026-02-05", { kind: "c_ssrs" }),
    ];
    const decisions = [
      decision("e", "2026-02-06", { decision: "step_down", levelOfCare: "op", reason: "goals met" }),
      decision("f", "2026-02-07", { decision: "added_contact" }),
    ];
    const drawn = draw({ events, decisions }, "2026-02-12");
    expect(drawn.events.map((one) => [one.letter, one.text, one.result, one.note])).toEqual([
      ["C", "C-SSRS: moderate", "moderate", null],
      ["Q", "Measure missed: not asked", "not_asked", null],
      ["H", "Hospital stay", "3 nights", "after a fall"],
      ["C", "C-SSRS: no result", null, null],
    ]);
    expect(drawn.decisions.map((one) => [one.letter, one.text, one.reason])).toEqual([
      ["D", "Decided to step down to outpatient care", "goals met"],
      ["A", "Decided on added contact", null],
    ]);
  });
});
