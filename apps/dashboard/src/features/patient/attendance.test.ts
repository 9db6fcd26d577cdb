import type { AttendanceWeek, SessionMarkOnTimeline } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { day, picture } from "../../charts/lane.fixture.ts";
import { calendarWeeks, earlyMisses, foldedWeeks, sharedModality, usedDays } from "./attendance-weeks.ts";
import { missedWords, sessionWords } from "./session-words.ts";
import { attendedWords, hoursOfWeek } from "./words.ts";

function session(n: number, more: Partial<SessionMarkOnTimeline> = {}): SessionMarkOnTimeline {
  return {
    sessionId: `s${n}${more.time ?? ""}`,
    on: day(n),
    time: "09:00",
    service: "group",
    status: "attended",
    mark: "attended",
    scheduledMinutes: 180,
    deliveredMinutes: 180,
    modality: "in_person",
    earlyMiss: false,
    ...more,
  };
}

function week(n: number, more: Partial<AttendanceWeek> = {}): AttendanceWeek {
  return {
    week: n,
    from: day(7 * n),
    attended: 1,
    countable: 1,
    deliveredMinutes: 180,
    requiredMinutes: 540,
    complete: true,
    ...more,
  };
}

const noShow = { status: "no_show", mark: "absent", deliveredMinutes: null } as const;

describe("the calendar of a stay", () => {
  it("has every program week, also one without a session, and its days in order", () => {
    const sessions = [session(16), session(2, { time: "13:00" }), session(2)];
    const weeks = calendarWeeks(picture({ sessions, attendanceWeeks: [week(0), week(1), week(2)] }));
    expect(weeks.map(({ week: n, from }) => [n, from])).toEqual([
      [0, day(0)],
      [1, day(7)],
      [2, day(14)],
    ]);
    expect(weeks[0]?.days[2]?.sessions.map(({ time }) => time)).toEqual(["09:00", "13:00"]);
    expect(weeks[1]?.days.flatMap(({ sessions: there }) => there)).toEqual([]);
    expect(usedDays(weeks)).toEqual([2]);
  });

  it("keeps a session before admission in a week that counts for nothing", () => {
    const weeks = calendarWeeks(picture({ sessions: [session(-3)], attendanceWeeks: [week(0)] }));
    expect(weeks.map(({ week: n, facts }) => [n, facts === null])).toEqual([
      [-1, true],
      [0, false],
    ]);
    expect(weeks[0]?.days[4]?.sessions).toHaveLength(1);
  });

  it("folds what is long ago, and never a week with an early miss", () => {
    const sessions = [session(8, { ...noShow, earlyMiss: true }), session(80)];
    const attendanceWeeks = Array.from({ length: 12 }, (_, n) => week(n));
    const { first, earlier, latest } = foldedWeeks(calendarWeeks(picture({ sessions, attendanceWeeks })));
    const numbers = (weeks: typeof first) => weeks.map((one) => one.week);
    expect(numbers(first)).toEqual([1]);
    expect(numbers(earlier)).toEqual([0, 2, 3]);
    expect(numbers(latest)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("says a place once only where every session is known to share it", () => {
    expect(sharedModality([session(1), session(2)])).toBe("in_person");
    expect(sharedModality([session(1), session(2, { modality: "telehealth" })])).toBeNull();
    expect(sharedModality([session(1), session(2, { modality: null })])).toBeNull();
    expect(sharedModality([session(1, { modality: null })])).toBeNull();
    expect(sharedModality([])).toBeNull();
  });

  it("finds the early misses, by date", () => {
    const early = { ...noShow, earlyMiss: true };
    const found = earlyMisses([session(9, early), session(30, noShow), session(1, early)]);
    expect(found.map(({ on }) => on)).toEqual([day(1), day(9)]);
  });
});

describe("a session in words", () => {
  it("says the day, the service, the reason, the minutes and the place", () => {
    expect(sessionWords(session(3, { ...noShow, earlyMiss: true }), day(40))).toBe(
      "Thu, Jan 8, 09:00: group, no-show, 180 min scheduled, in person, missed in the first two weeks",
    );
  });

  it("says how much of it was given, and that a place is not known", () => {
    const late = session(3, { status: "late", mark: "partial", deliveredMinutes: 120, modality: null });
    expect(sessionWords(late, day(40))).toContain("late, 120 of 180 min, place: no data");
  });

  it("has a reason for what was missed and none for what is still to come", () => {
    expect(missedWords(session(1, noShow))).toBe("no-show");
    expect(missedWords(session(1, { status: "cancelled_program", mark: "cancelled_program" }))).toBe(
      "canceled by the program",
    );
    expect(missedWords(session(1, { status: "scheduled", mark: "planned" }))).toBeNull();
    expect(missedWords(session(1))).toBeNull();
  });
});

describe("a week in words", () => {
  it("has hours against those of the level, or says that none are set", () => {
    expect(hoursOfWeek(week(0, { deliveredMinutes: 450 }))).toBe("7.5 h of 9 h");
    expect(hoursOfWeek(week(0, { requiredMinutes: null }))).toBe("3 h, no hours set");
    expect(hoursOfWeek(week(0, { countable: 0, deliveredMinutes: 0 }))).toBe("no data of 9 h");
  });

  it("does not call a week without countable sessions a week of absence", () => {
    expect(attendedWords(week(0, { attended: 0, countable: 0 }))).toBe("no data: no session counts");
    expect(attendedWords(week(0, { attended: 0, countable: 3 }))).toBe("0 of 3 attended");
  });
});
