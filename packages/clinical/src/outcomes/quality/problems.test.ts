import { describe, expect, test } from "vitest";
import { viewEpisode } from "../../findings/episode-view.ts";
import { knownChart } from "../../findings/known.ts";
import {
  assessment,
  chart,
  clock,
  day,
  EXAMPLE_SITE,
  episode,
  event,
  placement,
  result,
  screen,
  session,
} from "../../records/example-chart.ts";
import type { Chart } from "../../records/types.ts";
import type { QualityCheckId } from "../quality.types.ts";
import { type EpisodeQuality, problemsOf } from "./problems.ts";

const DISCHARGED = { dischargedOn: day("2026-02-22"), dischargeReason: "completed" } as const;

function quality(given: Partial<Chart>, asOf = "2026-06-01", of = "e-1"): EpisodeQuality {
  const known = knownChart(chart(given), EXAMPLE_SITE, day(asOf));
  const one = known.episodes.find(({ episodeId }) => episodeId === of);
  if (one === undefined) throw new Error("no such episode");
  return problemsOf(viewEpisode(known, EXAMPLE_SITE, one), known);
}

function texts(check: QualityCheckId, given: Partial<Chart>, asOf?: string, of?: string): readonly string[] {
  return quality(given, asOf, of)
    .quality.filter((problem) => problem.check === check)
    .map(({ on, text }) => `${on} ${text}`);
}

const phq = (id: string, on: string, given = {}) =>
  assessment(id, on, { instrument: "phq-9", total: 12, ...given });
const items = (...answers: readonly (number | null)[]) => ({
  total: null,
  items: Array.from({ length: 10 }, (_, place) => answers[place] ?? null),
});

describe("weeks not measured", () => {
  const missed = (on: string, reason: string) => event(on, on, { kind: "measure_missed", result: reason });

  test("every whole week without a score, with its reason where there is one", () => {
    const given = {
      episodes: [episode(DISCHARGED)],
      assessments: [phq("a", "2026-02-10")],
      events: [missed("2026-02-03", "refused")],
    };
    expect(texts("week-not-measured", given)).toEqual([
      "2026-02-02 Week 1: no PHQ-9, refused",
      "2026-02-16 Week 3: no PHQ-9, no reason recorded",
    ]);
  });

  test("a week that the discharge cut short is none; one that ends on the day of the discharge is", () => {
    const until = (on: string) => ({ episodes: [episode({ ...DISCHARGED, dischargedOn: day(on) })] });
    expect(texts("week-not-measured", until("2026-02-07"))).toEqual([]);
    expect(texts("week-not-measured", until("2026-02-08"))).toHaveLength(1);
    const reason = { ...until("2026-02-07"), events: [missed("2026-02-03", "absent")] };
    expect(texts("week-not-measured", reason)).toEqual([]);
  });

  test("the present week of a stay that goes on is none", () => {
    expect(texts("week-not-measured", {}, "2026-02-08")).toEqual([]);
    expect(texts("week-not-measured", {}, "2026-02-09")).toHaveLength(1);
  });

  test("a form with too few answers is named and opened", () => {
    const given = { episodes: [episode(DISCHARGED)], assessments: [phq("a", "2026-02-04", items(1, 2))] };
    expect(quality(given).quality[0]).toEqual({
      check: "week-not-measured",
      record: { kind: "assessment", id: "a" },
      on: "2026-02-04",
      text: "Week 1: a PHQ-9 with too few answers to be scored",
    });
  });
});

describe("forms", () => {
  test("recorded more than two days after its day is late", () => {
    const at = (recorded: string) => ({
      assessments: [phq("a", "2026-02-03", { recordedAt: clock(recorded) })],
    });
    expect(texts("recorded-late", at("2026-02-05T23:59"))).toEqual([]);
    expect(texts("recorded-late", at("2026-02-06T00:00"))).toEqual([
      "2026-02-03 PHQ-9 recorded 3 days later, on 2026-02-06",
    ]);
    expect(texts("recorded-late", { assessments: [phq("a", "2026-02-03")] })).toEqual([]);
  });

  test("answers missing, prorated and not scored", () => {
    const given = {
      assessments: [
        phq("whole", "2026-02-03", items(1, 1, 1, 1, 1, 1, 1, 1, 0)),
        phq("raised", "2026-02-10", items(1, 1, 1, 1, 1, 1, 1, 1)),
        phq("open", "2026-02-17", items(1, 1)),
        phq("stated", "2026-02-24", { ...items(1, 1), total: 9 }),
        phq("total", "2026-03-03"),
      ],
    };
    expect(texts("items-missing", given)).toEqual([
      "2026-02-10 PHQ-9: 8 of 9 items answered, score 9",
      "2026-02-17 PHQ-9: 2 of 9 items answered, not scored",
      "2026-02-24 PHQ-9: 2 of 9 items answered, score 9",
    ]);
    expect(texts("prorated", given)).toEqual(["2026-02-10 PHQ-9 9, prorated: 8 of 9 items answered"]);
    expect(quality(given).looked).toEqual({ assessments: 5, itemized: 4, sessions: 0, collected: 0 });
  });
});

describe("sessions and screens", () => {
  test("a session is listed from its second day on while it is scheduled", () => {
    const sessions = [
      session("s", "2026-02-03T09:00", { status: "scheduled", service: "case_management" }),
      session("t", "2026-02-03T12:00"),
    ];
    expect(texts("session-not-marked", { sessions }, "2026-02-04")).toEqual([]);
    expect(texts("session-not-marked", { sessions }, "2026-02-05")).toEqual([
      "2026-02-03 Session (case management) not marked",
    ]);
    expect(quality({ sessions }, "2026-02-04").looked.sessions).toBe(0);
    expect(quality({ sessions }, "2026-02-05").looked.sessions).toBe(2);
  });

  test("a specimen waits for a final result from its seventh day on", () => {
    const preliminary = [result("fentanyl", { resultStatus: "preliminary" })];
    const screens = [
      screen("none", "2026-02-03"),
      screen("early", "2026-02-04", { results: preliminary }),
      screen("done", "2026-02-05", { results: [...preliminary, result("thc", { resultStatus: null })] }),
      screen("unclear", "2026-02-05", { results: [result("thc", { result: "inconclusive" })] }),
      screen("tampered", "2026-02-05", { validity: "substituted" }),
      screen("missed", "2026-02-05", { disposition: "missed" }),
    ];
    expect(texts("screen-without-result", { screens })).toEqual([
      "2026-02-03 Specimen collected, no result",
      "2026-02-04 Specimen collected, only preliminary results",
    ]);
    expect(quality({ screens }).looked.collected).toBe(4);
    expect(texts("screen-without-result", { screens }, "2026-02-09")).toEqual([]);
    expect(texts("screen-without-result", { screens }, "2026-02-10")).toHaveLength(1);
  });
});

test("a discharge without a reason is listed from the day on which it is known", () => {
  const episodes = [episode({ dischargedOn: day("2026-02-04") })];
  expect(texts("no-discharge-reason", { episodes }, "2026-02-03")).toEqual([]);
  expect(texts("no-discharge-reason", { episodes }, "2026-02-04")).toEqual([
    "2026-02-04 Discharged, no reason recorded",
  ]);
});

describe("impossible sequences", () => {
  const second = (given: Parameters<typeof episode>[0]) => episode({ episodeId: "e-2", ...given });

  test("two stays at once, told at both; a transfer on one day is none", () => {
    const at = (admitted: string) => ({
      episodes: [episode(DISCHARGED), second({ admittedOn: day(admitted) })],
    });
    expect(texts("impossible-sequence", at("2026-02-22"))).toEqual([]);
    expect(texts("impossible-sequence", at("2026-02-21"))).toEqual([
      "2026-02-21 Another stay at the same time: admitted on 2026-02-21, still open",
    ]);
    expect(texts("impossible-sequence", at("2026-02-21"), "2026-06-01", "e-2")).toEqual([
      "2026-02-02 Another stay at the same time: admitted on 2026-02-02, to 2026-02-22",
    ]);
  });

  test("placements outside their stay and over one another", () => {
    const placed = (...spans: readonly (readonly [string, string | null])[]) => ({
      episodes: [episode(DISCHARGED)],
      placements: spans.map(([from, to]) =>
        placement({ startedOn: day(from), endedOn: to === null ? null : day(to) }),
      ),
    });
    const within = placed(["2026-02-02", "2026-02-10"], ["2026-02-10", null]);
    expect(texts("impossible-sequence", within)).toEqual([]);
    expect(texts("impossible-sequence", placed(["2026-02-02", null], ["2026-02-10", null]))).toEqual([]);
    expect(texts("impossible-sequence", placed(["2026-02-01", "2026-02-23"]))).toEqual([
      "2026-02-01 Placement (iop) of 2026-02-01 starts before the admission on 2026-02-02",
    ]);
    expect(texts("impossible-sequence", placed(["2026-02-02", "2026-02-23"]))).toHaveLength(1);
    expect(texts("impossible-sequence", placed(["2026-02-23", null]))).toHaveLength(1);
    expect(texts("impossible-sequence", placed(["2026-02-02", "2026-02-12"], ["2026-02-11", null]))).toEqual([
      "2026-02-11 Placement (iop) of 2026-02-02 ends on 2026-02-12, after the next one began on 2026-02-11",
    ]);
  });

  test("attended after the discharge, and recorded before it was given", () => {
    const given = {
      episodes: [episode(DISCHARGED)],
      sessions: [
        session("last", "2026-02-22T09:00"),
        session("after", "2026-02-24T09:00"),
        session("missed", "2026-02-25T09:00", { status: "no_show" }),
      ],
      assessments: [
        phq("early", "2026-02-03", { recordedAt: clock("2026-02-02T09:00") }),
        phq("follow-up", "2026-02-25"),
      ],
    };
    expect(texts("impossible-sequence", given)).toEqual([
      "2026-02-03 PHQ-9 recorded on 2026-02-02, before it was given",
      "2026-02-24 Session attended after the discharge",
    ]);
  });

  test("a session of the next stay is not after the discharge of this one", () => {
    const given = {
      episodes: [episode(DISCHARGED), second({ admittedOn: day("2026-02-23") })],
      sessions: [session("next", "2026-02-24T09:00")],
    };
    expect(texts("impossible-sequence", given)).toEqual([]);
  });

  test("nothing comes after a death", () => {
    const given = {
      episodes: [
        episode({ ...DISCHARGED, dischargeReason: "deceased" }),
        second({ admittedOn: day("2026-05-01") }),
      ],
      sessions: [session("s", "2026-05-03T09:00")],
      assessments: [phq("a", "2026-02-22"), phq("b", "2026-05-03")],
      screens: [screen("x", "2026-05-04")],
    };
    expect(texts("impossible-sequence", given)).toEqual([
      "2026-05-01 Admitted after the death",
      "2026-05-03 Session attended after the death",
      "2026-05-03 PHQ-9 given after the death",
      "2026-05-04 Specimen collected after the death",
    ]);
  });
});

test("an episode of which nothing else is known has no other problem, and the list is in the order of the checks", () => {
  expect(quality({}, "2026-02-02")).toEqual({
    quality: [],
    looked: { assessments: 0, itemized: 0, sessions: 0, collected: 0 },
  });
  const given = {
    episodes: [episode({ dischargedOn: day("2026-02-10") })],
    sessions: [session("s", "2026-02-03T09:00", { status: "scheduled" })],
    screens: [screen("none", "2026-02-03")],
  };
  expect(quality(given).quality.map(({ check }) => check)).toEqual([
    "week-not-measured",
    "session-not-marked",
    "screen-without-result",
    "no-discharge-reason",
  ]);
});
