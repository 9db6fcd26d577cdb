import { describe, expect, test } from "vitest";
import { type EpisodeView, viewEpisode } from "../findings/episode-view.ts";
import { type KnownChart, knownChart } from "../findings/known.ts";
import type { InstrumentId } from "../records/codes.ts";
import { assessment, chart, clock, day, EXAMPLE_SITE, episode, event } from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import type { MeasureWeek } from "./types.ts";
import { daysOfWeek, measureWeeks, programWeek } from "./weeks.ts";

function read(source: Chart, asOf: string): { known: KnownChart; view: EpisodeView } {
  const known = knownChart(source, EXAMPLE_SITE, day(asOf));
  const of = known.episodes[0] ?? known.upcoming[0];
  if (of === undefined) throw new Error("no episode");
  return { known, view: viewEpisode(known, EXAMPLE_SITE, of) };
}

function weeks(
  given: Partial<Chart>,
  asOf: string,
  instrument: InstrumentId = "phq-9",
): readonly MeasureWeek[] {
  const { known, view } = read(chart(given), asOf);
  return measureWeeks(known, view, instrument);
}

const states = (list: readonly MeasureWeek[]): string => list.map((week) => week.state).join(" ");
const phq = (id: string, on: string, total: number) => assessment(id, on, { instrument: "phq-9", total });
const missed = (id: string, on: string, result: string, note: string | null = null) =>
  event(id, on, { kind: "measure_missed", result, note });

test("week k is days 7k to 7k + 6 after admission", () => {
  const admitted = day("2026-02-02");
  expect(programWeek(admitted, day("2026-02-02"))).toBe(0);
  expect(programWeek(admitted, day("2026-02-08"))).toBe(0);
  expect(programWeek(admitted, day("2026-02-09"))).toBe(1);
  expect(programWeek(admitted, day("2026-02-01"))).toBe(-1);
  expect(daysOfWeek(admitted, 5)).toEqual({ from: "2026-03-09", to: "2026-03-15" });
});

describe("states", () => {
  test("nothing known: every earlier week is missing, the present one is due", () => {
    expect(states(weeks({}, "2026-02-22"))).toBe("missing missing due");
    expect(states(weeks({}, "2026-02-23"))).toBe("missing missing missing due");
    expect(states(weeks({}, "2026-02-02"))).toBe("due");
  });

  test("there is no week before admission", () => {
    expect(weeks({}, "2026-01-25")).toEqual([]);
  });

  test("a scored assessment makes its week done, the first and the last day included", () => {
    const assessments = [phq("a", "2026-02-02", 18), phq("b", "2026-02-15", 14)];
    expect(weeks({ assessments }, "2026-02-16")).toMatchObject([
      { week: 0, state: "done", score: 18, band: "moderately severe", on: "2026-02-02", assessmentId: "a" },
      { week: 1, state: "done", score: 14, band: "moderate" },
      { week: 2, state: "due", score: null, band: null, on: null, assessmentId: null },
    ]);
  });

  test("of several in a week the last one stands", () => {
    const assessments = [phq("b", "2026-02-06", 9), phq("a", "2026-02-03", 18)];
    expect(weeks({ assessments }, "2026-02-06")).toMatchObject([{ score: 9, assessmentId: "b" }]);
  });

  test("recorded after the last day of its week: late; on that day: done", () => {
    const recorded = (at: string) => [{ ...phq("a", "2026-02-05", 18), recordedAt: clock(at) }];
    expect(states(weeks({ assessments: recorded("2026-02-08T23:59") }, "2026-02-10"))).toBe("done due");
    expect(states(weeks({ assessments: recorded("2026-02-09T00:00") }, "2026-02-10"))).toBe("late due");
  });

  test("not yet recorded: the week is as it was known on the day", () => {
    const assessments = [{ ...phq("a", "2026-02-05", 18), recordedAt: clock("2026-02-12T09:00") }];
    expect(states(weeks({ assessments }, "2026-02-11"))).toBe("missing due");
    expect(states(weeks({ assessments }, "2026-02-12"))).toBe("late due");
  });

  test("an incomplete assessment is shown and does not make the week done", () => {
    const items = [1, 2, 1, 0, 1, 1, null, null, null, null];
    const assessments = [assessment("a", "2026-02-03", { instrument: "phq-9", items })];
    expect(weeks({ assessments }, "2026-02-09")).toMatchObject([
      { state: "missing", score: null, incomplete: true, on: "2026-02-03", assessmentId: "a" },
      { state: "due", incomplete: false },
    ]);
  });

  test("a prorated score says so", () => {
    const items = [1, 2, 1, 0, 1, 1, 1, null, null, null];
    const assessments = [assessment("a", "2026-02-03", { instrument: "phq-9", items })];
    expect(weeks({ assessments }, "2026-02-03")).toMatchObject([{ state: "done", score: 9, prorated: true }]);
  });

  test("what was entered in error is invisible", () => {
    const assessments = [{ ...phq("a", "2026-02-03", 18), status: "entered_in_error" as const }];
    expect(weeks({ assessments }, "2026-02-03")).toMatchObject([{ state: "due", incomplete: false }]);
  });
});

describe("reasons", () => {
  test.each(["refused", "absent", "not_asked", "unable"])("%s stands in the week of its event", (reason) => {
    const events = [missed("m", "2026-02-10", reason)];
    expect(states(weeks({ events }, "2026-02-16"))).toBe(`missing ${reason} due`);
  });

  test("a reason in the present week stands before due", () => {
    expect(states(weeks({ events: [missed("m", "2026-02-03", "refused")] }, "2026-02-04"))).toBe("refused");
  });

  test("a score stands before a reason", () => {
    const given = {
      events: [missed("m", "2026-02-03", "refused")],
      assessments: [phq("a", "2026-02-04", 3)],
    };
    expect(states(weeks(given, "2026-02-04"))).toBe("done");
    expect(states(weeks(given, "2026-02-04", "gad-7"))).toBe("refused");
  });

  test("the last reason of a week stands", () => {
    const events = [missed("b", "2026-02-05", "refused"), missed("a", "2026-02-03", "absent")];
    expect(states(weeks({ events }, "2026-02-05"))).toBe("refused");
  });

  test("a note that names one instrument speaks of that one only", () => {
    const named = [missed("m", "2026-02-03", "refused", "would not answer the gad-7")];
    expect(states(weeks({ events: named }, "2026-02-04"))).toBe("due");
    expect(states(weeks({ events: named }, "2026-02-04", "gad-7"))).toBe("refused");
    const both = [missed("m", "2026-02-03", "refused", "PHQ and GAD")];
    expect(states(weeks({ events: both }, "2026-02-04"))).toBe("refused");
    const neither = [missed("m", "2026-02-03", "refused", "went home early")];
    expect(states(weeks({ events: neither }, "2026-02-04", "gad-7"))).toBe("refused");
  });

  test("a missed measure without a known reason is missing", () => {
    const events = [event("m", "2026-02-03", { kind: "measure_missed" })];
    expect(states(weeks({ events }, "2026-02-10"))).toBe("missing due");
  });
});

describe("around the end of a stay", () => {
  const discharged = [episode({ dischargedOn: day("2026-02-18"), dischargeReason: "completed" })];

  test("weeks end with the discharge; a week cut short stands only if something lies in it", () => {
    expect(states(weeks({ episodes: discharged }, "2026-02-20"))).toBe("missing missing");
    const assessments = [phq("a", "2026-02-17", 5)];
    expect(states(weeks({ episodes: discharged, assessments }, "2026-02-20"))).toBe("missing missing done");
  });

  test("before the discharge is known the week is due", () => {
    expect(states(weeks({ episodes: discharged }, "2026-02-17"))).toBe("missing missing due");
  });

  test("a week that the discharge closes is missing", () => {
    const closing = [episode({ dischargedOn: day("2026-02-15") })];
    expect(states(weeks({ episodes: closing }, "2026-02-16"))).toBe("missing missing");
  });
});
