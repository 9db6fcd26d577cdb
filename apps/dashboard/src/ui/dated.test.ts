import { expect, test } from "vitest";
import { byPhase, daysProblem, phaseOf } from "./dated.ts";

const dated = (startsOn: string, endsOn: string, endedAt: string | null = null) => ({
  startsOn,
  endsOn,
  endedAt,
});

test("the first and the last day both count", () => {
  const week = dated("2026-03-09", "2026-03-13");
  expect(phaseOf(week, "2026-03-08")).toBe("coming");
  expect(phaseOf(week, "2026-03-09")).toBe("now");
  expect(phaseOf(week, "2026-03-13")).toBe("now");
  expect(phaseOf(week, "2026-03-14")).toBe("past");
});

test("what was ended is past, whatever its days say", () => {
  expect(phaseOf(dated("2026-03-09", "2026-03-13", "2026-03-10T16:00:00Z"), "2026-03-10")).toBe("past");
});

test("what comes next stands first, and what ended last stands first", () => {
  const all = [
    dated("2026-01-01", "2026-01-05"),
    dated("2026-05-01", "2026-05-05"),
    dated("2026-02-01", "2026-02-05"),
    dated("2026-04-01", "2026-04-05"),
  ];
  const { now, coming, past } = byPhase(all, "2026-03-01");
  expect(now).toEqual([]);
  expect(coming.map((one) => one.startsOn)).toEqual(["2026-04-01", "2026-05-01"]);
  expect(past.map((one) => one.startsOn)).toEqual(["2026-02-01", "2026-01-01"]);
});

test("two days are asked for, in their order", () => {
  expect(daysProblem("", "2026-03-09")).toEqual({ startsOn: "Choose the first day." });
  expect(daysProblem("2026-03-09", "")).toEqual({ endsOn: "Choose the last day." });
  expect(daysProblem("2026-03-09", "2026-03-08")).toEqual({ endsOn: "The last day is before the first." });
  expect(daysProblem("2026-03-09", "2026-03-09")).toBeNull();
});
