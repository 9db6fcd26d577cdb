import { describe, expect, test } from "vitest";
import { knownChart } from "../findings/known.ts";
import { chart, day, EXAMPLE_SITE, medicationChange } from "../records/example-chart.ts";
import type { MedicationChange } from "../records/types.ts";
import { ANALYTES } from "../screens/analytes.ts";
import { BRANDS, INGREDIENT_ANALYTES, INGREDIENTS } from "./ingredients.ts";
import { isAnalytePrescribed, lastPrescribedDay, prescriptionsOf, runOn } from "./prescriptions.ts";
import { ingredientsOf } from "./recognize.ts";

describe("recognizing ingredients", () => {
  test.each([
    ["Buprenorphine/naloxone 8 mg-2 mg film", ["buprenorphine"]],
    ["SUBOXONE", ["buprenorphine"]],
    ["methadone40mg", ["methadone"]],
    ["MS-Contin 15 mg", ["morphine"]],
    ["oxycontin", ["oxycodone"]],
    ["hydrocodone-acetaminophen (Norco)", ["hydrocodone"]],
    ["Adderall XR; clonazepam", ["amphetamine", "clonazepam"]],
    ["methadonehydrochloride", []],
    ["norbuprenorphine", []],
    ["dextroamphetamine_saccharate", ["dextroamphetamine"]],
    ["méthadone", []],
    ["Xanaxé", []],
    ["sertraline 50 mg", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(ingredientsOf(text)).toEqual(expected);
  });

  test("each ingredient and brand is one lower-case word and stands for one ingredient", () => {
    const words = INGREDIENTS.flatMap((ingredient) => [ingredient, ...(BRANDS[ingredient] ?? [])]);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) {
      expect(word).toMatch(/^[a-z]+$/);
      expect(ingredientsOf(`x ${word.toUpperCase()} 1`)).toHaveLength(1);
    }
  });

  test("explains listed analytes only", () => {
    const listed = new Set<string>(ANALYTES.map(({ id }) => id));
    expect(
      Object.values(INGREDIENT_ANALYTES)
        .flat()
        .filter((analyte) => !listed.has(analyte)),
    ).toEqual([]);
  });
});

type Given = readonly [date: string, change: MedicationChange["change"], medication: string];

const prescribed = (...changes: Given[]) => {
  const records = changes.map(([on, change, medication], place) =>
    medicationChange(`m${place}`, on, { change, medication }),
  );
  return prescriptionsOf(
    knownChart(chart({ medicationChanges: records }), EXAMPLE_SITE, day("2026-12-31")).medicationChanges,
  );
};

describe("what is prescribed", () => {
  test("from the first start or dose of the unbroken run to the day before the stop", () => {
    const all = prescribed(
      ["2026-02-01", "dose", "Suboxone"],
      ["2026-02-10", "start", "buprenorphine"],
      ["2026-02-20", "stop", "Subutex"],
    );
    const since = (date: string) => runOn(all, "buprenorphine", day(date))?.from ?? null;
    expect(["2026-01-31", "2026-02-01", "2026-02-19", "2026-02-20"].map(since)).toEqual([
      null,
      "2026-02-01",
      "2026-02-01",
      null,
    ]);
  });

  test("on one day stops come before starts and doses, whatever the identifiers", () => {
    const swapped = prescribed(
      ["2026-02-01", "start", "methadone"],
      ["2026-02-10", "start", "methadone"],
      ["2026-02-10", "stop", "methadone"],
    );
    expect(runOn(swapped, "methadone", day("2026-02-10"))?.from).toBe("2026-02-10");
    const begun = prescribed(["2026-02-10", "stop", "methadone"], ["2026-02-10", "dose", "methadone"]);
    expect(runOn(begun, "methadone", day("2026-02-12"))?.from).toBe("2026-02-10");
  });

  test("one text can name two ingredients; a stop of one leaves the other", () => {
    const all = prescribed(
      ["2026-02-01", "start", "codeine and butalbital"],
      ["2026-02-05", "stop", "Fioricet"],
    );
    expect(runOn(all, "codeine", day("2026-02-06"))).not.toBeNull();
    expect(runOn(all, "butalbital", day("2026-02-06"))).toBeNull();
  });

  test("an analyte is prescribed while anything that explains it is, and was last on the latest such day", () => {
    const all = prescribed(
      ["2026-02-01", "start", "Vyvanse"],
      ["2026-02-10", "stop", "Vyvanse"],
      ["2026-02-05", "start", "Desoxyn"],
      ["2026-02-08", "stop", "Desoxyn"],
    );
    const on = (date: string) => isAnalytePrescribed(all, "amphetamine", day(date));
    expect(["2026-01-31", "2026-02-01", "2026-02-09", "2026-02-10"].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const last = (date: string) => lastPrescribedDay(all, "amphetamine", day(date));
    expect(["2026-01-31", "2026-02-03", "2026-02-20"].map(last)).toEqual([null, "2026-02-03", "2026-02-09"]);
    expect(lastPrescribedDay(all, "methamphetamine", day("2026-02-20"))).toBe("2026-02-07");
    expect(lastPrescribedDay(all, "cocaine", day("2026-02-20"))).toBeNull();
  });
});
