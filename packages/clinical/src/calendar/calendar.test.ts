import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, dateOfDayNumber, dayNumberOf, daysBetween, parseCalendarDate } from "./civil.ts";
import { instantFromMs, instantToMs } from "./instant.ts";
import { parseInstant } from "./parse-instant.ts";
import type { CalendarDate, ZoneName } from "./types.ts";
import { DEFAULT_ZONE, dateOf, localTimeOf, parseZone, sameZone, startOfDay } from "./zone.ts";

const zone = (name: string): ZoneName => parseZone(name) ?? DEFAULT_ZONE;
const date = (text: string): CalendarDate => parseCalendarDate(text)!;
const LOS_ANGELES = zone("America/Los_Angeles");
const SYDNEY = zone("Australia/Sydney");
const KOLKATA = zone("Asia/Kolkata");
const SAO_PAULO = zone("America/Sao_Paulo");
const ZONES = [
  LOS_ANGELES,
  SYDNEY,
  KOLKATA,
  SAO_PAULO,
  zone("UTC"),
  zone("Pacific/Apia"),
  zone("Europe/Dublin"),
];

const anyDate = fc.integer({ min: -719_162, max: 2_932_896 }).map(dateOfDayNumber);
/** 1900 to 2100, where the zones of the runtime and of the reference agree to the second. */
const anyMs = fc.integer({ min: -2_208_988_800_000, max: 4_102_444_800_000 });
const anyZone = fc.constantFrom(...ZONES);

describe("civil dates", () => {
  test.each(["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])(
    "%s is a date",
    (text) => {
      expect(parseCalendarDate(text)).toBe(text);
    },
  );

  test.each([
    "2026-02-30",
    "2026-06-31",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-12-31",
    "10000-01-01",
    "2026-1-1",
    "20260101",
    " 2026-01-01",
    "2026-01-01\n",
    "2026/01/01",
    "01/02/2026",
    "٢٠٢٦-٠١-٠١",
    "",
  ])("%j is no date", (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  test("counts over month ends, leap days and centuries", () => {
    expect(addDays(date("2026-02-28"), 1)).toBe("2026-03-01");
    expect(addDays(date("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(date("2026-01-01"), -1)).toBe("2025-12-31");
    expect(daysBetween(date("2025-01-01"), date("2026-01-01"))).toBe(365);
    expect(daysBetween(date("2026-03-16"), date("2026-03-02"))).toBe(-14);
    expect(dayNumberOf(date("1970-01-01"))).toBe(0);
  });

  test("stays inside the calendar at its ends", () => {
    expect(addDays(date("0001-01-03"), -14)).toBe("0001-01-01");
    expect(addDays(date("9999-12-31"), 7)).toBe("9999-12-31");
  });

  test("adding what lies between two dates leads from one to the other", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(parseCalendarDate(a)).toBe(a);
      }),
    );
  });

  test("dates are in order exactly when their texts are", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(b, a))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test("agrees with Temporal on every date", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (a, n) => {
        const expected = Temporal.PlainDate.from(a).add({ days: n });
        fc.pre(expected.year >= 1 && expected.year <= 9999);
        expect(addDays(a, n)).toBe(expected.toString());
      }),
    );
  });
});

describe("moments", () => {
  test.each([
    ["2026-03-14T21:10:00-07:00", "2026-03-15T04:10:00Z"],
    ["2026-03-14T21:10:00-0700", "2026-03-15T04:10:00Z"],
    ["2026-03-14T21:10-07", "2026-03-15T04:10:00Z"],
    ["2026-03-14 21:10", "2026-03-15T04:10:00Z"],
    ["2026-03-14t21:10:05z", "2026-03-14T21:10:05Z"],
    ["2026-03-14T21:10:05.5Z", "2026-03-14T21:10:05.500Z"],
    ["2026-03-14T21:10:05.000Z", "2026-03-14T21:10:05Z"],
    ["2026-03-14T21:10:05.1239999Z", "2026-03-14T21:10:05.123Z"],
    ["2026-03-14T21:10:05,25Z", "2026-03-14T21:10:05.250Z"],
    ["2026-03-14", "2026-03-14T07:00:00Z"],
    ["2026-01-14", "2026-01-14T08:00:00Z"],
    ["2026-01-14T00:00:00+14:00", "2026-01-13T10:00:00Z"],
  ])("%s is %s", (text, expected) => {
    expect(parseInstant(text, LOS_ANGELES)).toBe(expected);
  });

  test.each([
    "2026-03-14T24:00:00Z",
    "2026-03-14T23:59:60Z",
    "2026-03-14T12:60Z",
    "2026-02-30T12:00:00Z",
    "2026-06-31",
    "2026-03-14T12",
    "2026-03-14T12:00+24:00",
    "2026-03-14T12:00+05:60",
    "2026-03-14T12:00 PST",
    "2026-03-14Z",
    "14.03.2026 12:00",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "1773532800",
    "",
  ])("%j is no moment", (text) => {
    expect(parseInstant(text, LOS_ANGELES)).toBeNull();
  });

  test("a clock time that is skipped lies after the gap, one that is repeated is the first", () => {
    expect(parseInstant("2026-03-08T02:30", LOS_ANGELES)).toBe("2026-03-08T10:30:00Z");
    expect(parseInstant("2026-11-01T01:30", LOS_ANGELES)).toBe("2026-11-01T08:30:00Z");
    expect(parseInstant("2026-10-04T02:30", SYDNEY)).toBe("2026-10-03T16:30:00Z");
    expect(parseInstant("2026-04-05T02:30", SYDNEY)).toBe("2026-04-04T15:30:00Z");
  });

  test("a day whose midnight is skipped starts at the end of the gap", () => {
    expect(startOfDay(date("2018-11-04"), SAO_PAULO)).toBe("2018-11-04T03:00:00Z");
    expect(parseInstant("2018-11-04", SAO_PAULO)).toBe("2018-11-04T03:00:00Z");
    expect(dateOf(startOfDay(date("2018-11-04"), SAO_PAULO), SAO_PAULO)).toBe("2018-11-04");
  });

  test("clock times are read as Temporal reads them", () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, name) => {
        const local = instantFromMs(ms).replace("Z", "");
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(name).epochMilliseconds;
        expect(parseInstant(local, name)).toBe(instantFromMs(expected));
      }),
      { numRuns: 500 },
    );
  });

  test("writing and counting are inverse, and text order is time order within one precision", () => {
    fc.assert(
      fc.property(anyMs, anyMs, (a, b) => {
        expect(instantToMs(instantFromMs(a))).toBe(a);
        const first = instantFromMs(a - (a % 1_000));
        const second = instantFromMs(b - (b % 1_000));
        expect(first < second).toBe(instantToMs(first) < instantToMs(second));
      }),
    );
  });
});

describe("dates of moments", () => {
  test("an evening by the Pacific is the next day in UTC and in Sydney", () => {
    const evening = parseInstant("2026-03-15T04:10:00Z", LOS_ANGELES)!;
    expect(dateOf(evening, LOS_ANGELES)).toBe("2026-03-14");
    expect(localTimeOf(evening, LOS_ANGELES)).toBe("21:10");
    expect(dateOf(evening, SYDNEY)).toBe("2026-03-15");
    expect(dateOf(evening, KOLKATA)).toBe("2026-03-15");
    expect(localTimeOf(evening, KOLKATA)).toBe("09:40");
  });

  test("an episode over a clock change keeps its days whole", () => {
    const admitted = date("2026-03-02");
    for (let day = 0; day < 30; day += 1) {
      const today = addDays(admitted, day);
      const start = startOfDay(today, LOS_ANGELES);
      const lastMinute = instantFromMs(instantToMs(startOfDay(addDays(today, 1), LOS_ANGELES)) - 60_000);
      expect(dateOf(start, LOS_ANGELES)).toBe(today);
      expect(localTimeOf(start, LOS_ANGELES)).toBe("00:00");
      expect(dateOf(lastMinute, LOS_ANGELES)).toBe(today);
      expect(localTimeOf(lastMinute, LOS_ANGELES)).toBe("23:59");
    }
    const shortDay = startOfDay(date("2026-03-08"), LOS_ANGELES);
    const next = startOfDay(date("2026-03-09"), LOS_ANGELES);
    expect(instantToMs(next) - instantToMs(shortDay)).toBe(23 * 3_600_000);
  });

  test("agrees with Temporal to the minute, before and after every change of the clock", () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, name) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
        expect(dateOf(instantFromMs(ms), name)).toBe(expected.toPlainDate().toString());
        expect(localTimeOf(instantFromMs(ms), name)).toBe(expected.toPlainTime().toString().slice(0, 5));
      }),
      { numRuns: 500 },
    );
  });

  test("a later moment never has an earlier date", () => {
    fc.assert(
      fc.property(anyMs, fc.integer({ min: 0, max: 200_000_000 }), anyZone, (ms, more, name) => {
        expect(dateOf(instantFromMs(ms), name) <= dateOf(instantFromMs(ms + more), name)).toBe(true);
      }),
    );
  });
});

describe("zones", () => {
  test("names are known in any case and written as the zone database writes them", () => {
    expect(parseZone("america/los_angeles")).toBe("America/Los_Angeles");
    expect(parseZone("US/PACIFIC")).toBe("US/Pacific");
    expect(parseZone("Asia/Kolkata")).toBe("Asia/Kolkata");
    expect(parseZone("utc")).toBe("UTC");
  });

  test.each(["+05:00", "-0800", "Z", "Mars/Olympus", "America/Nowhere", "", "PDT", "2026-01-01T00:00Z"])(
    "%j is no zone",
    (text) => {
      expect(parseZone(text)).toBeNull();
    },
  );

  test("an alias is the same zone, another name with the same offset is not", () => {
    expect(sameZone(zone("US/Pacific"), LOS_ANGELES)).toBe(true);
    expect(sameZone(zone("Asia/Calcutta"), KOLKATA)).toBe(true);
    expect(sameZone(zone("Etc/UTC"), zone("UTC"))).toBe(true);
    expect(sameZone(zone("America/Phoenix"), zone("America/Denver"))).toBe(false);
  });
});
