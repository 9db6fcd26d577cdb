import { describe, expect, test } from "vitest";
import { parseInstant } from "../calendar/parse-instant.ts";
import type { ZoneName } from "../calendar/types.ts";
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
import { knownChart } from "./known.ts";

const known = (given: Partial<Chart>, asOf: string, zone?: string) =>
  knownChart(
    chart(given),
    zone === undefined ? EXAMPLE_SITE : { ...EXAMPLE_SITE, zone: zone as ZoneName },
    day(asOf),
  );

describe("the chart as of a date", () => {
  test("holds records dated on or before it, and recorded on or before it where that is known", () => {
    const events = [
      event("unrecorded", "2026-03-01"),
      event("recorded", "2026-03-01", { recordedAt: clock("2026-03-02T23:59:59") }),
      event("later", "2026-03-01", { recordedAt: clock("2026-03-03T00:00:00") }),
      event("next", "2026-03-03"),
    ];
    const ids = (asOf: string) => known({ events }, asOf).events.map(({ id }) => id);
    expect(ids("2026-02-28")).toEqual([]);
    expect(ids("2026-03-01")).toEqual(["unrecorded"]);
    expect(ids("2026-03-02")).toEqual(["unrecorded", "recorded"]);
    expect(ids("2026-03-03")).toEqual(["unrecorded", "recorded", "later", "next"]);
  });

  test("every kind of record is filtered by its own date", () => {
    const given: Partial<Chart> = {
      placements: [placement({ startedOn: day("2026-03-01") })],
      assessments: [assessment("a", "2026-03-01", { instrument: "phq-9", total: 3 })],
      sessions: [session("s", "2026-03-01T23:30:00")],
      screens: [screen("u", "2026-03-01")],
      medicationChanges: [medicationChange("m", "2026-03-01")],
      events: [event("e", "2026-03-01")],
      decisions: [decision("d", "2026-03-01")],
    };
    const counts = (asOf: string) => {
      const { placements, assessments, sessions, screens, medicationChanges, events, decisions } = known(
        given,
        asOf,
      );
      return [placements, assessments, sessions, screens, medicationChanges, events, decisions].map(
        (all) => all.length,
      );
    };
    expect(counts("2026-02-28")).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(counts("2026-03-01")).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test("what was entered in error is invisible", () => {
    const assessments = [
      assessment("a", "2026-03-01", { instrument: "phq-9", total: 3, status: "entered_in_error" }),
    ];
    expect(known({ assessments }, "2026-03-02").assessments).toEqual([]);
  });

  test("a discharge, its reason and a placement's end dated later are not yet known", () => {
    const given: Partial<Chart> = {
      episodes: [episode({ dischargedOn: day("2026-03-10"), dischargeReason: "completed" })],
      placements: [placement({ endedOn: day("2026-03-10") })],
    };
    const before = known(given, "2026-03-09");
    expect(before.episodes[0]).toMatchObject({ dischargedOn: null, dischargeReason: null });
    expect(before.placements[0]?.endedOn).toBeNull();
    const then = known(given, "2026-03-10");
    expect(then.episodes[0]).toMatchObject({ dischargedOn: "2026-03-10", dischargeReason: "completed" });
    expect(then.placements[0]?.endedOn).toBe("2026-03-10");
  });

  test("episodes admitted later are upcoming", () => {
    expect(known({}, "2026-02-01").upcoming).toHaveLength(1);
    expect(known({}, "2026-02-01").episodes).toHaveLength(0);
    expect(known({}, "2026-02-02").episodes).toHaveLength(1);
  });

  test("records are in order: date, then when recorded, then identifier", () => {
    const at = (id: string, recorded: string | null) =>
      event(id, "2026-03-01", { recordedAt: recorded === null ? null : clock(recorded) });
    const events = [
      at("c", "2026-03-01T10:00:00.500"),
      at("d", "2026-03-01T10:00:00"),
      at("b", null),
      at("a", null),
      event("z", "2026-02-28"),
    ];
    expect(known({ events }, "2026-03-02").events.map(({ id }) => id)).toEqual(["z", "a", "b", "d", "c"]);
  });

  test("a screen is known, whole, from its latest row, and ordered by it", () => {
    const rows = (...times: (string | null)[]) =>
      times.map((time, place) => result(`x${place}`, { recordedAt: time === null ? null : clock(time) }));
    const screens = [
      screen("late", "2026-03-01", { results: rows("2026-03-01T10:00:00", null, "2026-03-04T10:00:00") }),
      screen("none", "2026-03-01", { results: rows(null) }),
    ];
    expect(known({ screens }, "2026-03-03").screens.map(({ id }) => id)).toEqual(["none"]);
    expect(known({ screens }, "2026-03-04").screens.map(({ id }) => id)).toEqual(["none", "late"]);
  });
});

describe("civil dates in the site's zone", () => {
  const zones = ["America/Los_Angeles", "Europe/Dublin", "Asia/Kolkata", "Pacific/Auckland"] as const;

  test.each(zones)("the last second before midnight and midnight itself fall on two dates in %s", (name) => {
    const zone = name as ZoneName;
    const at = (text: string) => parseInstant(text, zone) ?? clock("1970-01-01");
    const sessions = [
      session("before", "2026-03-08T10:00:00", { scheduledStart: at("2026-03-07T23:59:59") }),
      session("after", "2026-03-08T10:00:00", { scheduledStart: at("2026-03-08T00:00:00") }),
    ];
    const dates = known({ sessions }, "2026-03-31", name).sessions.map(({ on }) => on);
    expect(dates).toEqual(["2026-03-07", "2026-03-08"]);
  });

  test("on the days on which clocks change, sessions and screens keep their civil date", () => {
    const sessions = [
      "2026-03-08T00:30:00",
      "2026-03-08T23:30:00",
      "2026-11-01T00:30:00",
      "2026-11-01T23:30:00",
    ].map((start, place) => session(`s${place}`, start));
    const all = known({ sessions }, "2026-12-31").sessions.map(({ on }) => on);
    expect(all).toEqual(["2026-03-08", "2026-03-08", "2026-11-01", "2026-11-01"]);
    const collected = screen("u", "2026-10-30", { collectedAt: clock("2026-11-01T23:59:59") });
    expect(known({ screens: [collected] }, "2026-12-31").screens[0]?.on).toBe("2026-11-01");
  });

  test("one moment is two dates in two zones", () => {
    const sessions = [session("s", "2026-03-08T22:00:00")];
    expect(known({ sessions }, "2026-03-31").sessions[0]?.on).toBe("2026-03-08");
    expect(known({ sessions }, "2026-03-31", "Asia/Kolkata").sessions[0]?.on).toBe("2026-03-09");
  });
});
