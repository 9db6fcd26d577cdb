import { describe, expect, test } from "vitest";
import { medicationChange, result } from "../records/example-chart.ts";
import type { Chart, MedicationChange, ScreenResult } from "../records/types.ts";
import { negative, on, positive, screenOn, viewOf } from "../rules/example-rules.ts";
import { judgedScreens } from "../summary/screen-marks.ts";
import { screenOnTimeline } from "./screen-lane.ts";

const SCREENED = 30;

function shown(given: Partial<Chart>) {
  const asked = { chart: given, day: SCREENED + 10 };
  const view = viewOf(asked);
  const changes = (given.medicationChanges ?? []).map((record) => ({
    record,
    on: record.changedOn,
    id: record.medicationChangeId,
    recordedMs: null,
    recordedOn: null,
  }));
  const [screen] = judgedScreens(view);
  if (screen === undefined) throw new RangeError("the example has no screen");
  return screenOnTimeline(screen, changes);
}

const taking = (medication: string, days: number): MedicationChange =>
  medicationChange("m", on(SCREENED - days), { medication });
const stopping = (medication: string, days: number): MedicationChange =>
  medicationChange("n", on(SCREENED - days), { medication, change: "stop" });

describe("a prescribed drug that is not found", () => {
  const marks = (
    row: ScreenResult,
    medicationChanges: readonly MedicationChange[],
    given: Parameters<typeof screenOn>[2] = {},
  ) =>
    shown({ screens: [screenOn(SCREENED, [row], given)], medicationChanges }).results.map(({ mark }) => mark);

  test.each([
    ["the day before the third", "Suboxone 8/2 film", 2, "buprenorphine", "negative"],
    ["on the third day", "Suboxone 8/2 film", 3, "buprenorphine", "expected_absent"],
    ["methadone", "METHADONE 40 mg", 3, "methadone", "expected_absent"],
    ["a stimulant", "Adderall XR", 3, "amphetamine", "expected_absent"],
    ["a form of the analyte itself", "Dexedrine", 3, "amphetamine", "expected_absent"],
    ["an opioid with its own test", "oxycodone 5 mg", 3, "oxycodone", "expected_absent"],
    ["the metabolite alone", "Suboxone 8/2 film", 30, "norbuprenorphine", "negative"],
    ["what the body makes of it", "Vyvanse", 30, "amphetamine", "negative"],
    ["a test for a class", "clonazepam 1 mg", 30, "benzodiazepines", "negative"],
    ["a class of which it is one", "morphine ER", 30, "opiates", "negative"],
    ["another drug", "methadone", 30, "buprenorphine", "negative"],
  ])("%s", (...[, medication, days, analyte, mark]) => {
    expect(marks(negative(analyte), [taking(medication, days)])).toEqual([mark]);
  });

  test("says so in words", () => {
    const given = {
      screens: [screenOn(SCREENED, [negative("buprenorphine")])],
      medicationChanges: [taking("Subutex", 10)],
    };
    expect(shown(given).results[0]?.text).toBe("buprenorphine negative though prescribed, definitive");
  });

  test("says so of the whole screen too, whose mark stays", () => {
    const rows = [negative("buprenorphine"), negative("cocaine"), negative("thc")];
    const given = { screens: [screenOn(SCREENED, rows)], medicationChanges: [taking("Subutex", 10)] };
    expect(shown(given)).toMatchObject({
      mark: "negative",
      text: "Buprenorphine negative though prescribed; 2 other analytes negative",
    });
  });

  test("only while it is prescribed, a stop first on one day", () => {
    const row = negative("methadone");
    expect(marks(row, [taking("methadone", 10), stopping("methadone", 0)])).toEqual(["negative"]);
    const again = medicationChange("o", on(SCREENED), { medication: "methadone" });
    expect(marks(row, [taking("methadone", 10), stopping("methadone", 0), again])).toEqual(["negative"]);
  });

  test("only when the negative counts: settled, of a valid specimen, with no positive that counts before it", () => {
    const prescribed = [taking("methadone", 10)];
    const row = negative("methadone");
    expect(marks(row, prescribed, { validity: null })).toEqual(["expected_absent"]);
    expect(marks(row, prescribed, { validity: "dilute" })).toEqual(["negative"]);
    expect(marks(row, prescribed, { validity: "substituted" })).toEqual(["negative"]);
    expect(marks(negative("methadone", { resultStatus: "preliminary" }), prescribed)).toEqual(["pending"]);
    const screens = [
      screenOn(SCREENED, [negative("methadone", { method: "presumptive" }), positive("methadone")]),
    ];
    expect(shown({ screens, medicationChanges: prescribed }).results.map(({ mark }) => mark)).toEqual([
      "prescribed",
      "negative",
    ]);
  });
});

describe("what a laboratory says of the specimen", () => {
  const facts = (rows: readonly ScreenResult[]) => shown({ screens: [screenOn(SCREENED, rows)] });

  test("stands apart from the results, under a plain name", () => {
    const drawn = facts([
      result("creatinine", { result: null, value: "14", unit: "mg/dL" }),
      result("specific_gravity", { result: null, value: "1.002" }),
      result("pH", { result: null, value: "6.1" }),
      negative("cocaine"),
      negative("gabapentin"),
    ]);
    expect(drawn.results.map(({ analyte }) => analyte)).toEqual(["cocaine", "gabapentin"]);
    expect(drawn.specimenFacts).toEqual([
      { name: "Creatinine", value: "14", unit: "mg/dL" },
      { name: "pH", value: "6.1", unit: null },
      { name: "Specific gravity", value: "1.002", unit: null },
    ]);
    expect(drawn.mark).toBe("negative");
  });

  test.each(["specific gravity", "Specific-Gravity", "SPECIFIC_GRAVITY", "sg", " specific  gravity "])(
    "%s is one however it is written",
    (analyte) => {
      expect(facts([result(analyte, { result: null, value: "1.01" })]).specimenFacts).toMatchObject([
        { name: "Specific gravity" },
      ]);
    },
  );

  test.each([
    [{ result: "negative", value: null }, "negative"],
    [{ result: "positive", value: "520" }, "positive, 520"],
    [{ result: "positive", value: null, resultStatus: "preliminary" }, "preliminary, positive"],
    [{ result: null, value: null }, "no data"],
    [{ result: null, value: "" }, "no data"],
  ] as const)("says all it was given: %o", (given, value) => {
    expect(facts([result("nitrite", given)]).specimenFacts).toEqual([{ name: "Nitrite", value, unit: null }]);
  });

  test("alone, leaves the screen waiting for its results", () => {
    const drawn = facts([result("creatinine", { result: "negative", value: "90" })]);
    expect(drawn).toMatchObject({ results: [], mark: "pending", text: "Collected, no result yet" });
  });

  test("a substance that is not in the list is a result, whatever its name holds", () => {
    expect(facts([positive("phenibut"), positive("sg-1")]).specimenFacts).toEqual([]);
  });
});

describe("a presumptive result", () => {
  const texts = (rows: readonly ScreenResult[]) =>
    shown({ screens: [screenOn(SCREENED, rows)] }).results.map(({ text }) => text);
  const presumptive = positive("cocaine", { method: "presumptive" });

  test("is not confirmed while nothing definitive stands beside it", () => {
    expect(texts([presumptive, positive("thc")])).toContain(
      "cocaine new positive, presumptive, not confirmed",
    );
    expect(texts([presumptive, positive("cocaine", { resultStatus: "preliminary" })])).toContain(
      "cocaine new positive, presumptive, not confirmed",
    );
  });

  test("leads to the definitive result of its analyte, whichever way that went", () => {
    expect(texts([presumptive, positive("cocaine")])).toContain(
      "cocaine new positive, presumptive; see the definitive result",
    );
    expect(texts([presumptive, negative("cocaine")])).toEqual([
      "cocaine negative, definitive",
      "cocaine positive, not counted, presumptive; see the definitive result",
    ]);
  });
});

describe("what an immunoassay may take for something else", () => {
  const presumptive = { method: "presumptive" } as const;
  const said = (
    row: ScreenResult,
    medicationChanges: readonly MedicationChange[],
    others: readonly ScreenResult[] = [],
  ) => {
    const { results } = shown({ screens: [screenOn(SCREENED, [row, ...others])], medicationChanges });
    return results.find(({ method, analyte }) => method === row.method && analyte === row.analyte)
      ?.interference;
  };
  const bupropion = taking("Bupropion XL 150 mg", 5);
  const SENTENCE =
    "Bupropion can give a positive amphetamine immunoassay; consider a definitive test. Source: drugpolicyfacts.org.";

  test.each([
    ["presumptive", presumptive],
    ["method not stated", { method: null }],
    ["preliminary", { ...presumptive, resultStatus: "preliminary" }],
  ] as const)("a positive, %s", (...[, given]) => {
    expect(said(positive("amphetamine", given), [bupropion])).toBe(SENTENCE);
  });

  test.each([
    ["a definitive positive", positive("amphetamine"), [bupropion], []],
    [
      "a definitive one still preliminary",
      positive("amphetamine", { resultStatus: "preliminary" }),
      [bupropion],
      [],
    ],
    ["a negative", negative("amphetamine", presumptive), [bupropion], []],
    ["another analyte", positive("cocaine", presumptive), [bupropion], []],
    ["nothing prescribed", positive("amphetamine", presumptive), [], []],
    ["begun later", positive("amphetamine", presumptive), [taking("bupropion", -1)], []],
    ["part of a word", positive("amphetamine", presumptive), [taking("hydroxybupropionate", 5)], []],
    [
      "stopped under its brand",
      positive("amphetamine", presumptive),
      [bupropion, stopping("WELLBUTRIN", 1)],
      [],
    ],
    [
      "settled by a definitive result",
      positive("amphetamine", presumptive),
      [bupropion],
      [positive("amphetamine")],
    ],
  ] as const)("nothing for %s", (...[, row, changes, others]) => {
    expect(said(row, changes, others)).toBeNull();
  });

  test("holds on the day of the start and until the day before the stop", () => {
    const row = positive("amphetamine", presumptive);
    expect(said(row, [taking("Zyban", 0)])).toBe(SENTENCE);
    expect(said(row, [bupropion, stopping("bupropion", -1)])).toBe(SENTENCE);
    expect(said(row, [bupropion, stopping("bupropion", 0)])).toBeNull();
  });

  test("names every one of several, and their sources once", () => {
    const trazodone = medicationChange("t", on(0), { medication: "trazodone 50 mg" });
    expect(said(positive("amphetamine", presumptive), [bupropion, trazodone])).toBe(
      "Bupropion and trazodone can give a positive amphetamine immunoassay; consider a definitive test. Source: drugpolicyfacts.org.",
    );
  });

  test("changes no mark", () => {
    const row = positive("amphetamine", presumptive);
    const mark = (medicationChanges: readonly MedicationChange[]) =>
      shown({ screens: [screenOn(SCREENED, [row])], medicationChanges }).results[0]?.mark;
    expect(mark([bupropion])).toBe(mark([]));
    expect(mark([bupropion])).toBe("new_positive");
  });
});
