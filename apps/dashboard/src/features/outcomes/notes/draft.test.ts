import { parseCalendarDate } from "@soundings/clinical";
import { expect, test } from "vitest";
import { inputOf, problemsOf } from "./draft.ts";

const today = parseCalendarDate("2026-11-22") ?? "";
const draft = { programId: "p-1", on: "2026-09-01", text: " Evening track opened " };

test("a whole note has no problem and is sent without the blanks around it", () => {
  expect(problemsOf(draft, today)).toBeNull();
  expect(inputOf(draft)).toEqual({ ...draft, text: "Evening track opened" });
});

test("what is missing is said at its field", () => {
  expect(problemsOf({ programId: "", on: "", text: " " }, today)).toEqual({
    programId: "Choose the program.",
    on: "Choose the day.",
    text: "Say what changed.",
  });
});

test("a day to come and a text that is too long are refused", () => {
  expect(problemsOf({ ...draft, on: "2026-11-23" }, today)).toEqual({ on: "That day has not come yet." });
  expect(problemsOf({ ...draft, text: "x".repeat(201) }, today)).toHaveProperty("text");
});
