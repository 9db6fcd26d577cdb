import { CASELOAD_SORTS, type CaseloadFilter } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "../../lib/search-text.ts";
import { COLUMNS } from "./columns/index.ts";
import {
  directionOf,
  listAt,
  narrowingCount,
  nextSort,
  parseCaseloadAddress,
  parseCaseloadFilter,
  scopeOf,
  withChoice,
} from "./search.ts";

const full: CaseloadFilter = {
  therapist: "T-1",
  program: "P 2&3",
  level: "iop",
  finding: "no-contact",
  urgency: "same_day",
  overdue: true,
  ready: true,
  q: "true 007 “Ærø”",
  sort: "phq9_change",
  dir: "desc",
  asOf: "2026-03-02",
};

const addressOf = (filter: CaseloadFilter) => stringifySearch({ ...listAt(filter).search });

const roundTrip = (filter: CaseloadFilter) => {
  const { searched } = listAt(filter).state;
  return parseCaseloadFilter({ ...parseSearch(addressOf(filter)), q: searched });
};

describe("the address of a list, and beside it what is searched for", () => {
  it("give back every choice, together and each alone", () => {
    expect(roundTrip(full)).toEqual(full);
    for (const [key, value] of Object.entries(full)) {
      if (key === "dir") continue;
      expect(roundTrip({ [key]: value })).toEqual({ [key]: value });
    }
  });

  it("hold what is searched for outside the address", () => {
    expect(addressOf({ q: "Vance" })).toBe("");
    expect(decodeURIComponent(addressOf(full))).not.toMatch(/Ærø|007|q=/);
    expect(listAt({ level: "iop", q: "Vance" })).toEqual({
      to: "/caseload",
      search: { level: "iop" },
      state: { searched: "Vance" },
    });
    expect(listAt({ level: "iop" }).state).toEqual({});
  });

  it("do not keep what an old link searched for in the address", () => {
    expect(parseCaseloadAddress(parseSearch("?level=iop&q=Vance"))).toEqual({ level: "iop" });
    expect(parseCaseloadFilter(parseSearch("?level=iop&q=Vance"))).toEqual({ level: "iop", q: "Vance" });
  });

  it("keep a search text that looks like something else", () => {
    for (const q of ["true", "12", "null", "[]", '"']) expect(roundTrip({ q })).toEqual({ q });
  });

  it("leave out what cannot be understood and keeps the rest", () => {
    const search = { level: "moon", asOf: "2026-02-30", overdue: "maybe", urgency: "immediate", other: "x" };
    expect(parseCaseloadFilter(search)).toEqual({ urgency: "immediate" });
  });

  it("are those of one person", () => {
    expect(roundTrip({ prescriber: "R-1" })).toEqual({ prescriber: "R-1" });
    expect(roundTrip({ therapist: "T-1", prescriber: "R-1" })).toEqual({ therapist: "T-1" });
    expect(scopeOf({ prescriber: "R-1", q: "x" })).toEqual({ prescriber: "R-1" });
  });

  it("have one form for one list", () => {
    expect(parseCaseloadFilter({ sort: "urgency", dir: "asc", q: "", overdue: "false" })).toEqual({});
    expect(parseCaseloadFilter({ sort: "name", dir: "asc" })).toEqual({ sort: "name", dir: "asc" });
  });
});

describe("sorting", () => {
  it("starts with the more telling end, turns, and returns to the worklist", () => {
    const once = nextSort({ level: "iop" }, "phq9", "desc");
    expect(once).toEqual({ level: "iop", sort: "phq9", dir: "desc" });
    const twice = nextSort(once, "phq9", "desc");
    expect(directionOf(twice, "phq9")).toBe("asc");
    expect(nextSort(twice, "phq9", "desc")).toEqual({ level: "iop" });
  });

  it("is the worklist when nothing is chosen", () => {
    expect(directionOf({}, "urgency")).toBe("asc");
    expect(directionOf({}, "name")).toBeNull();
  });

  it("is offered for every order that the server knows, once", () => {
    const offered = COLUMNS.flatMap((column) => column.sorts.map((sort) => sort.key));
    expect([...offered].sort()).toEqual([...CASELOAD_SORTS].sort());
  });
});

describe("narrowing", () => {
  it("counts what narrows the list, not whose list it is", () => {
    expect(narrowingCount({ prescriber: "r", program: "p", asOf: "2026-01-01", sort: "name" })).toBe(0);
    expect(narrowingCount(full)).toBe(6);
  });

  it("goes back to whose list it is", () => {
    expect(scopeOf(full)).toEqual({
      therapist: "T-1",
      program: "P 2&3",
      asOf: "2026-03-02",
      sort: "phq9_change",
      dir: "desc",
    });
  });

  it("takes a choice away again", () => {
    expect(withChoice({ overdue: true, level: "op" }, { overdue: false })).toEqual({ level: "op" });
  });
});
