import { describe, expect, test } from "vitest";
import { assessment, day, episode, medicationChange } from "../records/example-chart.ts";
import { NO_OWN_RECORDS } from "../records/own.ts";
import type { Chart, MedicationChange } from "../records/types.ts";
import { gad7, item9, negative, on, phq9, positive, screenOn } from "../rules/example-rules.ts";
import { lensOf, medicationNote } from "./example-lens.ts";

const change = (
  id: string,
  dayOfEpisode: number,
  medication: string,
  given: Partial<MedicationChange> = {},
): MedicationChange => medicationChange(id, on(dayOfEpisode), { medication, unit: "mg", ...given });
const stop = { change: "stop" } as const;

describe("medications", () => {
  const medicationChanges = [
    change("a", -40, "Sertraline", { dose: "50", prescriberId: "T-7" }),
    change("b", 7, "sertraline ", { change: "dose", dose: "100" }),
    change("c", 21, "SERTRALINE", { change: "dose", dose: "100" }),
    change("d", -60, "Zolpidem", { dose: "5" }),
    change("e", 3, "zolpidem", stop),
    change("f", 5, "Suboxone 8/2 film", { dose: "8" }),
    change("g", 9, "Haloperidol", stop),
  ];
  const lens = (given: Partial<Chart> = {}, dayOfEpisode = 35) =>
    lensOf({ chart: { medicationChanges, ...given }, day: dayOfEpisode });

  test("stand by their text, the present ones first, then by start", () => {
    expect(
      lens().medications.map(({ medication, current, startedOn }) => [medication, current, startedOn]),
    ).toEqual([
      ["Sertraline", true, on(-40)],
      ["Suboxone 8/2 film", true, on(5)],
      ["Zolpidem", false, on(-60)],
      ["Haloperidol", false, null],
    ]);
  });

  test("a dose lasts from the change that made it, not from one that repeats it", () => {
    expect(lens().medications[0]).toMatchObject({
      doseText: "100 mg",
      doseSince: on(7),
      daysOnDose: 28,
      stoppedOn: null,
      prescriberId: "T-7",
      isAntidepressant: true,
      ingredients: [],
    });
    expect(lens().medications[2]).toMatchObject({
      doseText: "5 mg",
      doseSince: null,
      daysOnDose: null,
      stoppedOn: on(3),
      windows: [],
    });
  });

  test.each([
    [10, ["ahead", "ahead", "ahead"]],
    [11, ["open", "ahead", "ahead"]],
    [17, ["open", "ahead", "ahead"]],
    [18, ["past", "ahead", "ahead"]],
    [24, ["past", "ahead", "ahead"]],
    [25, ["past", "open", "ahead"]],
    [31, ["past", "open", "ahead"]],
    [32, ["past", "past", "ahead"]],
    [41, ["past", "past", "ahead"]],
    [42, ["past", "past", "open"]],
    [56, ["past", "past", "open"]],
    [57, ["past", "past", "past"]],
  ])("%i days after the change of dose, the windows are %j", (days, states) => {
    const windows = lens({}, 7 + days).medications[0]?.windows ?? [];
    expect(windows.map(({ state }) => state)).toEqual(states);
    expect(windows.map(({ name }) => name)).toEqual(["2 weeks", "4 weeks", "6–8 weeks"]);
    expect(windows[2]).toMatchObject({ from: on(49), to: on(63) });
  });

  test("those present that no rule recognizes are named", () => {
    expect(lens().unrecognized).toEqual(["Sertraline"]);
  });

  test("of these, what a note on an interference names was checked", () => {
    const given = [
      change("a", -40, "Bupropion XL"),
      change("b", -40, "Sertraline"),
      change("c", 12, "Wellbutrin"),
    ];
    const unchecked = (row: ReturnType<typeof positive>) => {
      const screens = [screenOn(10, [row])];
      return lensOf({ chart: { medicationChanges: given, screens }, day: 20 }).unchecked;
    };
    expect(unchecked(positive("amphetamine", { method: "presumptive" }))).toEqual(["Sertraline"]);
    const all = ["Bupropion XL", "Sertraline", "Wellbutrin"];
    expect(unchecked(positive("amphetamine"))).toEqual(all);
    expect(unchecked(negative("amphetamine", { method: "presumptive" }))).toEqual(all);
  });

  test("what screens found of them stands beside them, the newest first, twelve at most", () => {
    const results = [positive("buprenorphine"), negative("norbuprenorphine"), positive("cocaine")];
    const screens = Array.from({ length: 9 }, (_, place) => screenOn(place + 10, results));
    const found = lens({ screens }).medications[1]?.found ?? [];
    expect(found).toHaveLength(12);
    expect(found.slice(0, 3)).toMatchObject([
      { on: on(18), analyte: "buprenorphine", mark: "prescribed" },
      { on: on(18), analyte: "norbuprenorphine", mark: "negative" },
      { on: on(17), analyte: "buprenorphine" },
    ]);
    expect(lens({ screens }).medications[0]?.found).toEqual([]);
  });

  test("notes go with the medication of their text, the newest first; one without stands alone", () => {
    const medicationNotes = [
      medicationNote(4),
      medicationNote(12, { medication: " SERTRALINE", kind: "side_effect", adherence: null, text: "nausea" }),
      medicationNote(6, { medication: "melatonin" }),
      medicationNote(40),
    ];
    const { medications } = lens({ own: { ...NO_OWN_RECORDS, medicationNotes } });
    expect(medications[0]?.notes).toMatchObject([
      { medicationNoteId: "n-12", kind: "side_effect", text: "nausea" },
      { medicationNoteId: "n-4", adherence: "some_missed", by: "account-1" },
    ]);
    expect(medications.at(-1)).toMatchObject({
      medication: "melatonin",
      current: false,
      notes: [{ medicationNoteId: "n-6" }],
    });
  });

  test("forty of them are forty", () => {
    const forty = Array.from({ length: 40 }, (_, place) => change(`x${place}`, place % 30, `drug ${place}`));
    expect(lens({ medicationChanges: forty }).medications).toHaveLength(40);
    expect(lens({ medicationChanges: [] }).medications).toEqual([]);
  });
});

describe("comparisons", () => {
  const medicationChanges = [
    change("a", -5, "Sertraline", { dose: "50" }),
    change("b", 10, "Sertraline", { change: "dose", dose: "100" }),
  ];
  const assessments = [phq9(-3, 20), phq9(7, 18), phq9(14, 15), phq9(21, 11), gad7(14, 9), gad7(21, 14)];
  const compare = (given: Partial<Chart> = {}, dayOfEpisode = 22) =>
    lensOf({ chart: { medicationChanges, assessments, ...given }, day: dayOfEpisode }).comparisons;
  const values = (since: string, given: Partial<Chart> = {}) =>
    compare(given).find((one) => one.since === since)?.values ?? [];

  test("since the last change: from the last value up to its day to the latest after it", () => {
    expect(compare()[0]).toMatchObject({
      since: "last_change",
      on: on(10),
      text: "Sertraline changed to 100 mg",
      medicationChangeId: "b",
    });
    expect(values("last_change")[0]).toEqual({
      id: "phq-9",
      name: "PHQ-9",
      max: 27,
      from: { value: 18, on: on(7), assessmentId: "phq-7" },
      to: { value: 11, on: on(21), assessmentId: "phq-21" },
      n: 3,
      change: -7,
      reliable: "improved",
    });
  });

  test("a prorated value says so, then and now", () => {
    const some = { total: null, items: [1, 1, 1, 1, null, 1, 1, 1, null, null] };
    const prorated = [phq9(7, 0, some), phq9(21, 0, some)];
    expect(values("last_change", { assessments: prorated })[0]).toMatchObject({
      from: { value: 9, prorated: true },
      to: { value: 9, prorated: true },
    });
  });

  test("without a value up to the day there is no change, and what is known is shown", () => {
    expect(values("last_change")[1]).toMatchObject({
      from: null,
      to: { value: 14 },
      n: 2,
      change: null,
      reliable: null,
    });
    expect(values("last_change", { assessments: [phq9(7, 18)] })[0]).toMatchObject({
      from: { value: 18 },
      to: null,
      n: 1,
      change: null,
    });
    expect(values("last_change", { assessments: [] })[0]).toMatchObject({ from: null, to: null, n: 0 });
  });

  test("a value of the day of the change is where it starts from", () => {
    expect(values("last_change", { assessments: [phq9(10, 17), phq9(17, 12)] })[0]).toMatchObject({
      from: { value: 17 },
      to: { value: 12 },
      change: -5,
      reliable: "none",
    });
  });

  test("since admission: from the baseline, also one after admission", () => {
    expect(compare()[1]).toMatchObject({ since: "admission", on: on(0), text: null });
    expect(values("admission")[0]).toMatchObject({ from: { on: on(-3) }, change: -9, n: 4 });
    expect(values("admission")[1]).toMatchObject({ from: { on: on(14) }, change: 5, reliable: "worsened" });
  });

  test("a cluster with an item not answered has no value that day", () => {
    const sleep = (dayOfEpisode: number, answer: number | null) =>
      assessment(`q-${dayOfEpisode}`, on(dayOfEpisode), {
        instrument: "phq-9",
        items: [1, 1, answer, 1, 1, 1, 1, 1, 0, null],
      });
    const [cluster] = values("last_change", {
      assessments: [sleep(3, 3), sleep(9, null), sleep(20, 1)],
    }).filter(({ id }) => id === "sleep");
    expect(cluster).toMatchObject({
      max: 3,
      from: { value: 3, on: on(3) },
      to: { value: 1 },
      n: 2,
      change: -2,
    });
    expect(cluster?.reliable).toBeNull();
  });

  test("without a change of medication there is admission alone", () => {
    expect(compare({ medicationChanges: [] }).map(({ since }) => since)).toEqual(["admission"]);
  });

  test("what changed long after a discharge is not compared with the stay", () => {
    const later = change("c", 90, "Sertraline", stop);
    const episodes = [episode({ dischargedOn: on(30) })];
    const [last] = compare({ medicationChanges: [...medicationChanges, later], episodes }, 100);
    expect(last).toMatchObject({ since: "last_change", on: on(10) });
    const within = change("c", 37, "Sertraline", stop);
    expect(compare({ medicationChanges: [...medicationChanges, within], episodes }, 100)[0]?.on).toBe(on(37));
  });

  test("no word of cause", () => {
    const words = JSON.stringify(lensOf({ chart: { medicationChanges, assessments }, day: 22 }));
    expect(words).not.toMatch(/because|due to|caused|effect of|led to|thanks to|result of/i);
  });
});

describe("a watch under 25 years", () => {
  const bornOn = (birthDate: string, given: Partial<Chart>, dayOfEpisode: number) => {
    const { patient } = { patient: { ...PATIENT, birthDate: day(birthDate) } };
    return lensOf({ chart: { patient, ...given }, day: dayOfEpisode }).watches;
  };
  const PATIENT: Chart["patient"] = {
    patientId: "p-1",
    givenName: "Example",
    familyName: "Patient",
    birthDate: day("2004-01-01"),
    sex: null,
    language: null,
    race: null,
    ethnicity: null,
    phone: null,
    email: null,
  };
  const begun = { medicationChanges: [change("a", 2, "Sertraline", { dose: "50" })] };

  test("in the first weeks of an antidepressant, with what item 9 last said", () => {
    expect(bornOn("2004-01-01", { ...begun, assessments: [item9(3, 1), item9(9, null)] }, 10)).toEqual([
      {
        medication: "Sertraline",
        since: on(2),
        until: on(58),
        text: `Under 25: watch for suicidal thoughts in the first weeks of Sertraline; item 9 last answered 1 on ${on(3)}`,
      },
    ]);
    expect(bornOn("2004-01-01", begun, 10)[0]?.text).toMatch(/item 9 has not been answered in this stay$/);
  });

  test("after a change of dose, and eight weeks from it", () => {
    const medicationChanges = [
      change("a", -200, "Sertraline", { dose: "50" }),
      change("b", 2, "Sertraline", { change: "dose", dose: "100" }),
    ];
    expect(bornOn("2004-01-01", { medicationChanges }, 58)[0]?.text).toMatch(
      /after the dose change of Sertraline/,
    );
    expect(bornOn("2004-01-01", { medicationChanges }, 59)).toEqual([]);
  });

  test.each([
    ["the day before the 25th birthday", "2001-02-13", 10, 1],
    ["on the 25th birthday", "2001-02-12", 10, 0],
    ["older", "1960-06-01", 10, 0],
  ])("%s", (...[, birthDate, dayOfEpisode, watches]) => {
    expect(bornOn(birthDate, begun, dayOfEpisode)).toHaveLength(watches);
  });

  test("not for another medication, nor for one that was stopped", () => {
    expect(bornOn("2004-01-01", { medicationChanges: [change("a", 2, "Suboxone")] }, 10)).toEqual([]);
    const medicationChanges = [...begun.medicationChanges, change("b", 5, "Sertraline", stop)];
    expect(bornOn("2004-01-01", { medicationChanges }, 10)).toEqual([]);
  });

  test("never speaks of a dose to give", () => {
    for (const { text } of bornOn("2004-01-01", begun, 10))
      expect(text).not.toMatch(/\bmg\b|increase|reduce/);
  });
});
