import type { CalendarDate } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { appErrorCodeOf } from "../errors.ts";
import { questionOf } from "./question.ts";

const on = (text: string) => text as CalendarDate;
const period = (filter: Parameters<typeof questionOf>[0], today = "2026-03-16") => {
  const { from, to, asOf } = questionOf(filter, on(today));
  return [from, to, asOf];
};
const refusal = (filter: Parameters<typeof questionOf>[0]) => {
  try {
    return period(filter);
  } catch (error) {
    return appErrorCodeOf(error);
  }
};

describe("the days that a question means", () => {
  it("are the twelve months up to the last whole month before the day", () => {
    expect(period({})).toEqual(["2025-03-01", "2026-02-28", "2026-03-16"]);
    expect(period({}, "2026-03-31")).toEqual(["2025-03-01", "2026-02-28", "2026-03-31"]);
    expect(period({}, "2024-03-01")).toEqual(["2023-03-01", "2024-02-29", "2024-03-01"]);
    expect(period({ asOf: "2026-01-10" })).toEqual(["2025-01-01", "2025-12-31", "2026-01-10"]);
  });

  it("are the year up to an end, and what has passed since a beginning", () => {
    expect(period({ to: "2025-10-31" })).toEqual(["2024-11-01", "2025-10-31", "2026-03-16"]);
    expect(period({ to: "2025-10-15" })).toEqual(["2024-10-16", "2025-10-15", "2026-03-16"]);
    expect(period({ to: "2024-02-28" })).toEqual(["2023-03-01", "2024-02-28", "2026-03-16"]);
    expect(period({ from: "2025-10-01" })).toEqual(["2025-10-01", "2026-02-28", "2026-03-16"]);
    expect(period({ from: "2026-03-01" })).toEqual(["2026-03-01", "2026-03-16", "2026-03-16"]);
  });

  it("are refused when they run backward, lie ahead or are none", () => {
    expect(refusal({ from: "2026-02-01", to: "2026-01-01" })).toBe("period_reversed");
    expect(refusal({ from: "2026-04-01" })).toBe("period_reversed");
    expect(refusal({ asOf: "2026-03-17" })).toBe("day_in_future");
    expect(refusal({ to: "2026-02-30" })).toBe("bad_day");
    expect(refusal({ from: "2026-02-01", to: "2026-02-01" })).toEqual([
      "2026-02-01",
      "2026-02-01",
      "2026-03-16",
    ]);
  });

  it("run forward at the beginning of the calendar too: nobody chose one that does not", () => {
    expect(period({ asOf: "0001-01-15" })).toEqual(["0001-01-01", "0001-01-01", "0001-01-15"]);
    expect(period({ to: "0001-01-01" })).toEqual(["0001-01-01", "0001-01-01", "2026-03-16"]);
    expect(period({ to: "0001-02-28" })).toEqual(["0001-01-01", "0001-02-28", "2026-03-16"]);
  });

  it("keep what narrows the cohort, and nothing else", () => {
    const filter = { program: "IOP-DAY", sex: "female", against: "previous_year" } as const;
    expect(questionOf(filter, on("2026-03-16")).filter).toEqual({ program: "IOP-DAY", sex: "female" });
  });
});
