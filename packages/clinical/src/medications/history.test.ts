import { describe, expect, test } from "vitest";
import { knownChart } from "../findings/known.ts";
import { chart, day, EXAMPLE_SITE, medicationChange } from "../records/example-chart.ts";
import type { MedicationChange } from "../records/types.ts";
import { isAntidepressant } from "./antidepressants.ts";
import { latestChange, medicationHistories, presentDose } from "./history.ts";

const asOf = day("2026-06-30");
const histories = (medicationChanges: readonly MedicationChange[]) =>
  medicationHistories(knownChart(chart({ medicationChanges }), EXAMPLE_SITE, asOf).medicationChanges);
const mg = (dose: string, given: Partial<MedicationChange> = {}) => ({ dose, unit: "mg", ...given });
const dose = { change: "dose" } as const;
const stop = { change: "stop" } as const;

describe("what changes the dose", () => {
  const since = (changes: readonly MedicationChange[]) => {
    const [history] = histories(changes);
    return history === undefined ? null : (presentDose(history)?.on ?? null);
  };
  const started = medicationChange("a", "2026-02-10", mg("50"));

  test.each([
    ["a start alone", [started], "2026-02-10"],
    ["another dose", [started, medicationChange("b", "2026-03-10", { ...dose, ...mg("100") })], "2026-03-10"],
    [
      "the same dose again",
      [started, medicationChange("b", "2026-03-10", { ...dose, ...mg("50") })],
      "2026-02-10",
    ],
    [
      "the same dose in another case",
      [started, medicationChange("b", "2026-03-10", mg("50", { unit: "MG" }))],
      "2026-02-10",
    ],
    [
      "another frequency",
      [started, medicationChange("b", "2026-03-10", mg("50", { frequency: "twice daily" }))],
      "2026-03-10",
    ],
    ["a dose that is not known", [started, medicationChange("b", "2026-03-10", dose)], "2026-03-10"],
    ["a start without a dose", [started, medicationChange("b", "2026-03-10")], "2026-02-10"],
    ["a stop", [started, medicationChange("b", "2026-03-10", stop)], null],
    [
      "begun again",
      [started, medicationChange("b", "2026-03-10", stop), medicationChange("c", "2026-04-10", mg("50"))],
      "2026-04-10",
    ],
    ["a stop and nothing else", [medicationChange("b", "2026-03-10", stop)], null],
  ])("%s", (...[, changes, expected]) => {
    expect(since(changes)).toBe(expected);
  });
});

describe("the latest change", () => {
  const sertraline = medicationChange("a", "2026-02-10", mg("50"));
  const others = [
    medicationChange("b", "2026-03-10", { medication: "bupropion", ...mg("150") }),
    medicationChange("c", "2026-03-10", { ...stop, medication: "SERTRALINE" }),
    medicationChange("d", "2026-04-10", { medication: "bupropion", ...mg("150") }),
  ];

  test("is of any medication, names all of its day, stops first, and passes over what only repeats", () => {
    expect(latestChange(histories([sertraline, ...others]), asOf)).toEqual({
      on: "2026-03-10",
      text: "SERTRALINE stopped; Bupropion started, 150 mg",
      medicationChangeId: "b",
    });
  });

  test("lies on the day asked for or before it", () => {
    const all = histories([sertraline, ...others]);
    expect(latestChange(all, day("2026-03-10"))?.on).toBe("2026-03-10");
    expect(latestChange(all, day("2026-03-09"))?.on).toBe("2026-02-10");
    expect(latestChange(all, day("2026-02-09"))).toBeNull();
    expect(latestChange([], asOf)).toBeNull();
  });

  test("a second stop of what was stopped is none", () => {
    const again = medicationChange("e", "2026-05-10", { ...stop, medication: "sertraline" });
    expect(latestChange(histories([sertraline, ...others, again]), asOf)?.on).toBe("2026-03-10");
  });
});

test.each([
  ["Sertraline 50 mg", true],
  ["WELLBUTRIN XL", true],
  ["perphenazine/amitriptyline", true],
  ["sertralinex", false],
  ["Suboxone 8/2 film", false],
  ["", false],
])("%s is an antidepressant: %s", (medication, expected) => {
  expect(isAntidepressant(medication)).toBe(expected);
});
