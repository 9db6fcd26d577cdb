import { describe, expect, test } from "vitest";
import { evaluateChart } from "../findings/evaluate.ts";
import { injection } from "../lens/example-lens.ts";
import { chart, EXAMPLE_SITE, episode, medicationChange } from "../records/example-chart.ts";
import { NO_OWN_RECORDS } from "../records/own.ts";
import type { Chart, MedicationChange } from "../records/types.ts";
import { gad7, item9, negative, on, phq9, screenOn } from "../rules/example-rules.ts";
import { trendOf } from "./trend.ts";
import { REVIEW_REASONS } from "./types.ts";
import { REVIEW_REASON_WORDS } from "./words.ts";

function trend(given: Partial<Chart>, dayOfEpisode: number) {
  const one = chart(given);
  const [evaluation] = evaluateChart(one, EXAMPLE_SITE, on(dayOfEpisode));
  if (evaluation === undefined) throw new RangeError("nothing runs on that day");
  return trendOf(one, EXAMPLE_SITE, evaluation, on(dayOfEpisode));
}

const change = (
  dayOfEpisode: number,
  medication: string,
  given: Partial<MedicationChange> = {},
): MedicationChange =>
  medicationChange(`${medication}-${dayOfEpisode}`, on(dayOfEpisode), { medication, ...given });
const dose = (text: string) => ({ change: "dose", dose: text, unit: "mg" }) as const;

test("what is taken, since when, and the values since the last change", () => {
  const medicationChanges = [
    change(-90, "Sertraline", { dose: "50", unit: "mg" }),
    change(8, "Sertraline", dose("100")),
    change(2, "Zolpidem"),
    change(5, "Zolpidem", { change: "stop" }),
  ];
  const assessments = [phq9(-1, 16), phq9(7, 15), phq9(20, 9), item9(29, null)];
  expect(trend({ medicationChanges, assessments }, 30)).toMatchObject({
    medications: [{ medication: "Sertraline", doseText: "100 mg", doseSince: on(8), daysOnDose: 22 }],
    lastChange: { on: on(8), text: "Sertraline changed to 100 mg" },
    since: "last_change",
    values: [
      { id: "phq-9", from: { value: 15 }, to: { on: on(29) } },
      { id: "gad-7", from: null, to: null, change: null, reliable: null },
    ],
    item9: { answer: null, on: on(29) },
  });
});

test("without a change in the stay it compares with admission", () => {
  const assessments = [phq9(0, 16), phq9(20, 9)];
  const before = { medicationChanges: [change(-90, "Sertraline")], assessments };
  expect(trend(before, 30)).toMatchObject({
    since: "admission",
    lastChange: { on: on(-90), text: "Sertraline started" },
    values: [{ from: { value: 16 }, to: { value: 9 }, change: -7 }, {}],
  });
  expect(trend({ assessments }, 30)).toMatchObject({ since: "admission", lastChange: null, medications: [] });
  expect(trend({}, 30)).toMatchObject({ item9: null, reasons: [] });
});

describe("reasons", () => {
  const suboxone = change(-90, "Suboxone");
  test.each([
    ["item 9", { assessments: [item9(3, 1)] }, 30, ["item_9"]],
    ["item 9 a zero since", { assessments: [item9(3, 1), item9(9, 0)] }, 30, []],
    ["item 9 not known since", { assessments: [item9(3, 1), item9(9, null)] }, 30, ["item_9"]],
    [
      "reliably worse since the change",
      {
        medicationChanges: [change(-90, "A"), change(7, "A", dose("2"))],
        assessments: [gad7(7, 5), gad7(9, 9)],
      },
      10,
      ["worse_since_change"],
    ],
    ["worse, but not reliably", { assessments: [gad7(0, 5), gad7(9, 8)] }, 10, []],
    [
      "reliably worse since admission",
      { assessments: [phq9(0, 8), phq9(9, 14)] },
      10,
      ["worse_since_change"],
    ],
    [
      "prescribed drug absent",
      { medicationChanges: [suboxone], screens: [screenOn(25, [negative("buprenorphine")])] },
      30,
      ["expected_drug_absent"],
    ],
    ["little early response", { assessments: [phq9(0, 16), phq9(28, 14)] }, 30, ["early_non_response"]],
    [
      "little early response, left out of the findings by deterioration",
      { assessments: [phq9(0, 16), phq9(28, 22)] },
      30,
      ["worse_since_change", "early_non_response"],
    ],
    ["a window that is open", { medicationChanges: [change(2, "A")] }, 16, ["review_window_open"]],
    [
      "a window of a medication for opioid use disorder",
      {
        medicationChanges: [change(2, "Suboxone 8/2"), change(2, "METHADONE"), change(2, "Vivitrol 380 mg")],
      },
      16,
      [],
    ],
    [
      "a window of what is taken as needed",
      {
        medicationChanges: [
          change(2, "A", { frequency: "Daily as needed" }),
          change(2, "B PRN"),
          change(2, "C", { dose: "1 p.r.n." }),
        ],
      },
      16,
      [],
    ],
    [
      "beside such a one",
      { medicationChanges: [change(2, "B PRN"), change(2, "Prnol")] },
      16,
      ["review_window_open"],
    ],
    ["between two windows", { medicationChanges: [change(2, "A")] }, 22, []],
    ["overdue", { own: { ...NO_OWN_RECORDS, injections: [injection(0)] } }, 35, ["injection_overdue"]],
    ["only late", { own: { ...NO_OWN_RECORDS, injections: [injection(0)] } }, 34, []],
  ] as const)("%s", (...[, given, dayOfEpisode, reasons]) => {
    expect(trend(given, dayOfEpisode).reasons).toEqual(reasons);
  });

  test("little response is a matter of treatment: not after discharge", () => {
    const assessments = [phq9(0, 16), phq9(28, 14)];
    const episodes = [episode({ dischargedOn: on(29) })];
    expect(trend({ assessments, episodes }, 30)).toMatchObject({ earlyNonResponse: false, reasons: [] });
  });

  test("all have words", () => {
    for (const reason of REVIEW_REASONS) {
      const { label, meaning } = REVIEW_REASON_WORDS[reason];
      expect(label.length).toBeGreaterThan(0);
      expect(meaning).toMatch(/\.$/);
    }
  });
});

describe("the order of the list", () => {
  const ranked = (charts: readonly Partial<Chart>[], dayOfEpisode: number) =>
    charts
      .map((given, place) => {
        const episodes = [episode({ episodeId: `e-${place}` })];
        return { place, rank: trend({ ...given, episodes }, dayOfEpisode).rank };
      })
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ place }) => place);

  test("reasons by their weight, whatever else holds", () => {
    const suboxone = change(-90, "Suboxone");
    const byWeight: readonly Partial<Chart>[] = [
      { assessments: [item9(3, 1)] },
      { assessments: [phq9(0, 4), phq9(9, 14)] },
      { medicationChanges: [suboxone], screens: [screenOn(25, [negative("buprenorphine")])] },
      { own: { ...NO_OWN_RECORDS, injections: [injection(-20)] } },
      { assessments: [phq9(0, 16), phq9(28, 14)] },
      { medicationChanges: [change(16, "A")] },
      { medicationChanges: [change(-400, "A")] },
    ];
    expect(ranked(byWeight, 30)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(ranked(byWeight.toReversed(), 30)).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  test("of item 9 the higher of the latest known answers first, whatever else holds", () => {
    const answers: readonly Partial<Chart>[] = [
      { assessments: [item9(3, 3), item9(9, null)] },
      { assessments: [item9(3, 2)], medicationChanges: [change(-9, "A")] },
      { assessments: [item9(3, 3), item9(9, 1)], medicationChanges: [change(16, "A")] },
    ];
    expect(ranked(answers, 30)).toEqual([0, 1, 2]);
  });

  test("then who has not reliably improved, then the longest on the dose, then who takes nothing", () => {
    const improved = [phq9(0, 16), phq9(28, 4)];
    expect(
      ranked(
        [
          {},
          { medicationChanges: [change(-400, "A")], assessments: improved },
          { medicationChanges: [change(-100, "A")] },
          { medicationChanges: [change(-9, "A"), change(-300, "B")] },
        ],
        32,
      ),
    ).toEqual([3, 2, 1, 0]);
  });
});
