import type { CalendarDate, MeasureSummary } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { filterWords } from "./filter-words.ts";
import { nextMeasure, weekWords } from "./words.ts";

const day = (text: string) => text as CalendarDate;
const asOf = day("2026-03-16");

const measure = (
  instrument: MeasureSummary["instrument"],
  nextDue: string,
  overdue = false,
): MeasureSummary => ({
  instrument,
  weeks: [],
  latest: null,
  baseline: null,
  change: null,
  reliable: null,
  nextDue: day(nextDue),
  overdue,
});
const next = (...measures: MeasureSummary[]) => nextMeasure({ phase: "active", measures }, asOf);

describe("week of planned", () => {
  const row = (week: number, min: number | null, max: number | null) =>
    weekWords({ phase: "active", week, plannedWeeksMin: min, plannedWeeksMax: max });

  it("counts from one and says what is planned, as far as it is known", () => {
    expect(row(0, 8, 12)).toBe("week 1 of 8–12");
    expect(row(4, 8, 8)).toBe("week 5 of 8");
    expect(row(4, 8, null)).toBe("week 5 of 8 or more");
    expect(row(4, null, 12)).toBe("week 5 of up to 12");
    expect(row(4, null, null)).toBe("week 5");
  });

  it("says on which side of a stay the day lies", () => {
    const window = { phase: "window", plannedWeeksMin: 8, plannedWeeksMax: 12 } as const;
    expect(weekWords({ ...window, week: -1 })).toBe("before admission");
    expect(weekWords({ ...window, week: 9 })).toBe("after discharge");
  });
});

describe("next measure", () => {
  it("names the day ahead and how far it is", () => {
    expect(next(measure("phq-9", "2026-03-22"), measure("gad-7", "2026-03-22"))).toEqual({
      state: "ahead",
      words: "Mar 22",
      detail: "in 6 days",
    });
    expect(next(measure("phq-9", "2026-03-17"), measure("gad-7", "2026-03-17"))?.detail).toBe("tomorrow");
  });

  it("names the instrument when only one is owed first", () => {
    expect(next(measure("phq-9", "2026-03-22"), measure("gad-7", "2026-03-20"))).toEqual({
      state: "ahead",
      words: "Mar 20",
      detail: "GAD-7",
    });
  });

  it("is due on the day itself and after it", () => {
    expect(next(measure("phq-9", "2026-03-16"), measure("gad-7", "2026-03-16"))).toMatchObject({
      state: "due",
      detail: "today",
    });
    expect(next(measure("phq-9", "2026-03-15"), measure("gad-7", "2026-03-15"))?.detail).toBe("since Mar 15");
  });

  it("puts the one that is overdue by the rule before an earlier one that is not", () => {
    expect(next(measure("phq-9", "2026-03-10"), measure("gad-7", "2026-03-12", true))).toEqual({
      state: "overdue",
      words: "Overdue",
      detail: "GAD-7, Mar 12",
    });
  });

  it("expects none outside a stay", () => {
    expect(
      nextMeasure({ phase: "window", measures: [measure("phq-9", "2026-03-10", true)] }, asOf),
    ).toBeNull();
  });
});

it("says a filter in names, and in the address's own text where a name is not known", () => {
  const options = {
    staff: [{ staffId: "t1", name: "Rivera Stone", role: "therapist", programIds: [], inTreatment: 3 }],
    programs: [],
  } as const;
  const words = filterWords(
    { therapist: "t1", program: "p9", urgency: "immediate", overdue: true },
    options,
    [],
  );
  expect(words).toEqual(["Therapist Rivera Stone", "Program p9", "Urgency Now", "Measure overdue"]);
  expect(filterWords({}, options, [])).toEqual([]);
});
