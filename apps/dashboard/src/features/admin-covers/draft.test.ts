import { expect, test } from "vitest";
import { inputOf, problemsOf } from "./draft.ts";

const EMPTY = { awayStaffId: "", coveringPersonId: "", programId: "", startsOn: "", endsOn: "", note: "" };
const WHOLE = {
  ...EMPTY,
  awayStaffId: "s-1",
  coveringPersonId: "p-2",
  startsOn: "2026-03-09",
  endsOn: "2026-03-13",
};

test("what is missing is said at its field", () => {
  expect(problemsOf(EMPTY)).toEqual({
    awayStaffId: "Choose who is away.",
    coveringPersonId: "Choose who covers.",
    startsOn: "Choose the first day.",
  });
  expect(problemsOf(WHOLE)).toBeNull();
});

test("no program is every program, and an empty note is none", () => {
  expect(inputOf({ ...WHOLE, note: "  " })).toMatchObject({ programId: null, note: null });
  expect(inputOf({ ...WHOLE, programId: "iop", note: " leave " })).toMatchObject({
    programId: "iop",
    note: "leave",
  });
});
