import { describe, expect, test } from "vitest";
import { decision, episode, placement } from "../records/example-chart.ts";
import type { Placement, Program, Session } from "../records/types.ts";
import { findingOn, on, sessionOn, sessionsOn, siteWith, weightOf } from "./example-rules.ts";

const weigh = (rule: string, sessions: readonly Session[], day: number) =>
  weightOf(rule, { chart: { sessions }, day });

describe("no-contact", () => {
  const rule = "no-contact";

  test("7 days after the last attended session, with a countable one since", () => {
    const sessions = [sessionOn(10, "attended"), sessionOn(12, "no_show")];
    expect([16, 17].map((day) => weigh(rule, sessions, day))).toEqual([null, "escalate same_day"]);
    expect(weigh(rule, [sessionOn(10, "attended")], 30)).toBeNull();
    expect(
      weigh(rule, [sessionOn(10, "attended"), sessionOn(10, "no_show", { sessionId: "x" })], 30),
    ).toBeNull();
  });

  test("or after admission when none was attended", () => {
    expect([6, 7].map((day) => weigh(rule, [sessionOn(2, "cancelled_patient")], day))).toEqual([
      null,
      "escalate same_day",
    ]);
    expect(weigh(rule, [sessionOn(0, "no_show")], 8)).toBeNull();
  });

  test.each(["cancelled_program", "excused", "scheduled"] as const)("%s is not countable", (status) => {
    expect(weigh(rule, [sessionOn(1, "attended"), sessionOn(5, status)], 20)).toBeNull();
  });

  test.each(["late", "left_early"] as const)("%s is attended", (status) => {
    expect(weigh(rule, [sessionOn(1, "no_show"), sessionOn(10, status)], 20)).toBeNull();
  });

  test("sessions before admission do not count", () => {
    expect(weigh(rule, [sessionOn(-2, "attended"), sessionOn(3, "no_show")], 7)).toBe("escalate same_day");
  });

  test("supersedes consecutive absences and low attendance", () => {
    const sessions = [sessionOn(1, "attended"), ...sessionsOn([3, 5, 7, 9], "no_show")];
    const asked = { chart: { sessions }, day: 9 };
    expect(weigh("consecutive-absences", sessions, 9)).toBe("review same_day");
    expect(weigh("low-attendance", sessions, 9)).toBe("review this_week");
    expect(findingOn(rule, asked)?.headline).toBe(
      "No session attended since 2026-02-03 (8 days), 4 sessions missed",
    );
    expect(findingOn("consecutive-absences", asked)).toBeNull();
    expect(findingOn("low-attendance", asked)).toBeNull();
  });
});

describe("consecutive-absences", () => {
  const rule = "consecutive-absences";

  test("none attended on the last two dates with countable sessions, both in the last 14 days", () => {
    const sessions = [sessionOn(8, "attended"), ...sessionsOn([10, 12], "no_show")];
    expect([11, 12, 23, 24].map((day) => weigh(rule, sessions, day))).toEqual([
      null,
      "review same_day",
      "review same_day",
      null,
    ]);
  });

  test("one attended on either date is enough; other sessions are passed over", () => {
    const partly = [...sessionsOn([10, 12], "no_show"), sessionOn(12, "late", { sessionId: "x" })];
    expect(weigh(rule, partly, 13)).toBeNull();
    const between = [
      ...sessionsOn([10, 13], "no_show"),
      sessionOn(11, "cancelled_program"),
      sessionOn(12, "excused"),
    ];
    expect(weigh(rule, between, 13)).toBe("review same_day");
    expect(
      weigh(rule, [sessionOn(10, "no_show"), sessionOn(10, "no_show", { sessionId: "x" })], 13),
    ).toBeNull();
  });
});

describe("low-attendance", () => {
  const rule = "low-attendance";
  const of = (attended: number, countable: number, from = 10) =>
    Array.from({ length: countable }, (_, place) =>
      sessionOn(from + place, place < attended ? "attended" : "no_show"),
    );

  test("4 or more countable, and less than two thirds attended", () => {
    expect(weigh(rule, of(2, 4), 16)).toBe("review this_week");
    expect(weigh(rule, of(1, 3), 16)).toBeNull();
    expect(weigh(rule, of(4, 6), 16)).toBeNull();
    expect(weigh(rule, of(3, 5), 16)).toBe("review this_week");
    expect(weigh(rule, of(3, 4), 16)).toBeNull();
  });

  test("of the last 14 days", () => {
    expect(weigh(rule, of(2, 4), 23)).toBe("review this_week");
    expect(weigh(rule, of(2, 4), 24)).toBeNull();
  });
});

describe("under-dose", () => {
  const rule = "under-dose";
  const hoursEach = (minutes: readonly number[], from = 0): readonly Session[] =>
    minutes.map((attendedMinutes, week) => sessionOn(from + 7 * week, "attended", { attendedMinutes }));
  const ask = (
    sessions: readonly Session[],
    day: number,
    given: { placements?: readonly Placement[]; program?: Partial<Program> } = {},
  ) =>
    weightOf(rule, {
      chart: { sessions, placements: given.placements ?? [placement()] },
      day,
      site: siteWith(given.program ?? {}),
    });

  test("less than the weekly hours in each of the last two complete program weeks", () => {
    expect(ask(hoursEach([539, 539]), 13)).toBeNull();
    expect(ask(hoursEach([539, 539]), 14)).toBe("review routine");
    expect(ask(hoursEach([540, 539]), 14)).toBeNull();
    expect(ask(hoursEach([539, 540]), 14)).toBeNull();
    expect(ask(hoursEach([0, 539, 539]), 20)).toBe("review routine");
    expect(ask(hoursEach([600, 539, 539]), 20)).toBeNull();
    expect(ask(hoursEach([600, 539, 539]), 21)).toBe("review routine");
    expect(ask([], 14)).toBe("review routine");
  });

  test("wholly on or after the start at this level", () => {
    const placements = [placement({ levelOfCare: "php", endedOn: on(6) }), placement({ startedOn: on(7) })];
    expect(ask([], 20, { placements })).toBeNull();
    expect(ask([], 21, { placements })).toBe("review routine");
    const later = [placement({ levelOfCare: "php", endedOn: on(7) }), placement({ startedOn: on(8) })];
    expect(ask([], 21, { placements: later })).toBeNull();
    expect(ask([], 28, { placements: later })).toBe("review routine");
  });

  test("silent without a placement, and at residential and outpatient level", () => {
    expect(ask([], 21, { placements: [] })).toBeNull();
    expect(
      ask([], 21, { placements: [placement({ levelOfCare: "op" })], program: { levelOfCare: "op" } }),
    ).toBeNull();
    expect(ask([], 21, { placements: [placement({ levelOfCare: "residential" })] })).toBeNull();
  });

  test("the program's hours at its own level, else 9 at IOP and 20 at PHP", () => {
    const php = [placement({ levelOfCare: "php" })];
    expect(ask(hoursEach([1199, 1199]), 14, { placements: php })).toBe("review routine");
    expect(ask(hoursEach([1200, 1199]), 14, { placements: php })).toBeNull();
    expect(ask(hoursEach([359, 359]), 14, { program: { hoursPerWeekMin: 6 } })).toBe("review routine");
    expect(ask(hoursEach([360, 360]), 14, { program: { hoursPerWeekMin: 6 } })).toBeNull();
    expect(ask(hoursEach([539, 539]), 14, { program: { hoursPerWeekMin: null } })).toBe("review routine");
    expect(ask(hoursEach([540, 540]), 14, { program: { hoursPerWeekMin: null } })).toBeNull();
    const elsewhere = { program: { levelOfCare: "php", hoursPerWeekMin: 30 } } as const;
    expect(ask(hoursEach([540, 540]), 14, elsewhere)).toBeNull();
  });

  test("hours with a fraction are compared exactly", () => {
    const asked = (minutes: number, hoursPerWeekMin: number) =>
      ask(hoursEach([minutes, minutes]), 14, { program: { hoursPerWeekMin } });
    expect([asked(569, 9.5), asked(570, 9.5)]).toEqual(["review routine", null]);
    expect([asked(545, 9.1), asked(546, 9.1)]).toEqual(["review routine", null]);
    expect([asked(540, 9.01), asked(541, 9.01)]).toEqual(["review routine", null]);
  });

  test("minutes delivered are those attended, else those scheduled, of attended sessions", () => {
    const sessions = (status: Session["status"], attendedMinutes: number | null) =>
      [0, 7].map((day) => sessionOn(day, status, { scheduledMinutes: 540, attendedMinutes }));
    expect(ask(sessions("attended", null), 14)).toBeNull();
    expect(ask(sessions("left_early", 500), 14)).toBe("review routine");
    expect(ask(sessions("attended", 0), 14)).toBe("review routine");
    expect(ask(sessions("no_show", null), 14)).toBe("review routine");
    expect(ask(sessions("excused", null), 14)).toBe("review routine");
  });

  test("reads with its hours", () => {
    const finding = findingOn(rule, {
      chart: { sessions: hoursEach([330, 45]), placements: [placement()] },
      day: 14,
    });
    expect(finding?.headline).toBe(
      "5 h 30 min and 45 min of 9 h delivered in the weeks from 2026-02-02 and 2026-02-09 at IOP",
    );
  });
});

describe("sessions-unmarked", () => {
  test("in the last 14 days, and 2 or more days old", () => {
    const rule = "sessions-unmarked";
    expect([10, 11, 12, 23, 24].map((day) => weigh(rule, [sessionOn(10, "scheduled")], day))).toEqual([
      null,
      null,
      "data routine",
      "data routine",
      null,
    ]);
    expect(weigh(rule, [sessionOn(10, "excused")], 12)).toBeNull();
    expect(weigh(rule, [sessionOn(-1, "scheduled")], 2)).toBeNull();
  });
});

describe("length-of-stay", () => {
  const rule = "length-of-stay";
  const ask = (
    day: number,
    given: { placements?: readonly Placement[]; program?: Partial<Program>; continued?: number } = {},
  ) =>
    weightOf(rule, {
      chart: {
        placements: given.placements ?? [placement()],
        decisions: given.continued === undefined ? [] : [decision("d", on(given.continued))],
      },
      day,
      site: siteWith(given.program ?? { plannedWeeksMax: 8 }),
    });

  test("more days at the level than 7 × the planned weeks", () => {
    expect([ask(56), ask(57)]).toEqual([null, "review routine"]);
    expect(ask(57, { program: { plannedWeeksMax: null } })).toBeNull();
  });

  test("only at the program's own level, and with a placement", () => {
    expect(ask(90, { placements: [] })).toBeNull();
    expect(ask(90, { placements: [placement({ levelOfCare: "php" })] })).toBeNull();
  });

  test("not for 28 days after a decision to continue", () => {
    expect([ask(87, { continued: 60 }), ask(88, { continued: 60 })]).toEqual([null, "review routine"]);
  });

  test("another decision does not hold it back", () => {
    const chart = {
      placements: [placement()],
      decisions: [decision("d", on(56), { decision: "added_contact" })],
    };
    expect(weightOf(rule, { chart, day: 57, site: siteWith({ plannedWeeksMax: 8 }) })).toBe("review routine");
  });
});

describe("sessions and time", () => {
  test("sessions that lie in two stays count in the one admitted later", () => {
    const episodes = [episode(), episode({ episodeId: "e-2", admittedOn: on(5) })];
    const sessions = sessionsOn([6, 8, 10, 12], "no_show");
    expect(weightOf("low-attendance", { chart: { episodes, sessions }, day: 12 })).toBeNull();
    expect(weightOf("low-attendance", { chart: { sessions }, day: 12 })).toBe("review this_week");
  });
});
