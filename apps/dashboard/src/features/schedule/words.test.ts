import type { SchedulePage } from "@soundings/contract";
import { expect, it } from "vitest";
import { clockWords, daySentence, weekdayWords } from "./words.ts";

type Session = SchedulePage["sessions"][number];

const day = "2026-03-16" as SchedulePage["on"];
const page = (...statuses: Session["status"][]): SchedulePage => ({
  on: day,
  today: day,
  programs: [],
  nearest: { before: null, after: null },
  sessions: statuses.map((status) => ({ status }) as Session),
});

it("says times of the day as a clock here does", () => {
  expect(["00:05", "08:20", "12:00", "12:20", "23:30"].map(clockWords)).toEqual([
    "12:05 AM",
    "8:20 AM",
    "12:00 PM",
    "12:20 PM",
    "11:30 PM",
  ]);
});

it("names the weekday of the day itself, wherever the browser is", () => {
  expect(weekdayWords(day)).toBe("Monday, Mar 16, 2026");
});

it("counts what is still to be marked, and leaves an empty day to its own words", () => {
  expect(daySentence(page())).toBe("");
  expect(daySentence(page("attended"))).toBe("Monday, Mar 16, 2026: 1 session, all marked.");
  expect(daySentence(page("attended", "scheduled"))).toBe(
    "Monday, Mar 16, 2026: 2 sessions, 1 not marked yet.",
  );
});
