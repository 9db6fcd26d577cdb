import { ENTRY_KINDS, type EntryKind, entryFields } from "@soundings/contract";
import { describe, expect, test } from "vitest";
import { type EntryDraft, emptyDraft, fieldOf, judge, withNextDue } from "./draft.ts";

const TODAY = "2026-03-16";
const draft = (part: Partial<EntryDraft> = {}): EntryDraft => ({ ...emptyDraft(TODAY), ...part });
const problems = (kind: EntryKind, part: Partial<EntryDraft> = {}) => {
  const judged = judge(kind, draft(part), TODAY);
  return "problems" in judged ? Object.keys(judged.problems) : [];
};
const entry = (kind: EntryKind, part: Partial<EntryDraft>) => {
  const judged = judge(kind, draft(part), TODAY);
  return "entry" in judged ? judged.entry : judged.problems;
};

/** The least that each kind needs. */
const LEAST: Readonly<Record<EntryKind, Partial<EntryDraft>>> = {
  medication_change: { change: "start", medication: "sertraline" },
  event: { event: "crisis" },
  decision: { decision: "continue" },
  note: { text: "Slept better." },
  medication_note: { medication: "sertraline", about: "adherence", adherence: "some_missed" },
  injection: { medication: "naltrexone", intervalDays: "28", nextDueOn: "2026-04-13" },
};

test.each(ENTRY_KINDS)("the least %s is an entry of today, and less is not", (kind) => {
  expect(problems(kind, LEAST[kind])).toEqual([]);
  for (const field of Object.keys(LEAST[kind])) {
    expect(problems(kind, { ...LEAST[kind], [field]: " " })).toEqual([field]);
  }
  const made = entry(kind, LEAST[kind]);
  expect(entryFields.parse(made)).toEqual(made);
});

describe("days", () => {
  test("have come", () => {
    expect(problems("note", { ...LEAST.note, on: "2026-03-17" })).toEqual(["on"]);
    expect(problems("note", { ...LEAST.note, on: "" })).toEqual(["on"]);
    expect(problems("note", { ...LEAST.note, on: "2026-03-15" })).toEqual([]);
    expect(problems("injection", { ...LEAST.injection, givenOn: "2026-03-17" })).toEqual(["givenOn"]);
  });

  test("of the next injection lie after the last one", () => {
    expect(problems("injection", { ...LEAST.injection, nextDueOn: TODAY })).toEqual(["nextDueOn"]);
    const ahead = { ...LEAST.injection, givenOn: "", givenBy: "a nurse", nextDueOn: TODAY };
    expect(entry("injection", ahead)).toMatchObject({ givenOn: null, givenBy: null, nextDueOn: TODAY });
  });
});

test("what a form does not ask for is not sent", () => {
  const stop = { ...LEAST.medication_change, change: "stop", dose: "50", unit: "mg", frequency: "daily" };
  expect(entry("medication_change", stop)).toMatchObject({ dose: null, unit: null, frequency: null });
  expect(entry("decision", { decision: "discharge", levelOfCare: "op" })).toMatchObject({
    levelOfCare: null,
  });
  expect(entry("decision", { decision: "step_up", levelOfCare: "php" })).toMatchObject({
    levelOfCare: "php",
  });
  const effect = { medication: "sertraline", about: "side_effect", adherence: "not_taken", text: "nausea" };
  expect(entry("medication_note", effect)).toMatchObject({ adherence: null, text: "nausea" });
});

test("a change of dose says to what", () => {
  expect(problems("medication_change", { ...LEAST.medication_change, change: "dose", unit: "mg" })).toEqual([
    "dose",
  ]);
});

test("a side effect is named; intervals are whole days of a year at most", () => {
  expect(problems("medication_note", { medication: "sertraline", about: "side_effect" })).toEqual(["text"]);
  for (const intervalDays of ["0", "367", "28.5", "-28", "four"]) {
    expect(problems("injection", { ...LEAST.injection, intervalDays })).toEqual(["intervalDays"]);
  }
});

test("text that nobody could read is marked at its field", () => {
  expect(problems("note", { text: "\u200b\u200b" })).toEqual(["text"]);
  expect(
    problems("medication_change", { ...LEAST.medication_change, medication: "ser\u0007traline" }),
  ).toEqual(["medication"]);
});

test("a property or a column of the server is a field of the form", () => {
  expect(fieldOf("medication_change", "changed_on")).toBe("on");
  expect(fieldOf("decision", "level_of_care")).toBe("levelOfCare");
  expect(fieldOf("event", "kind")).toBe("event");
  expect(fieldOf("medication_note", "kind")).toBe("about");
  expect(fieldOf("injection", "nextDueOn")).toBe("nextDueOn");
  expect(fieldOf("event", "patient_id")).toBeNull();
  expect(fieldOf("event", "constructor")).toBeNull();
});

test("the next injection follows from day and interval until somebody chooses it", () => {
  const empty = draft();
  const every28 = withNextDue({ ...empty, intervalDays: "28" }, empty);
  expect(every28.nextDueOn).toBe("2026-04-13");
  const earlier = withNextDue({ ...every28, givenOn: "2026-03-10" }, every28);
  expect(earlier.nextDueOn).toBe("2026-04-07");
  const chosen = withNextDue({ ...earlier, nextDueOn: "2026-04-09" }, earlier);
  expect(withNextDue({ ...chosen, intervalDays: "30" }, chosen).nextDueOn).toBe("2026-04-09");
  expect(withNextDue({ ...earlier, intervalDays: "" }, earlier).nextDueOn).toBe("2026-04-07");
});
