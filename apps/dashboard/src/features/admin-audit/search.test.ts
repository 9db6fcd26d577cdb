import { expect, test } from "vitest";
import { filterWords, isNarrowed, parseAuditSearch, withChoice } from "./search.ts";

test("an address is read as the filter that it spells", () => {
  const search = {
    from: "2026-03-01",
    event: "patient_viewed",
    outcome: "refused",
    outside: "true",
    person: "p-1",
  };
  expect(parseAuditSearch(search)).toEqual({
    from: "2026-03-01",
    event: "patient_viewed",
    outcome: "refused",
    outside: true,
    person: "p-1",
  });
});

test("what an address holds beside that is left out, and the list opens", () => {
  const search = { from: "2026-02-31", event: "no_such_event", outcome: "", outside: "false", q: "Rivera" };
  expect(parseAuditSearch(search)).toEqual({});
  expect(isNarrowed(parseAuditSearch(search))).toBe(false);
});

test("a choice is added and taken away", () => {
  const one = withChoice({ person: "p-1" }, { patient: "1001" });
  expect(one).toEqual({ person: "p-1", patient: "1001" });
  expect(withChoice(one, { person: undefined })).toEqual({ patient: "1001" });
});

test("on paper the filter stands in words", () => {
  const people = [{ personId: "p-1", name: "Ana Reyes" }];
  expect(filterWords({}, people)).toBe("All entries");
  expect(filterWords({ from: "2026-03-01", person: "p-1", event: "imported", outside: true }, people)).toBe(
    "from 2026-03-01 · by Ana Reyes · Imported · only from outside",
  );
  expect(filterWords({ person: "p-9" }, people)).toBe("by p-9");
});
