import type { CalendarDate } from "@soundings/clinical";
import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { presentMedications, presentOf, withPresentUnit } from "./medications.ts";

const day = (text: string) => text as CalendarDate;
const lane = (medication: string, doseText: string, to: CalendarDate | null) => ({
  medication,
  segments: [{ from: day("2026-02-02"), to, doseText, step: null }],
  changes: [],
});
const present = presentMedications({
  medications: [
    lane("Sertraline", "50 mg twice daily", null),
    lane("trazodone", "25 mg", day("2026-02-20")),
    lane("clonidine", "as needed", null),
    { medication: "lithium", segments: [], changes: [] },
  ],
});
const draft = { ...emptyDraft("2026-03-16"), change: "dose" };

test("present are the medications whose last bar goes on", () => {
  expect(present.map(({ medication }) => medication)).toEqual(["Sertraline", "clonidine"]);
  expect(presentOf(present, " sertraline ")?.doseText).toBe("50 mg twice daily");
  expect(presentOf(present, "trazodone")).toBeNull();
});

test("a change of dose takes unit and frequency of the present one, and leaves what was typed", () => {
  const taken = withPresentUnit({ ...draft, medication: "sertraline" }, present);
  expect(taken).toMatchObject({ dose: "", unit: "mg", frequency: "twice daily" });
  const typed = withPresentUnit({ ...draft, medication: "sertraline", frequency: "at night" }, present);
  expect(typed).toMatchObject({ unit: "mg", frequency: "at night" });
});

test("a dose in other words, another change and another medication bring nothing along", () => {
  for (const part of [
    { medication: "clonidine" },
    { medication: "sertraline", change: "start" },
    { medication: "bupropion" },
  ]) {
    expect(withPresentUnit({ ...draft, ...part }, present)).toMatchObject({ unit: "", frequency: "" });
  }
});
