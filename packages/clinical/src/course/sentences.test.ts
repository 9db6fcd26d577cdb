import { describe, expect, test } from "vitest";
import {
  assessment,
  chart,
  clock,
  day,
  EXAMPLE_SITE,
  episode,
  medicationChange,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { siteWith } from "../rules/example-rules.ts";
import { courseOf } from "./course.ts";
import type { ChangeSpan } from "./types.ts";

const phq = (on: string, total: number | null, items?: readonly (number | null)[]) =>
  assessment(`phq ${on}`, on, { instrument: "phq-9", total, ...(items === undefined ? {} : { items }) });
const gad = (on: string, total: number) => assessment(`gad ${on}`, on, { instrument: "gad-7", total });
/** Every item answered, so that item 9 is known; the total is what is stated. */
const withItem9 = (on: string, total: number, answer: number | null) =>
  phq(on, total, [2, 2, 2, 2, 2, 2, 2, 2, answer, null]);

/** The sentence of a span, what leads to a record in brackets. */
function said(span: ChangeSpan, given: Partial<Chart>, asOf = "2026-03-20", site = EXAMPLE_SITE): string {
  const { sentences } = courseOf(chart(given), site, "e-1", day(asOf));
  const one = sentences.find((sentence) => sentence.span === span);
  return (one?.parts ?? []).map(({ text, record }) => (record === null ? text : `[${text}]`)).join("");
}

const noScreens = siteWith({ screensPerWeek: 0 });

describe("since last week", () => {
  const lastWeek = (given: Partial<Chart>, asOf?: string, site = noScreens) =>
    said("last_week", given, asOf, site);
  const scores = (assessments: Chart["assessments"], asOf?: string) =>
    lastWeek({ assessments }, asOf).replace(/; no countable.*/, "");

  test("nothing known is no data, and says what is missing", () => {
    expect(said("last_week", {})).toBe(
      "No data since last week: no PHQ-9, no GAD-7, no countable session in the last 7 days or in the 7 before and no screen in the last 7 days.",
    );
  });

  test("compares the latest score with the last one 5 to 10 days before it, with dates", () => {
    const assessments = [
      withItem9("2026-03-03", 20, 0),
      withItem9("2026-03-10", 18, 0),
      withItem9("2026-03-17", 21, 0),
      gad("2026-03-10", 9),
      gad("2026-03-17", 9),
    ];
    expect(scores(assessments)).toBe(
      "PHQ-9 [18] on 2026-03-10 → [21] on 2026-03-17 (+3); GAD-7 [9] on 2026-03-10 → [9] on 2026-03-17 (0)",
    );
  });

  test.each([
    ["2026-03-13", "GAD-7 [8] on 2026-03-17, none 5 to 10 days before it"],
    ["2026-03-12", "GAD-7 [12] on 2026-03-12 → [8] on 2026-03-17 (−4)"],
    ["2026-03-07", "GAD-7 [12] on 2026-03-07 → [8] on 2026-03-17 (−4)"],
    ["2026-03-06", "GAD-7 [8] on 2026-03-17, none 5 to 10 days before it"],
  ])("with the one before on %s", (before, expected) => {
    expect(scores([gad(before, 12), gad("2026-03-17", 8)])).toBe(`No PHQ-9; ${expected}`);
  });

  test("a score more than ten days old is not this week's", () => {
    const assessments = [gad("2026-03-01", 12), gad("2026-03-08", 8)];
    expect(scores(assessments, "2026-03-18")).toBe(
      "No PHQ-9; GAD-7 [12] on 2026-03-01 → [8] on 2026-03-08 (−4)",
    );
    expect(lastWeek({ assessments }, "2026-03-19")).toBe(
      "No data since last week: no PHQ-9, no GAD-7 in the last 10 days (latest [8] on 2026-03-08) and no countable session in the last 7 days or in the 7 before.",
    );
  });

  test("item 9 above 0 comes first, in words, with the day of its latest known answer", () => {
    expect(scores([withItem9("2026-03-10", 18, 1), withItem9("2026-03-17", 21, 2)])).toBe(
      "Item 9 answered [2 (more than half the days)] on 2026-03-17; PHQ-9 [18] on 2026-03-10 → [21] on 2026-03-17 (+3); no GAD-7",
    );
    expect(scores([withItem9("2026-03-10", 18, 1), withItem9("2026-03-17", 21, null)])).toMatch(
      /^Item 9 answered \[1 \(several days\)\] on 2026-03-10, not answered on \[2026-03-17\]; PHQ-9/,
    );
    expect(scores([withItem9("2026-03-10", 18, 1), withItem9("2026-03-17", 21, 0)])).toMatch(/^PHQ-9/);
  });

  test("item 9 that is not known is said, for a 0 would read the same", () => {
    expect(scores([phq("2026-03-17", 21)])).toMatch(
      /^Item 9 not known on \[2026-03-17\] \(total only\); PHQ-9/,
    );
  });

  test("a prorated score says so", () => {
    const items = [2, 2, 2, 2, 2, 2, 2, null, 0, null];
    expect(scores([phq("2026-03-17", null, items)])).toMatch(/^PHQ-9 \[16 \(prorated\)\] on/);
  });

  describe("attendance", () => {
    const attended = (
      statuses: readonly (readonly [string, Chart["sessions"][number]["status"]])[],
      asOf?: string,
    ) =>
      lastWeek(
        { sessions: statuses.map(([on, status]) => session(on, `${on}T10:00`, { status })) },
        asOf,
      ).replace("No PHQ-9; no GAD-7; ", "");

    test("of the last 7 days against the 7 before; what does not count is left out", () => {
      expect(
        attended([
          ["2026-03-06", "attended"],
          ["2026-03-07", "attended"],
          ["2026-03-13", "no_show"],
          ["2026-03-14", "late"],
          ["2026-03-16", "no_show"],
          ["2026-03-17", "excused"],
          ["2026-03-18", "cancelled_program"],
          ["2026-03-19", "scheduled"],
          ["2026-03-20", "scheduled"],
        ]),
      ).toBe("[1 of 2] sessions attended in the last 7 days (1 not marked), [1 of 2] in the 7 before.");
    });

    test("one of the two weeks without a countable session", () => {
      expect(attended([["2026-03-18", "attended"]])).toBe(
        "[1 of 1] sessions attended in the last 7 days, none that counts in the 7 before.",
      );
      expect(attended([["2026-03-10", "attended"]])).toBe(
        "no countable session in the last 7 days, [1 of 1] attended in the 7 before.",
      );
    });

    test("after the discharge it is the last week of the stay", () => {
      const episodes = [episode({ dischargedOn: day("2026-03-10"), dischargeReason: "completed" as const })];
      const sessions = [
        session("s", "2026-03-09T10:00"),
        session("t", "2026-03-02T10:00", { status: "no_show" }),
      ];
      const given = { episodes, sessions };
      expect(lastWeek(given, "2026-06-01")).toContain(
        "[1 of 1] sessions attended in the last 7 days of the stay, [0 of 1]",
      );
      const { sentences } = courseOf(chart(given), EXAMPLE_SITE, "e-1", day("2026-06-01"));
      expect(sentences.map(({ since }) => since)).toEqual(["2026-03-03", "2026-02-02", null]);
    });
  });

  describe("screens", () => {
    const screens = (all: Chart["screens"]) => said("last_week", { screens: all }).replace(/^.*before; /, "");

    test("that came in, worst first, each with its day", () => {
      const cocaine = result("cocaine", { result: "positive", method: "presumptive" });
      expect(
        screens([
          screen("old", "2026-03-10", { results: [result("cocaine")] }),
          screen("negative", "2026-03-14", { results: [result("cocaine")] }),
          screen("missed", "2026-03-16", { disposition: "missed" }),
          screen("also negative", "2026-03-17", { results: [result("thc")] }),
          screen("positive", "2026-03-19", {
            results: [cocaine, result("fentanyl", { result: "positive" })],
          }),
        ]),
      ).toBe(
        "screens: new positive [cocaine (presumptive, not confirmed)] and [fentanyl] on 2026-03-19, missed [2026-03-16], negative [2026-03-14], [2026-03-17].",
      );
    });

    test("what may be carried over is named; what is prescribed has its day", () => {
      const given = {
        medicationChanges: [medicationChange("m", "2026-02-01", { medication: "Suboxone" })],
        screens: [
          screen("u1", "2026-03-14", { results: [result("buprenorphine", { result: "positive" })] }),
          screen("u2", "2026-03-16", { results: [result("thc", { result: "positive" })] }),
        ],
        episodes: [episode({ admittedOn: day("2026-03-10") })],
      };
      expect(said("last_week", given)).toMatch(
        /; screens: possible carry-over \[\w+\] on 2026-03-16, positive as prescribed \[2026-03-14\]\.$/,
      );
    });

    test("what lacks a prescribed drug is not called negative", () => {
      const given = {
        medicationChanges: [medicationChange("m", "2026-02-01", { medication: "Suboxone" })],
        screens: [
          screen("u1", "2026-03-14", { results: [result("buprenorphine"), result("thc")] }),
          screen("u2", "2026-03-16", { results: [result("thc")] }),
          screen("u3", "2026-03-18", {
            results: [result("buprenorphine"), result("cocaine", { result: "positive" })],
          }),
        ],
      };
      expect(said("last_week", given)).toMatch(
        /; screens: new positive \[cocaine\] on 2026-03-18, buprenorphine negative though prescribed on \[2026-03-14\], \[2026-03-18\], negative \[2026-03-16\]\.$/,
      );
    });

    test("a result that was recorded this week of a screen before it", () => {
      const results = [result("cocaine", { recordedAt: clock("2026-03-16T08:00") })];
      expect(screens([screen("u", "2026-03-10", { results })])).toBe("screens: negative [2026-03-10].");
    });

    test("none though one is asked for is said; none asked for is not", () => {
      expect(said("last_week", { assessments: [gad("2026-03-17", 8)] })).toMatch(
        /; no screen in the last 7 days\.$/,
      );
      expect(lastWeek({ assessments: [gad("2026-03-17", 8)] })).not.toContain("screen");
    });
  });
});

describe("since admission", () => {
  const sinceAdmission = (given: Partial<Chart>) => said("admission", given);

  test("baseline to latest in the words of reliable change, attendance and positives", () => {
    const cocaine = result("cocaine", { result: "positive" });
    expect(
      sinceAdmission({
        assessments: [
          phq("2026-02-02", 14),
          phq("2026-03-17", 21),
          gad("2026-02-02", 12),
          gad("2026-03-17", 9),
        ],
        sessions: [
          session("s", "2026-02-03T10:00"),
          session("t", "2026-02-04T10:00", { status: "no_show" }),
          session("u", "2026-02-05T10:00", { status: "excused" }),
        ],
        screens: [
          screen("u1", "2026-02-10", { results: [result("cocaine")] }),
          screen("u2", "2026-02-17", { results: [cocaine] }),
          screen("u3", "2026-02-24", { results: [result("cocaine")] }),
          screen("u4", "2026-03-03", { results: [cocaine] }),
          screen("u5", "2026-03-04", { disposition: "missed" }),
        ],
      }),
    ).toBe(
      "PHQ-9 [14] → [21] since admission (+7), reliably worse; GAD-7 [12] → [9] (−3), no reliable change; [1 of 2] sessions attended; 2 new unexpected positives in 4 screens with results, the last [cocaine] on 2026-03-03.",
    );
  });

  test.each([
    [21, 15, "(−6), reliably better"],
    [21, 16, "(−5), no reliable change"],
    [15, 20, "(+5), no reliable change"],
    [15, 21, "(+6), reliably worse"],
  ])("PHQ-9 %i to %i", (from, to, words) => {
    expect(sinceAdmission({ assessments: [phq("2026-02-02", from), phq("2026-03-17", to)] })).toContain(
      words,
    );
  });

  test("says what is missing of either end", () => {
    expect(sinceAdmission({})).toBe(
      "No data since admission: no PHQ-9, no GAD-7, no countable session and no screen with results.",
    );
    expect(sinceAdmission({ assessments: [phq("2026-02-02", 14), gad("2026-03-17", 9)] })).toBe(
      "PHQ-9 [14] at baseline on 2026-02-02, none after it; GAD-7 [9] on 2026-03-17, no baseline; no countable session; no screen with results.",
    );
  });

  test("the first clause that counts from admission says so", () => {
    const sessions = [session("s", "2026-02-03T10:00")];
    expect(sinceAdmission({ sessions })).toContain("[1 of 1] sessions attended since admission;");
  });

  test("one positive, and none in some screens", () => {
    const negatives = [screen("u1", "2026-02-10", { results: [result("cocaine")] })];
    expect(sinceAdmission({ screens: negatives })).toMatch(
      /; no new unexpected positive in 1 screen with results\.$/,
    );
    const one = screen("u2", "2026-02-17", {
      results: [result("cocaine", { result: "positive", method: null })],
    });
    expect(sinceAdmission({ screens: [...negatives, one] })).toMatch(
      /; 1 new unexpected positive in 2 screens with results, \[cocaine \(method not reported\)\] on 2026-02-17\.$/,
    );
  });
});

test("since admission, what screens lack though it is prescribed is said with the last of them", () => {
  const medicationChanges = [medicationChange("m", "2026-02-01", { medication: "Suboxone" })];
  const lacking = (on: string) => screen(on, on, { results: [result("buprenorphine"), result("thc")] });
  expect(said("admission", { medicationChanges, screens: [lacking("2026-02-10")] })).toMatch(
    /; no new unexpected positive in 1 screen with results, buprenorphine negative though prescribed on \[2026-02-10\]\.$/,
  );
  const before = lacking("2026-01-30");
  const several = [before, lacking("2026-02-10"), lacking("2026-02-17")];
  expect(said("admission", { medicationChanges, screens: several })).toMatch(
    /; no new unexpected positive in 2 screens with results, buprenorphine negative though prescribed in 2, the last on \[2026-02-17\]\.$/,
  );
  expect(said("admission", { screens: several })).not.toContain("prescribed");
});

test("what may be carried over, or is prescribed, is no new unexpected positive", () => {
  const screens = [
    screen("u1", "2026-02-05", { results: [result("thc", { result: "positive" })] }),
    screen("u2", "2026-02-12", { results: [result("buprenorphine", { result: "positive" })] }),
    screen("u4", "2026-02-06", { results: [result("thc", { result: "positive" })] }),
    screen("u3", "2026-01-30", { results: [result("cocaine", { result: "positive" })] }),
  ];
  const medicationChanges = [medicationChange("m", "2026-02-01", { medication: "Suboxone" })];
  expect(said("admission", { screens, medicationChanges })).toMatch(
    /; no new unexpected positive in 3 screens with results, possible carry-over in 2\.$/,
  );
});

test("a latest score that is old has its day", () => {
  const assessments = [
    phq("2026-02-02", 14),
    phq("2026-03-09", 9),
    gad("2026-02-02", 9),
    gad("2026-03-10", 5),
  ];
  expect(said("admission", { assessments })).toMatch(
    /^PHQ-9 \[14\] → \[9\] since admission \(−5\), no reliable change, the latest of 2026-03-09; GAD-7 \[9\] → \[5\] \(−4\), reliably better; /,
  );
});

describe("since the last medication change", () => {
  const sinceChange = (given: Partial<Chart>, asOf?: string) => said("last_medication_change", given, asOf);
  const dose = (on: string, mg: string, change: "start" | "dose" | "stop" = "dose") =>
    medicationChange(`m ${on} ${mg}`, on, { change, dose: mg, unit: "mg" });

  test("no change known is no data", () => {
    expect(sinceChange({ assessments: [phq("2026-02-02", 14)] })).toBe(
      "No data since the last medication change: no medication change is known.",
    );
  });

  test("the last score up to its day against the latest after it, and how many scores that is", () => {
    const medicationChanges = [dose("2026-02-05", "50", "start"), dose("2026-03-03", "100")];
    const assessments = [
      phq("2026-02-24", 19),
      phq("2026-03-03", 18),
      phq("2026-03-10", 16),
      phq("2026-03-17", 14),
      gad("2026-02-24", 9),
    ];
    const given = { medicationChanges, assessments };
    expect(sinceChange(given)).toBe(
      "[Sertraline changed to 100 mg] on 2026-03-03; PHQ-9 [18] on 2026-03-03 → [14] on 2026-03-17 (−4, 3 scores); GAD-7 [9] on 2026-02-24, none after the change.",
    );
    expect(sinceChange(given, "2026-03-02")).toMatch(
      /^\[Sertraline started, 50 mg\] on 2026-02-05; PHQ-9 \[19\] on 2026-02-24, none up to the day of the change; /,
    );
  });

  test("without a score it says no data of what", () => {
    expect(sinceChange({ medicationChanges: [dose("2026-03-03", "100")] })).toBe(
      "[Sertraline changed to 100 mg] on 2026-03-03; no data: no PHQ-9 and no GAD-7.",
    );
  });

  test("several changes of one day: two are named, the others counted", () => {
    const other = (medication: string) =>
      medicationChange(medication, "2026-03-03", { change: "start", medication });
    const medicationChanges = [
      dose("2026-02-05", "50", "start"),
      dose("2026-03-03", "50", "stop"),
      other("zolpidem"),
    ];
    expect(sinceChange({ medicationChanges })).toMatch(
      /^\[Sertraline stopped\], \[Zolpidem started\] on 2026-03-03;/,
    );
    expect(
      sinceChange({ medicationChanges: [...medicationChanges, other("trazodone"), other("doxepin")] }),
    ).toMatch(/^\[Sertraline stopped\], \[\w+ started\] and 2 other changes on 2026-03-03;/);
  });

  test("a change long after the discharge is none of this stay", () => {
    const episodes = [episode({ dischargedOn: day("2026-03-10"), dischargeReason: "completed" as const })];
    const medicationChanges = [dose("2026-02-05", "50", "start"), dose("2026-03-18", "100")];
    expect(sinceChange({ episodes, medicationChanges }, "2026-06-01")).toMatch(
      /^\[Sertraline started, 50 mg\]/,
    );
  });
});

test("what leads to a record carries its type, key and day", () => {
  const assessments = [phq("2026-02-02", 14), phq("2026-03-17", 21)];
  const { sentences } = courseOf(chart({ assessments }), EXAMPLE_SITE, "e-1", day("2026-03-20"));
  expect(sentences[1]).toMatchObject({
    span: "admission",
    since: "2026-02-02",
    parts: [
      { text: "PHQ-9 ", record: null },
      { text: "14", record: { type: "assessment", id: "phq 2026-02-02", on: "2026-02-02" } },
      { text: " → ", record: null },
      { text: "21", record: { type: "assessment", id: "phq 2026-03-17", on: "2026-03-17" } },
      { record: null },
    ],
  });
});
