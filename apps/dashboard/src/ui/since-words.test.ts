import type { CalendarDate, ComparedValue } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { changesWords, daysWords, fromTo, heldWords, missingChange } from "./since-words.ts";

const at = (value: number, on: string) => ({ value, on: on as CalendarDate, assessmentId: on });
const NOTHING: ComparedValue = {
  id: "phq-9",
  name: "PHQ-9",
  max: 27,
  from: null,
  to: null,
  n: 0,
  change: null,
  reliable: null,
};
const BOTH = { ...NOTHING, from: at(14, "2026-10-18"), to: at(19, "2026-11-17"), n: 5, change: 5 };

describe("a value then and now", () => {
  it("is said with both values, their days and how many lie from one to the other", () => {
    expect(fromTo(BOTH)).toBe("14 → 19");
    expect(daysWords(BOTH, "2026-11-21")).toBe("Oct 18 to Nov 17, n 5");
    expect(daysWords({ ...BOTH, from: at(14, "2025-12-30") }, "2026-11-21")).toBe(
      "Dec 30, 2025 to Nov 17, n 5",
    );
  });

  it("is said as the one value that is known, with what is missing", () => {
    const before = { ...BOTH, to: null, n: 1, change: null };
    expect([fromTo(before), daysWords(before, "2026-11-21"), missingChange(before)]).toEqual([
      "14",
      "Oct 18, n 1",
      "none since",
    ]);
    const after = { ...BOTH, from: null, n: 1, change: null };
    expect([fromTo(after), daysWords(after, "2026-11-21"), missingChange(after)]).toEqual([
      "19",
      "Nov 17, n 1",
      "none before",
    ]);
  });

  it("says of a prorated value that it is, on either side and alone", () => {
    const [from, to] = [BOTH.from, BOTH.to].map((one) =>
      one === null ? null : { ...one, prorated: true as const },
    );
    expect(fromTo({ ...BOTH, to: to ?? null })).toBe("14 → 19 (prorated)");
    expect(fromTo({ from: from ?? null, to: BOTH.to })).toBe("14 (prorated) → 19");
    expect(fromTo({ from: null, to: to ?? null })).toBe("19 (prorated)");
  });

  it("is nothing without any value, never a zero", () => {
    expect([fromTo(NOTHING), daysWords(NOTHING, "2026-11-21"), missingChange(NOTHING)]).toEqual([
      null,
      "",
      "no PHQ-9",
    ]);
  });
});

it("says how long a dose is held in days, then in whole weeks", () => {
  expect([0, 1, 6, 7, 13, 14, 161].map(heldWords)).toEqual([
    "from today",
    "1 day",
    "6 days",
    "1 week",
    "1 week",
    "2 weeks",
    "23 weeks",
  ]);
});

it("says the changes of a day, of many the first three", () => {
  expect(changesWords("A stopped")).toBe("A stopped");
  expect(changesWords("A stopped; B stopped; C started; D stopped")).toBe(
    "A stopped; B stopped; C started; D stopped",
  );
  expect(changesWords("A; B; C; D; E")).toBe("A; B; C and 2 more that day");
});
