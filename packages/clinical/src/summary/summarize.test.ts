import { describe, expect, test } from "vitest";
import type { Finding } from "../findings/types.ts";
import {
  assessment,
  chart,
  day,
  EXAMPLE_PROGRAM,
  EXAMPLE_SITE,
  episode,
  placement,
  session,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import type { CriterionState, StepDownCard } from "../step-down/types.ts";
import { summarizeEpisode } from "./summarize.ts";

const QUIET = { episode: episode(), phase: "active" as const, findings: [], stepDown: null };

const summary = (
  given: Partial<Chart>,
  asOf: string,
  evaluation: Parameters<typeof summarizeEpisode>[2] = QUIET,
) => summarizeEpisode(chart(given), EXAMPLE_SITE, evaluation, day(asOf));

const measure = (given: Partial<Chart>, asOf: string) => summary(given, asOf).measures[0]!;
const phq = (id: string, on: string, total: number) => assessment(id, on, { instrument: "phq-9", total });

test("an empty chart is no data, and nothing of it is zero that could be a value", () => {
  expect(summary({}, "2026-02-10")).toMatchObject({
    episodeId: "e-1",
    patientId: "p-1",
    programId: "iop",
    asOf: "2026-02-10",
    phase: "active",
    levelOfCare: "iop",
    admittedOn: "2026-02-02",
    week: 1,
    plannedWeeksMin: 8,
    plannedWeeksMax: 12,
    leading: null,
    findingCount: 0,
    rules: [],
    attendance14: { attended: 0, countable: 0 },
    screens: [],
    stepDown: null,
  });
  for (const one of summary({}, "2026-02-10").measures) {
    expect(one).toMatchObject({ latest: null, baseline: null, change: null, reliable: null });
    expect(one.weeks.map((week) => week.score)).toEqual([null, null]);
  }
});

describe("a measure", () => {
  test("is compared with its baseline when it is dated after it", () => {
    const given = { assessments: [phq("a", "2026-01-30", 14), phq("b", "2026-02-20", 20)] };
    expect(measure(given, "2026-02-20")).toMatchObject({
      latest: { score: 20, on: "2026-02-20", band: "severe", prorated: false, assessmentId: "b" },
      baseline: { score: 14, on: "2026-01-30", assessmentId: "a" },
      change: 6,
      reliable: "worsened",
    });
    expect(measure(given, "2026-02-19")).toMatchObject({
      latest: { score: 14 },
      change: null,
      reliable: null,
    });
  });

  test.each([
    [19, "none"],
    [8, "improved"],
    [9, "none"],
  ])("from 14 to %i: %s", (score, reliable) => {
    const given = { assessments: [phq("a", "2026-02-02", 14), phq("b", "2026-02-20", score)] };
    expect(measure(given, "2026-02-20").reliable).toBe(reliable);
  });

  test("is due a week after the latest, or after admission; overdue after more than ten days", () => {
    expect(measure({}, "2026-02-12")).toMatchObject({ nextDue: "2026-02-09", overdue: false });
    expect(measure({}, "2026-02-13")).toMatchObject({ nextDue: "2026-02-09", overdue: true });
    const given = { assessments: [phq("a", "2026-02-06", 14)] };
    expect(measure(given, "2026-02-16")).toMatchObject({ nextDue: "2026-02-13", overdue: false });
    expect(measure(given, "2026-02-17")).toMatchObject({ nextDue: "2026-02-13", overdue: true });
    const before = { assessments: [phq("a", "2026-01-28", 14)] };
    expect(measure(before, "2026-02-12")).toMatchObject({ nextDue: "2026-02-09", overdue: false });
  });

  test("is never overdue around a stay", () => {
    const given = { episodes: [episode({ dischargedOn: day("2026-03-02") })] };
    const around = summary(given, "2026-03-05", { ...QUIET, phase: "window" });
    expect(around).toMatchObject({ phase: "window", week: 4 });
    expect(around.measures.map((one) => one.overdue)).toEqual([false, false]);
  });
});

test("attendance is that of the last fourteen days", () => {
  const sessions = [
    session("out", "2026-02-10T09:00"),
    session("first", "2026-02-11T09:00", { status: "no_show" }),
    session("late", "2026-02-12T09:00", { status: "late" }),
    session("excused", "2026-02-13T09:00", { status: "excused" }),
    session("open", "2026-02-24T09:00", { status: "scheduled" }),
    session("evening", "2026-02-24T23:30"),
    session("next", "2026-02-25T00:30"),
  ];
  expect(summary({ sessions }, "2026-02-24").attendance14).toEqual({ attended: 2, countable: 3 });
});

test("the level is the present placement's, without one the program's", () => {
  const placements = [
    placement({ levelOfCare: "php", endedOn: day("2026-02-15") }),
    placement({ startedOn: day("2026-02-16"), levelOfCare: "iop" }),
  ];
  expect(summary({ placements }, "2026-02-14").levelOfCare).toBe("php");
  expect(summary({ placements }, "2026-02-16").levelOfCare).toBe("iop");
  expect(summary({}, "2026-02-16").levelOfCare).toBe(EXAMPLE_PROGRAM.levelOfCare);
});

test("a row says how many findings there are, and which one leads", () => {
  const found = (rule: string, urgency: Finding["urgency"]): Finding => ({
    rule,
    version: 1,
    patient_id: "p-1",
    episode_id: "e-1",
    as_of: day("2026-02-16"),
    kind: "review",
    urgency,
    headline: `${rule} holds`,
    evidence: [],
    clears: "",
    source: "",
  });
  const findings = [found("low-attendance", "this_week"), found("length-of-stay", "routine")];
  expect(summary({}, "2026-02-16", { ...QUIET, findings })).toMatchObject({
    findingCount: 2,
    rules: ["low-attendance", "length-of-stay"],
    leading: { rule: "low-attendance", headline: "low-attendance holds", newestEvidenceOn: null },
  });
});

test("the card is counted by its criteria", () => {
  const criterion = (state: CriterionState) => ({ id: state, state, detail: "", label: "", evidence: [] });
  const card = (...states: CriterionState[]): StepDownCard => ({
    patient_id: "p-1",
    episode_id: "e-1",
    ready: false,
    criteria: states.map(criterion),
  });
  const stepDown = card("met", "met", "not_met", "no_data", "not_applicable");
  expect(summary({}, "2026-02-16", { ...QUIET, stepDown }).stepDown).toEqual({
    met: 2,
    applicable: 4,
    ready: false,
    noData: 1,
  });
});

test("an upcoming episode owns nothing yet", () => {
  const given = {
    episodes: [episode({ admittedOn: day("2026-02-20") })],
    assessments: [phq("a", "2026-02-18", 14)],
  };
  const row = summary(given, "2026-02-18", { ...QUIET, phase: "window" });
  expect(row.week).toBe(-1);
  expect(row.measures[0]).toMatchObject({ weeks: [], latest: null, baseline: { score: 14 }, change: null });
});

test("what cannot be told is refused, not guessed", () => {
  const elsewhere = { ...QUIET, episode: episode({ episodeId: "another" }) };
  expect(() => summary({}, "2026-02-16", elsewhere)).toThrow(RangeError);
  const nowhere = { episodes: [episode({ programId: "another" })] };
  expect(() => summary(nowhere, "2026-02-16")).toThrow(RangeError);
});
