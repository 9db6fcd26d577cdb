import { DEFAULT_ZONE, localTimeOf, parseZone } from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { dateFrom, daysAround } from "./days.ts";

const around = (today: string) => daysAround(dateFrom(today), DEFAULT_ZONE);

describe("daysAround", () => {
  test("counts days from today", () => {
    const days = around("2027-03-02");
    expect([days.date(0), days.date(-2), days.date(7)]).toEqual(["2027-03-02", "2027-02-28", "2027-03-09"]);
    expect([days.weekday(0), days.weekday(-2), days.weekday(6)]).toEqual([1, 6, 0]);
  });

  test.each(["2027-03-13", "2027-03-14", "2027-03-15", "2026-10-31", "2026-11-01", "2026-11-02"])(
    "keeps the time on the wall through a change of the clock: %s",
    (today) => {
      const days = around(today);
      expect(localTimeOf(days.instant(0, 9 * 60 + 30), DEFAULT_ZONE)).toBe("09:30");
      expect(localTimeOf(days.instant(0, 21 * 60 + 47), DEFAULT_ZONE)).toBe("21:47");
    },
  );

  test("works in other zones", () => {
    for (const name of ["America/New_York", "Europe/Berlin", "Pacific/Auckland"]) {
      const zone = parseZone(name)!;
      const days = daysAround(dateFrom("2027-04-05"), zone);
      expect(localTimeOf(days.instant(0, 570), zone)).toBe("09:30");
    }
  });

  test("knows the holidays, also where they are kept", () => {
    const closed = [
      "2026-01-01",
      "2026-05-25",
      "2026-06-19",
      "2026-07-03",
      "2026-09-07",
      "2026-11-26",
      "2026-11-27",
      "2026-12-25",
      "2022-12-26",
    ];
    for (const date of closed) expect([date, around(date).isOpen(0)]).toEqual([date, false]);
    for (const date of ["2026-07-02", "2026-11-25", "2026-05-18", "2026-09-14"])
      expect([date, around(date).isOpen(0)]).toEqual([date, true]);
  });

  test("finds the nearest open day", () => {
    const days = around("2026-11-29");
    expect(days.date(days.openOnOrBefore(0))).toBe("2026-11-25");
    expect(days.date(days.openOnOrAfter(0))).toBe("2026-11-30");
    expect(days.openOnOrBefore(-5)).toBe(-5);
  });
});

test("a text that is no date is refused", () => {
  expect(() => dateFrom("2026-02-30")).toThrow(RangeError);
});
