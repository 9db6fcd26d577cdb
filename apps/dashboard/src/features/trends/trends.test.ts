import type { CalendarDate } from "@soundings/clinical";
import type { CaseloadOptions } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "../../lib/search-text.ts";
import { directionOf, narrowingCount, nextSort, parseTrendsFilter, scopeOf, withChoice } from "./search.ts";
import { answerWords, countSentence, filterWords, untilWords } from "./words.ts";

describe("the address of symptom trends", () => {
  it("means a filter, and the filter has that address", () => {
    const address = "?dir=desc&medicated=false&medication=lith&prescriber=P-1&reason=item_9&sort=phq9_change";
    const filter = parseTrendsFilter(parseSearch(address));
    expect(filter).toEqual({
      prescriber: "P-1",
      reason: "item_9",
      medication: "lith",
      medicated: false,
      sort: "phq9_change",
      dir: "desc",
    });
    expect(stringifySearch(filter)).toBe(address);
  });

  it("opens a list also when it is mistyped, and leaves out what says nothing", () => {
    expect(parseTrendsFilter({ reason: "tired", medicated: "perhaps", sort: "shoe", program: "" })).toEqual(
      {},
    );
    expect(parseTrendsFilter({ sort: "review", dir: "asc" })).toEqual({});
  });

  it("takes every choice away but whose list it is and its order", () => {
    const filter = { prescriber: "P-1", sort: "name", reason: "item_9", medicated: true } as const;
    expect(narrowingCount(filter)).toBe(2);
    expect(scopeOf(filter)).toEqual({ prescriber: "P-1", sort: "name" });
    expect(withChoice(filter, { reason: undefined })).not.toHaveProperty("reason");
  });
});

describe("a heading of symptom trends", () => {
  it("sorts by its telling end, then the other, then by who needs a review", () => {
    const once = nextSort({}, "phq9_change", "desc");
    const twice = nextSort(once, "phq9_change", "desc");
    expect([directionOf(once, "phq9_change"), directionOf(twice, "phq9_change")]).toEqual(["desc", "asc"]);
    expect(nextSort(twice, "phq9_change", "desc")).toEqual({});
    expect(directionOf({}, "review")).toBe("asc");
  });

  it("of the order by review leaves that order alone", () => {
    expect(nextSort({}, "review", "asc")).toEqual({});
  });
});

const OPTIONS: CaseloadOptions = {
  staff: [{ staffId: "P-1", name: "Dr. Example", role: "prescriber", programIds: [], inTreatment: 3 }],
  programs: [{ programId: "IOP", name: "Day IOP", levelOfCare: "iop", inTreatment: 3 }],
};

describe("the words of symptom trends", () => {
  it("say the filter as a person would, by id until names are known", () => {
    const filter = { prescriber: "P-1", program: "IOP", reason: "item_9", medication: "lith" } as const;
    expect(filterWords({ ...filter, medicated: true }, OPTIONS)).toEqual([
      "Prescriber Dr. Example",
      "Program Day IOP",
      "Item 9 positive",
      "Medication with “lith”",
      "With a present medication",
    ]);
    expect(filterWords({ prescriber: "P-1", medicated: false }, undefined)).toEqual([
      "Prescriber P-1",
      "Without a present medication",
    ]);
  });

  it("say an answer in the words of the questionnaire", () => {
    expect([0, 1, 2, 3].map(answerWords)).toEqual([
      "0, not at all",
      "1, several days",
      "2, more than half the days",
      "3, nearly every day",
    ]);
  });

  it("say how far a visit is, and how many are in the list", () => {
    const today = "2026-11-21" as CalendarDate;
    const words = ["2026-11-21", "2026-11-22", "2026-11-26"].map((on) =>
      untilWords(on as CalendarDate, today),
    );
    expect(words).toEqual(["today", "tomorrow", "in 5 days"]);
    expect(countSentence({ total: 1, rows: [] })).toBe(
      "1 patient in treatment, the first 0 shown: narrow the list to see the others",
    );
    expect(countSentence({ total: 0, rows: [] })).toBe("0 patients in treatment");
  });
});
