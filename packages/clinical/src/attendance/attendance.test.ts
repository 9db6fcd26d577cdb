import { describe, expect, test } from "vitest";
import { SESSION_STATUSES } from "../records/codes.ts";
import { isAttended, isCountable, minutesDelivered } from "./attendance.ts";

describe("attendance", () => {
  test("what counts, and what was attended", () => {
    expect(SESSION_STATUSES.filter((status) => isCountable({ status }))).toEqual([
      "attended",
      "late",
      "left_early",
      "no_show",
      "cancelled_patient",
    ]);
    expect(SESSION_STATUSES.filter((status) => isAttended({ status }))).toEqual([
      "attended",
      "late",
      "left_early",
    ]);
  });

  test("minutes delivered: attended, else scheduled, of attended sessions only", () => {
    const minutes = (status: (typeof SESSION_STATUSES)[number], attendedMinutes: number | null) =>
      minutesDelivered({ status, attendedMinutes, scheduledMinutes: 180 });
    expect(minutes("attended", null)).toBe(180);
    expect(minutes("late", 150)).toBe(150);
    expect(minutes("attended", 0)).toBe(0);
    expect(minutes("no_show", null)).toBe(0);
    expect(minutes("scheduled", null)).toBe(0);
  });
});
