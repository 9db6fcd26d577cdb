import { describe, expect, test } from "vitest";
import { knownChart } from "../findings/known.ts";
import { chart, day, EXAMPLE_SITE, medicationChange } from "../records/example-chart.ts";
import type { MedicationChange } from "../records/types.ts";
import { medicationLanes } from "./medication-lanes.ts";

function lanes(medicationChanges: readonly MedicationChange[], from = "2026-02-02", to = "2026-03-31") {
  const known = knownChart(chart({ medicationChanges }), EXAMPLE_SITE, day(to));
  return medicationLanes(known.medicationChanges, { from: day(from), to: day(to) });
}

const mg = (dose: string) => ({ dose, unit: "mg", frequency: "daily" });

test("a start, a dose and a stop make two bars and nothing after", () => {
  const changes = [
    medicationChange("c", "2026-03-10", { change: "stop", reason: "nausea" }),
    medicationChange("a", "2026-02-10", mg("50")),
    medicationChange("b", "2026-02-24", { change: "dose", ...mg("100") }),
  ];
  expect(lanes(changes)).toMatchObject([
    {
      medication: "sertraline",
      segments: [
        { from: "2026-02-10", to: "2026-02-23", doseText: "50 mg daily", step: 0.5 },
        { from: "2026-02-24", to: "2026-03-09", doseText: "100 mg daily", step: 1 },
      ],
      changes: [
        { change: "start", text: "Sertraline started, 50 mg daily", reason: null },
        { change: "dose", text: "Sertraline changed to 100 mg daily" },
        { change: "stop", text: "Sertraline stopped", reason: "nausea" },
      ],
    },
  ]);
});

test("a lane is a medication in any case, named as first written", () => {
  const changes = [
    medicationChange("a", "2026-02-10", { medication: "Sertraline " }),
    medicationChange("b", "2026-02-20", { medication: "SERTRALINE", change: "stop" }),
    medicationChange("c", "2026-02-12", { medication: "trazodone" }),
  ];
  expect(lanes(changes).map((lane) => [lane.medication, lane.segments.length, lane.changes.length])).toEqual([
    ["Sertraline", 1, 2],
    ["trazodone", 1, 1],
  ]);
});

test("stopped and started on one day goes on", () => {
  const changes = [
    medicationChange("a", "2026-02-10", mg("50")),
    medicationChange("b", "2026-02-20", mg("25")),
    medicationChange("c", "2026-02-20", { change: "stop" }),
  ];
  expect(lanes(changes)[0]?.segments).toMatchObject([
    { from: "2026-02-10", to: "2026-02-19" },
    { from: "2026-02-20", to: null },
  ]);
});

describe("dose steps", () => {
  const steps = (first: Partial<MedicationChange>, second: Partial<MedicationChange>) =>
    lanes([
      medicationChange("a", "2026-02-10", first),
      medicationChange("b", "2026-02-20", { change: "dose", ...second }),
    ])[0]?.segments.map((segment) => segment.step);

  test.each([
    ["plain numbers of one unit", mg("12.5"), mg("50"), [0.25, 1]],
    ["a unit in another case", mg("25"), { ...mg("50"), unit: "MG" }, [0.5, 1]],
    ["a combined dose", mg("8/2"), mg("16"), [null, null]],
    ["another unit", mg("50"), { ...mg("100"), unit: "mcg" }, [null, null]],
    ["no unit", { ...mg("50"), unit: null }, { ...mg("100"), unit: null }, [null, null]],
    ["another frequency", mg("50"), { ...mg("50"), frequency: "twice daily" }, [null, null]],
    ["a dose not known", mg("50"), {}, [null, null]],
    ["nothing but zero", mg("0"), mg("0"), [null, null]],
  ])("%s", (...[, first, second, expected]) => {
    expect(steps(first, second)).toEqual(expected);
  });
});

describe("the axis", () => {
  test("what began before it and goes on is shown from its true start", () => {
    const [lane] = lanes([medicationChange("a", "2025-06-01", mg("50"))]);
    expect(lane?.segments).toMatchObject([{ from: "2025-06-01", to: null }]);
    expect(lane?.changes).toEqual([]);
  });

  test("what ended before it is not shown", () => {
    const ended = (on: string) => [
      medicationChange("a", "2025-06-01"),
      medicationChange("b", on, { change: "stop" }),
    ];
    expect(lanes(ended("2026-02-01"))).toEqual([]);
    expect(lanes(ended("2026-02-02")).map((lane) => [lane.segments.length, lane.changes.length])).toEqual([
      [0, 1],
    ]);
    expect(lanes(ended("2026-02-03")).map((lane) => [lane.segments.length, lane.changes.length])).toEqual([
      [1, 1],
    ]);
  });

  test("a stop alone leaves its mark and no bar", () => {
    expect(lanes([medicationChange("a", "2026-02-10", { change: "stop" })])).toMatchObject([
      { segments: [], changes: [{ text: "Sertraline stopped" }] },
    ]);
  });
});
