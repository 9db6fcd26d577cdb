import { describe, expect, test } from "vitest";
import { clock, medicationChange } from "../records/example-chart.ts";
import { type Injection, NO_OWN_RECORDS } from "../records/own.ts";
import type { MedicationChange } from "../records/types.ts";
import { on } from "../rules/example-rules.ts";
import { injection, lensOf } from "./example-lens.ts";

const shown = (
  injections: readonly Injection[],
  dayOfEpisode: number,
  medicationChanges: readonly MedicationChange[] = [],
) =>
  lensOf({ chart: { medicationChanges, own: { ...NO_OWN_RECORDS, injections } }, day: dayOfEpisode })
    .injections;

const change = (dayOfEpisode: number, kind: MedicationChange["change"], medication: string) =>
  medicationChange(`m-${dayOfEpisode}-${kind}`, on(dayOfEpisode), { change: kind, medication });

test.each([
  [27, "not_due", -1],
  [28, "due", 0],
  [30, "due", 2],
  [31, "late", 3],
  [34, "late", 6],
  [35, "overdue", 7],
  [90, "overdue", 62],
])("on day %i, due on day 28: %s", (dayOfEpisode, state, daysPastDue) => {
  expect(shown([injection(0)], dayOfEpisode)).toMatchObject([{ state, daysPastDue }]);
});

test("one line a medication: the latest, with who gave the last one", () => {
  const lines = [
    injection(0, { givenBy: "R. Hollis, RN", dose: "380 mg" }),
    injection(30, { medication: "VIVITROL ", givenOn: null, nextDueOn: on(33) }),
  ];
  expect(shown(lines.toReversed(), 30)).toEqual([
    {
      injectionId: "i-30",
      medication: "VIVITROL",
      dose: null,
      intervalDays: 28,
      lastGivenOn: on(0),
      givenBy: "R. Hollis, RN",
      nextDueOn: on(33),
      state: "not_due",
      daysPastDue: -3,
    },
  ]);
});

test("what was recorded or given later is not yet known", () => {
  const late = injection(0, { recordedAt: clock(`${on(5)}T08:00:00`) });
  expect(shown([late], 4)).toEqual([]);
  expect(shown([late], 5)).toHaveLength(1);
  const lines = [injection(0), injection(28, { recordedAt: clock(`${on(1)}T08:00:00`) })];
  expect(shown(lines, 20)).toMatchObject([{ lastGivenOn: on(0) }]);
});

test("what is furthest past its date comes first, what ended last", () => {
  const lines = [
    injection(40, { injectionId: "ahead", medication: "Brixadi" }),
    injection(0, { injectionId: "late", medication: "haloperidol decanoate", nextDueOn: on(37) }),
    injection(1, { injectionId: "over" }),
    injection(2, { injectionId: "gone", medication: "Invega" }),
  ];
  const changes = [change(2, "start", "Invega"), change(9, "stop", "Invega")];
  expect(shown(lines, 41, changes).map(({ injectionId }) => injectionId)).toEqual([
    "over",
    "late",
    "ahead",
    "gone",
  ]);
});

describe("a schedule ends with its medication", () => {
  test.each([
    [
      "stopped on the day of the line",
      [change(-9, "start", "Vivitrol"), change(0, "stop", "vivitrol")],
      "ended",
    ],
    ["stopped before it", [change(-9, "start", "Vivitrol"), change(-1, "stop", "vivitrol")], "overdue"],
    [
      "stopped and begun again",
      [change(-9, "start", "Vivitrol"), change(5, "stop", "Vivitrol"), change(20, "start", "Vivitrol")],
      "overdue",
    ],
    ["another of its ingredient stopped later", [change(5, "stop", "naltrexone 50 mg")], "ended"],
    ["its tablets stopped on the day of the injection", [change(0, "stop", "naltrexone 50 mg")], "overdue"],
    [
      "its tablets stopped, the injection goes on",
      [change(0, "start", "Vivitrol"), change(5, "stop", "naltrexone 50 mg")],
      "overdue",
    ],
    [
      "its tablets stopped, the injection goes on under a longer name",
      [change(0, "start", "Vivitrol 380 mg"), change(5, "stop", "naltrexone 50 mg")],
      "overdue",
    ],
    ["another drug stopped", [change(5, "stop", "Suboxone")], "overdue"],
    [
      "stopped after the day asked for",
      [change(-9, "start", "Vivitrol"), change(61, "stop", "Vivitrol")],
      "overdue",
    ],
  ])("%s", (...[, changes, state]) => {
    expect(shown([injection(0)], 60, changes)).toMatchObject([{ state }]);
  });
});
