import { expect, test } from "vitest";
import { inputOf, type MeetingDraft, problemsOf, recordNumbers } from "./draft.ts";

const WHOLE: MeetingDraft = {
  name: " Tuesday team ",
  programId: "iop",
  startsOn: "2026-03-09",
  endsOn: "2026-03-13",
  personIds: ["p-1"],
  whole: true,
  numbers: "1001",
};

test("record numbers are read however they are set apart, each once", () => {
  expect(recordNumbers(" 1001, 1002;1003\n1001\t1004 ")).toEqual(["1001", "1002", "1003", "1004"]);
  expect(recordNumbers(" \n ")).toEqual([]);
});

test("a meeting of chosen patients names at least one, and a run of numbers is not one number", () => {
  expect(problemsOf({ ...WHOLE, whole: false, numbers: " " })?.numbers).toMatch(/^Enter at least one/);
  expect(problemsOf({ ...WHOLE, whole: false, numbers: "1".repeat(65) })?.numbers).toMatch(/at most 64/);
  expect(problemsOf({ ...WHOLE, whole: false })).toBeNull();
  expect(problemsOf({ ...WHOLE, numbers: "" })).toBeNull();
});

test("what is missing is said at its field", () => {
  const empty = { ...WHOLE, name: " ", programId: "", personIds: [], startsOn: "" };
  expect(Object.keys(problemsOf(empty) ?? {})).toEqual(["name", "programId", "startsOn", "personIds"]);
});

test("the whole program is sent as no list, whatever was typed before", () => {
  expect(inputOf(WHOLE)).toMatchObject({ name: "Tuesday team", patientIds: null });
  expect(inputOf({ ...WHOLE, whole: false })).toMatchObject({ patientIds: ["1001"] });
});
