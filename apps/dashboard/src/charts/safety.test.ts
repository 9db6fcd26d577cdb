import { expect, test } from "vitest";
import { safetyWords } from "./safety.ts";

const items = (answer: number | null) => ({ items: [1, 1, 1, 1, 1, 1, 1, 1, answer, null] });

test("an answer above 0 is said, an unknown one too, and of a zero nothing reassuring", () => {
  expect(safetyWords({ instrument: "phq-9" }, items(2))).toBe(", item 9 answered 2");
  expect(safetyWords({ instrument: "phq-9" }, items(null))).toBe(", item 9 not known");
  expect(safetyWords({ instrument: "phq-9" }, items(0))).toBe("");
  expect(safetyWords({ instrument: "gad-7" }, items(null))).toBe("");
});
