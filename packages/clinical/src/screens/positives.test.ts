import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../calendar/civil.ts";
import { medicationChange } from "../records/example-chart.ts";
import type { MedicationChange, Screen } from "../records/types.ts";
import { ADMITTED, negative, on, positive, screenOn, viewOf } from "../rules/example-rules.ts";
import { ANALYTES } from "./analytes.ts";

/** "10 new, 12 old" for each positive of the analyte, by day; an expected one in brackets. */
const judged = (screens: readonly Screen[], medicationChanges: readonly MedicationChange[] = []) =>
  viewOf({ chart: { screens, medicationChanges }, day: 200 }).positives.map(
    ({ on: date, isNew, unexpected }) => {
      const text = `${daysBetween(ADMITTED, date)} ${isNew ? "new" : "old"}`;
      return unexpected ? text : `(${text})`;
    },
  );
const pos = (day: number, analyte = "cocaine", given: Partial<Screen> = {}) =>
  screenOn(day, [positive(analyte)], given);
const neg = (day: number, analyte = "cocaine", given: Partial<Screen> = {}) =>
  screenOn(day, [negative(analyte)], given);

describe("the window since admission", () => {
  test.each(ANALYTES.map(({ id, carryOverDays }) => [id, carryOverDays] as const))(
    "%s: carry-over up to day %i, new from the next day",
    (analyte, days) => {
      expect(judged([pos(days, analyte)])).toEqual([`${days} old`]);
      expect(judged([pos(days + 1, analyte)])).toEqual([`${days + 1} new`]);
    },
  );

  test("the windows of the rule set", () => {
    const windows = Object.fromEntries(ANALYTES.map(({ id, carryOverDays }) => [id, carryOverDays]));
    expect(windows).toEqual({
      ethanol: 1,
      mdma: 2,
      "6-am": 2,
      hydrocodone: 2,
      oxycodone: 3,
      xylazine: 3,
      amphetamine: 4,
      methamphetamine: 4,
      cocaine: 4,
      opiates: 4,
      methadone: 4,
      eddp: 4,
      tramadol: 4,
      etg: 5,
      buprenorphine: 7,
      norbuprenorphine: 7,
      kratom: 9,
      pcp: 14,
      fentanyl: 19,
      barbiturates: 21,
      norfentanyl: 26,
      benzodiazepines: 30,
      thc: 35,
    });
  });

  test("a positive in the days before admission is never past the window", () => {
    expect(judged([pos(-3)])).toEqual(["-3 old"]);
  });
});

describe("a negative since the last positive", () => {
  test("makes a positive new", () => {
    expect(judged([neg(1), pos(2)])).toEqual(["2 new"]);
    expect(judged([neg(-5), pos(-3)])).toEqual(["-3 new"]);
    expect(judged([neg(1), pos(2), pos(3)])).toEqual(["2 new", "3 old"]);
    expect(judged([neg(1), pos(2), neg(3), pos(4)])).toEqual(["2 new", "4 new"]);
  });

  test("strictly before it, and strictly after the last earlier one", () => {
    expect(judged([pos(2), neg(2, "cocaine", { screenId: "n" })])).toEqual(["2 old"]);
    expect(judged([pos(2), neg(2, "cocaine", { screenId: "n" }), pos(3)])).toEqual(["2 old", "3 old"]);
    expect(judged([pos(2), neg(3), pos(3, "cocaine", { screenId: "p" })])).toEqual(["2 old", "3 old"]);
  });

  test.each(["dilute", "invalid", "substituted"] as const)("not from a %s specimen", (validity) => {
    expect(judged([neg(1, "cocaine", { validity }), pos(2)])).toEqual(["2 old"]);
  });

  test("a positive from a dilute specimen is an earlier positive", () => {
    expect(judged([neg(1), pos(2, "cocaine", { validity: "dilute" }), pos(3)])).toEqual(["2 new", "3 old"]);
  });

  test("only of the same analyte, and only a result that counts", () => {
    expect(judged([neg(1, "thc"), pos(2)])).toEqual(["2 old"]);
    expect(judged([screenOn(1, [negative("cocaine", { resultStatus: "preliminary" })]), pos(2)])).toEqual([
      "2 old",
    ]);
    const overruled = screenOn(1, [negative("cocaine", { method: "presumptive" }), positive("cocaine")]);
    expect(judged([overruled, pos(2)])).toEqual(["1 old", "2 old"]);
  });
});

describe("the window since the last new one", () => {
  test("counts from the last earlier new unexpected positive, not from carry-over", () => {
    expect(judged([pos(5), pos(9), pos(10)])).toEqual(["5 new", "9 old", "10 new"]);
    expect(judged([pos(3), pos(5)])).toEqual(["3 old", "5 new"]);
  });

  test("two screens of one day are judged alike", () => {
    expect(judged([pos(5), pos(5, "cocaine", { screenId: "p" }), pos(9)])).toEqual([
      "5 new",
      "5 new",
      "9 old",
    ]);
  });
});

describe("prescriptions", () => {
  const valium = (...changes: readonly [number, MedicationChange["change"]][]) =>
    changes.map(([dayOf, change], place) =>
      medicationChange(`m${place}`, on(dayOf), { change, medication: "Valium" }),
    );

  test("what is prescribed on the day of collection is expected", () => {
    expect(judged([pos(40, "benzodiazepines")], valium([40, "start"]))).toEqual(["(40 old)"]);
    expect(judged([pos(40, "benzodiazepines")], valium([41, "start"]))).toEqual(["40 new"]);
    expect(judged([pos(40, "benzodiazepines")], valium([10, "start"], [40, "stop"]))).toEqual(["40 old"]);
  });

  test("the window counts from the last day on which it was prescribed", () => {
    const changes = valium([1, "start"], [10, "stop"]);
    expect(judged([pos(39, "benzodiazepines")], changes)).toEqual(["39 old"]);
    expect(judged([pos(40, "benzodiazepines")], changes)).toEqual(["40 new"]);
  });

  test("an expected positive is an earlier positive for the next, but no new one", () => {
    const changes = valium([1, "start"], [10, "stop"]);
    const screens = [neg(-1, "benzodiazepines"), pos(5, "benzodiazepines"), pos(20, "benzodiazepines")];
    expect(judged(screens, changes)).toEqual(["(5 new)", "20 old"]);
    expect(judged([...screens, neg(15, "benzodiazepines")], changes)).toEqual(["(5 new)", "20 new"]);
  });
});

/** Straight from the definition, day by day. */
function naive(days: readonly (readonly [number, "+" | "-"])[], window: number): readonly string[] {
  const fresh = new Set<number>();
  const positives = [...new Set(days.filter(([, sign]) => sign === "+").map(([dayOf]) => dayOf))].toSorted(
    (a, b) => a - b,
  );
  for (const dayOf of positives) {
    const earlier = positives.filter((other) => other < dayOf);
    const last = Math.max(Number.NEGATIVE_INFINITY, ...earlier);
    const cleared = days.some(([other, sign]) => sign === "-" && other < dayOf && other > last);
    const since = Math.max(0, ...earlier.filter((other) => fresh.has(other)));
    if (cleared || dayOf - since > window) fresh.add(dayOf);
  }
  return positives.map((dayOf) => `${dayOf} ${fresh.has(dayOf) ? "new" : "old"}`);
}

describe("laws", () => {
  test("agrees with the definition, in any order of the screens", () => {
    const screens = fc
      .uniqueArray(fc.integer({ min: -14, max: 60 }), { maxLength: 12 })
      .chain((days) =>
        fc.tuple(
          ...days.map((dayOf) => fc.tuple(fc.constant(dayOf), fc.constantFrom("+" as const, "-" as const))),
        ),
      );
    fc.assert(
      fc.property(screens, fc.constantFrom(...ANALYTES), (given, { id, carryOverDays }) => {
        const records = given.map(([dayOf, sign]) => (sign === "+" ? pos(dayOf, id) : neg(dayOf, id)));
        expect(judged(records)).toEqual(naive(given, carryOverDays));
      }),
    );
  });

  test("carried over until the last day of the window", () => {
    const [first, second] = viewOf({ chart: { screens: [pos(5), pos(9)] }, day: 20 }).positives;
    expect([first?.carryOverUntil, second?.carryOverUntil]).toEqual([
      addDays(ADMITTED, 4),
      addDays(ADMITTED, 9),
    ]);
  });
});
