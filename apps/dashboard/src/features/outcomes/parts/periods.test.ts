import { type CalendarDate, parseCalendarDate } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { periodsAt } from "./periods.ts";

function spans(text: string) {
  const day = parseCalendarDate(text) as CalendarDate;
  return Object.fromEntries(periodsAt(day).map(({ key, from, to }) => [key, `${from} ${to}`]));
}

describe("the periods that one asks for most", () => {
  it("end with the day, the year before, and the quarters before the day's own", () => {
    expect(spans("2026-11-22")).toEqual({
      "to-date": "2026-01-01 2026-11-22",
      "last-year": "2025-01-01 2025-12-31",
      "quarter-1": "2026-07-01 2026-09-30",
      "quarter-2": "2026-04-01 2026-06-30",
      "quarter-3": "2026-01-01 2026-03-31",
      "quarter-4": "2025-10-01 2025-12-31",
    });
  });

  it("reach back over the new year and know a leap day", () => {
    expect(spans("2024-03-01")).toMatchObject({
      "to-date": "2024-01-01 2024-03-01",
      "quarter-1": "2023-10-01 2023-12-31",
      "quarter-4": "2023-01-01 2023-03-31",
    });
    expect(spans("2024-04-01")["quarter-1"]).toBe("2024-01-01 2024-03-31");
  });

  it("are named by their months, the last one as such", () => {
    const names = periodsAt(parseCalendarDate("2026-01-05") as CalendarDate).map(({ name }) => name);
    expect(names).toEqual([
      "2026 to date",
      "the year 2025",
      "Oct–Dec 2025, the last quarter",
      "Jul–Sep 2025",
      "Apr–Jun 2025",
      "Jan–Mar 2025",
    ]);
  });
});
