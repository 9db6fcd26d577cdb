import { C_SSRS_RESULTS, EVENT_KINDS } from "@soundings/clinical";
import type { EntryFields } from "@soundings/contract";
import { expect, test } from "vitest";
import { EVENTS, elsewhereWords, enteredWords, resultChoices, resultLabel } from "./words.ts";

const said = (entry: EntryFields) => enteredWords(entry, "2026-03-16");

test("a confirmation names what was entered and its day", () => {
  const start: EntryFields = {
    kind: "medication_change",
    on: "2026-03-16",
    change: "start",
    medication: "Sertraline",
    dose: "50",
    unit: "mg",
    frequency: "daily",
    reason: null,
  };
  expect(said(start)).toBe("Sertraline started, 50 mg daily, today");
  expect(said({ ...start, change: "stop", dose: null, unit: null, frequency: null, on: "2026-03-14" })).toBe(
    "Sertraline stopped, Mar 14",
  );
  expect(said({ kind: "event", on: "2025-12-30", event: "c_ssrs", result: "low", note: null })).toBe(
    "C-SSRS: low, Dec 30, 2025",
  );
  expect(
    said({ kind: "decision", on: "2026-03-16", decision: "step_up", levelOfCare: "php", reason: null }),
  ).toBe("Decision: step up to partial hospitalization, today");
});

test("a long note is cut, an injection names the next", () => {
  const note = said({ kind: "note", on: "2026-03-16", text: "word ".repeat(40).trim() });
  expect(note).toMatch(/^Note: .{59}…, today$/);
  const injection: EntryFields = {
    kind: "injection",
    medication: "Naltrexone",
    dose: null,
    intervalDays: 28,
    givenOn: "2026-03-16",
    givenBy: null,
    nextDueOn: "2026-04-13",
  };
  expect(said(injection)).toBe("Naltrexone injection today, next due Apr 13");
  expect(said({ ...injection, givenOn: null })).toBe("Naltrexone: first injection due Apr 13");
});

test("a result is a code for the two kinds that have codes, and words for any other", () => {
  expect(resultChoices("c_ssrs")?.map(({ value }) => value)).toEqual(C_SSRS_RESULTS);
  expect(resultChoices("measure_missed")?.map(({ label }) => label)).toContain("not asked");
  expect(EVENT_KINDS.filter((kind) => resultChoices(kind) !== null)).toEqual(["c_ssrs", "measure_missed"]);
  expect(resultLabel("crisis")).toBe("Result");
  expect(EVENTS.find(({ value }) => value === "ed_visit")?.label).toBe("ED visit");
});

test("on the page of an earlier day it is said where the entry stands", () => {
  expect(elsewhereWords({ asOf: "2026-03-16", today: "2026-03-16" })).toBe("");
  expect(elsewhereWords({ asOf: "2026-03-02", today: "2026-03-16" })).toBe(
    "; it stands on the page of today, not of Mar 2",
  );
});
