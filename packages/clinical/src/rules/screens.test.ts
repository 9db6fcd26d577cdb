import { describe, expect, test } from "vitest";
import { clock, episode, medicationChange } from "../records/example-chart.ts";
import type { MedicationChange, Screen } from "../records/types.ts";
import { findingOn, negative, on, positive, screenOn, weightOf } from "./example-rules.ts";

const weigh = (
  rule: string,
  screens: readonly Screen[],
  day: number,
  medicationChanges: readonly MedicationChange[] = [],
) => weightOf(rule, { chart: { screens, medicationChanges }, day });
const missed = (day: number) => screenOn(day, [], { disposition: "missed", collectedAt: null });

describe("unexpected-positive", () => {
  const rule = "unexpected-positive";

  test("in the last 14 days", () => {
    const screens = [screenOn(10, [positive("cocaine")])];
    expect([9, 10, 23, 24].map((day) => weigh(rule, screens, day))).toEqual([
      null,
      "review this_week",
      "review this_week",
      null,
    ]);
  });

  test.each(["fentanyl", "norfentanyl", "6-am"])("%s escalates the same day", (analyte) => {
    expect(weigh(rule, [screenOn(30, [positive(analyte)])], 30)).toBe("escalate same_day");
    const both = [screenOn(30, [positive(analyte), positive("cocaine")])];
    expect(weigh(rule, both, 30)).toBe("escalate same_day");
  });

  test("cleared by a later valid negative for that analyte, not by one of the same day", () => {
    const first = screenOn(10, [positive("cocaine")]);
    expect(weigh(rule, [first, screenOn(11, [negative("cocaine")])], 12)).toBeNull();
    expect(weigh(rule, [first, screenOn(11, [negative("thc")])], 12)).toBe("review this_week");
    const sameDay = screenOn(10, [negative("cocaine")], { screenId: "other" });
    expect(weigh(rule, [first, sameDay], 12)).toBe("review this_week");
  });

  test.each(["dilute", "invalid", "substituted", "adulterated"] as const)(
    "a %s negative does not clear it",
    (validity) => {
      const screens = [
        screenOn(10, [positive("cocaine")]),
        screenOn(11, [negative("cocaine")], { validity }),
      ];
      expect(weigh(rule, screens, 12)).toBe("review this_week");
    },
  );

  test("a negative whose validity was not reported clears it", () => {
    const screens = [
      screenOn(10, [positive("cocaine")]),
      screenOn(11, [negative("cocaine")], { validity: null }),
    ];
    expect(weigh(rule, screens, 12)).toBeNull();
  });

  test("prescribed, preliminary, inconclusive, unlisted and tampered raise nothing", () => {
    const start = medicationChange("m", on(5), { medication: "Xanax 0.5 mg" });
    expect(weigh(rule, [screenOn(40, [positive("benzodiazepines")])], 40, [start])).toBeNull();
    expect(weigh(rule, [screenOn(40, [positive("benzodiazepines")])], 40)).toBe("review this_week");
    expect(
      weigh(rule, [screenOn(10, [positive("cocaine", { resultStatus: "preliminary" })])], 10),
    ).toBeNull();
    expect(weigh(rule, [screenOn(10, [negative("cocaine", { result: "inconclusive" })])], 10)).toBeNull();
    expect(weigh(rule, [screenOn(10, [positive("ketamine")])], 10)).toBeNull();
    expect(weigh(rule, [screenOn(10, [positive("cocaine")], { validity: "substituted" })], 10)).toBeNull();
  });

  test.each(["dilute", "invalid"] as const)("a %s positive counts", (validity) => {
    expect(weigh(rule, [screenOn(10, [positive("cocaine")], { validity })], 10)).toBe("review this_week");
  });

  test("says when it rests on presumptive results only", () => {
    const headline = (...results: Parameters<typeof screenOn>[1][number][]) =>
      findingOn(rule, { chart: { screens: [screenOn(30, results)] }, day: 30 })?.headline;
    expect(headline(positive("cocaine", { method: "presumptive" }))).toBe(
      "New unexpected positive: cocaine on 2026-03-04; presumptive, not confirmed",
    );
    expect(headline(positive("cocaine"))).toBe("New unexpected positive: cocaine on 2026-03-04");
    expect(headline(positive("cocaine", { method: null }))).toBe(
      "New unexpected positive: cocaine on 2026-03-04; not confirmed, method not reported",
    );
    expect(headline(positive("cocaine"), positive("pcp", { method: "presumptive" }))).toBe(
      "New unexpected positive: cocaine on 2026-03-04 (definitive) and PCP on 2026-03-04 (presumptive)",
    );
  });

  test("left out by repeated positives, unless it is for the same day", () => {
    const twice = (analyte: string) => [
      screenOn(8, [positive("cocaine")]),
      screenOn(12, [negative("cocaine"), negative(analyte)]),
      screenOn(14, [positive(analyte)]),
    ];
    expect(findingOn(rule, { chart: { screens: twice("cocaine") }, day: 14 })).toBeNull();
    expect(findingOn("repeated-positives", { chart: { screens: twice("cocaine") }, day: 14 })).not.toBeNull();
    expect(findingOn(rule, { chart: { screens: twice("fentanyl") }, day: 14 })?.urgency).toBe("same_day");
    expect(
      findingOn("repeated-positives", { chart: { screens: twice("fentanyl") }, day: 14 }),
    ).not.toBeNull();
  });
});

describe("repeated-positives", () => {
  const rule = "repeated-positives";

  test("on two dates of the last 28 days, of whatever analyte", () => {
    const screens = [screenOn(10, [positive("cocaine")]), screenOn(17, [positive("pcp")])];
    expect(weigh(rule, screens, 16)).toBeNull();
    expect(weigh(rule, screens, 17)).toBe("escalate this_week");
    expect(weigh(rule, screens, 37)).toBe("escalate this_week");
    expect(weigh(rule, screens, 38)).toBeNull();
  });

  test("two on one date are one; carry-over does not count; a negative after it does not take it back", () => {
    const sameDay = [screenOn(15, [positive("cocaine"), positive("pcp")])];
    expect(weigh(rule, sameDay, 17)).toBeNull();
    const carried = [screenOn(10, [positive("cocaine")]), screenOn(14, [positive("cocaine")])];
    expect(weigh(rule, carried, 17)).toBeNull();
    const used = [
      screenOn(10, [positive("cocaine")]),
      screenOn(15, [positive("cocaine")]),
      screenOn(16, [negative("cocaine")]),
    ];
    expect(weigh(rule, used, 17)).toBe("escalate this_week");
  });
});

describe("screen-not-given", () => {
  const rule = "screen-not-given";

  test("one in the last 14 days is for review, two escalate the same day", () => {
    expect([9, 10, 23, 24].map((day) => weigh(rule, [missed(10)], day))).toEqual([
      null,
      "review this_week",
      "review this_week",
      null,
    ]);
    expect(weigh(rule, [missed(10), missed(12)], 23)).toBe("escalate same_day");
    expect(weigh(rule, [missed(10), missed(12)], 24)).toBe("review this_week");
  });

  test("missed, refused, substituted and adulterated; not excused, dilute, invalid or pending", () => {
    const one = (given: Partial<Screen>) => weigh(rule, [screenOn(10, [], given)], 10);
    expect(one({ disposition: "refused" })).toBe("review this_week");
    expect(one({ validity: "substituted" })).toBe("review this_week");
    expect(one({ validity: "adulterated" })).toBe("review this_week");
    expect([
      one({ disposition: "excused", validity: null }),
      one({ validity: "dilute" }),
      one({ validity: "invalid" }),
      one({}),
    ]).toEqual([null, null, null, null]);
  });
});

describe("expected-drug-absent", () => {
  const rule = "expected-drug-absent";
  const start = medicationChange("m", on(5), { medication: "Suboxone 8 mg/2 mg film" });

  test("negative for buprenorphine prescribed 3 or more days before", () => {
    expect(weigh(rule, [screenOn(7, [negative("buprenorphine")])], 7, [start])).toBeNull();
    expect(weigh(rule, [screenOn(8, [negative("buprenorphine")])], 8, [start])).toBe("review this_week");
    expect(weigh(rule, [screenOn(8, [negative("methadone")])], 8, [start])).toBeNull();
    expect(weigh(rule, [screenOn(8, [negative("buprenorphine")])], 8)).toBeNull();
  });

  test("or for methadone; a stop before the screen ends it, a new start begins anew", () => {
    const methadone = medicationChange("m", on(1), { medication: "METHADONE HCl 40 mg" });
    const stop = medicationChange("n", on(8), { change: "stop", medication: "methadone" });
    const screens = [screenOn(8, [negative("methadone")])];
    expect(weigh(rule, screens, 8, [methadone])).toBe("review this_week");
    expect(weigh(rule, screens, 8, [methadone, stop])).toBeNull();
    const again = medicationChange("o", on(8), { medication: "methadone" });
    expect(weigh(rule, screens, 8, [methadone, stop, again])).toBeNull();
  });

  test("only the latest valid screen that takes part, and only in the last 14 days", () => {
    const first = screenOn(8, [negative("buprenorphine")]);
    expect(weigh(rule, [first], 21, [start])).toBe("review this_week");
    expect(weigh(rule, [first], 22, [start])).toBeNull();
    expect(weigh(rule, [first, screenOn(9, [negative("cocaine")])], 10, [start])).toBeNull();
    expect(weigh(rule, [first, screenOn(9, [])], 10, [start])).toBe("review this_week");
    expect(
      weigh(rule, [first, screenOn(9, [positive("buprenorphine")], { validity: "dilute" })], 10, [start]),
    ).toBe("review this_week");
  });

  test("a definitive negative counts over a presumptive positive, and the other way round", () => {
    const both = (result: "negative" | "positive", other: "negative" | "positive") =>
      screenOn(8, [
        negative("buprenorphine", { method: "presumptive", result }),
        negative("buprenorphine", { method: "definitive", result: other }),
      ]);
    expect(weigh(rule, [both("positive", "negative")], 8, [start])).toBe("review this_week");
    expect(weigh(rule, [both("negative", "positive")], 8, [start])).toBeNull();
  });

  const ratio = (
    nor: string | null,
    bup: string | null,
    units: readonly (string | null)[] = ["ng/mL", "ng/mL"],
    day = 6,
  ) => {
    const results = [
      positive("norbuprenorphine", { value: nor, unit: units[0] ?? null }),
      positive("buprenorphine", { value: bup, unit: units[1] ?? null }),
    ];
    return weigh(rule, [screenOn(day, results)], day, [start]);
  };

  test("50 × norbuprenorphine below buprenorphine, compared exactly", () => {
    expect(ratio("10", "500")).toBeNull();
    expect(ratio("10", "501")).toBe("review this_week");
    expect(ratio("10", "500.0")).toBeNull();
    expect(ratio("10", "500.0000000000000000001")).toBe("review this_week");
    expect(ratio("0.1", "5.0")).toBeNull();
    expect(ratio("0.10", "5.01")).toBe("review this_week");
    expect(ratio("0", "0")).toBeNull();
    expect(ratio("0", "800")).toBe("review this_week");
  });

  test("while buprenorphine is prescribed, from its first day on", () => {
    expect(ratio("1", "800", undefined, 5)).toBe("review this_week");
    expect(ratio("1", "800", undefined, 4)).toBeNull();
  });

  test("plain numbers in one unit that is not empty", () => {
    expect(ratio("<1", "800")).toBeNull();
    expect(ratio("1", ">800")).toBeNull();
    expect(ratio(null, "800")).toBeNull();
    expect(ratio("1", "800", ["ng/mL", "ug/mL"])).toBeNull();
    expect(ratio("1", "800", [null, null])).toBeNull();
    expect(ratio("1", "800", ["", ""])).toBeNull();
  });

  test("reads with its values", () => {
    const results = [
      positive("norbuprenorphine", { value: "1", unit: "ng/mL" }),
      positive("buprenorphine", { value: "800", unit: "ng/mL" }),
    ];
    const finding = findingOn(rule, {
      chart: { screens: [screenOn(8, results)], medicationChanges: [start] },
      day: 8,
    });
    expect(finding?.headline).toBe(
      "Norbuprenorphine 1 to buprenorphine 800 ng/mL on 2026-02-10, below 1 to 50",
    );
    const presumptive = [negative("buprenorphine", { method: "presumptive" })];
    const absent = findingOn(rule, {
      chart: { screens: [screenOn(8, presumptive)], medicationChanges: [start] },
      day: 8,
    });
    expect(absent?.headline).toBe(
      "Buprenorphine prescribed since 2026-02-07, negative on 2026-02-10; presumptive, not confirmed",
    );
  });
});

describe("moud-stopped", () => {
  const rule = "moud-stopped";
  const change = (id: string, day: number, kind: MedicationChange["change"], medication: string) =>
    medicationChange(id, on(day), { change: kind, medication });
  const ask = (changes: readonly MedicationChange[], day: number) => weigh(rule, [], day, changes);
  const suboxone = [
    change("a", 1, "start", "Suboxone film"),
    change("b", 10, "stop", "buprenorphine-naloxone"),
  ];

  test("in the last 14 days, with none prescribed now", () => {
    expect([9, 10, 23, 24].map((day) => ask(suboxone, day))).toEqual([
      null,
      "escalate same_day",
      "escalate same_day",
      null,
    ]);
  });

  test("a switch is not a stop", () => {
    expect(ask([...suboxone, change("c", 12, "start", "Vivitrol 380 mg")], 12)).toBeNull();
    expect(ask([...suboxone, change("c", 12, "start", "Vivitrol 380 mg")], 11)).toBe("escalate same_day");
    expect(ask([...suboxone, change("c", 10, "start", "Sublocade")], 10)).toBeNull();
    expect(ask([...suboxone, change("c", 12, "start", "Xanax")], 12)).toBe("escalate same_day");
  });

  test("other medications raise nothing", () => {
    expect(ask([change("a", 1, "start", "Xanax"), change("b", 10, "stop", "Xanax")], 10)).toBeNull();
  });

  test("prescriptions are the patient's: a stop before admission counts", () => {
    expect(ask([change("a", -30, "start", "methadone"), change("b", -5, "stop", "methadone")], 2)).toBe(
      "escalate same_day",
    );
  });
});

describe("screens and time", () => {
  test("the date of a screen is that of its collection in the site's zone", () => {
    const late = screenOn(10, [positive("cocaine")], { collectedAt: clock("2026-02-12T23:30:00") });
    expect(weigh("unexpected-positive", [late], 9)).toBeNull();
    expect(weigh("unexpected-positive", [late], 10)).toBe("review this_week");
    expect(weigh("unexpected-positive", [late], 24)).toBeNull();
  });

  test("collected without a time, it is dated as scheduled; a missed one always is", () => {
    const noTime = screenOn(10, [positive("cocaine")], { collectedAt: null });
    expect(weigh("unexpected-positive", [noTime], 10)).toBe("review this_week");
    const never = screenOn(10, [], { disposition: "missed", collectedAt: clock("2026-02-20T10:00:00") });
    expect(weigh("screen-not-given", [never], 10)).toBe("review this_week");
  });

  test("known whole from its latest row", () => {
    const early = clock("2026-02-12T12:00:00");
    const late = clock("2026-02-15T12:00:00");
    const rows = [
      positive("cocaine", { recordedAt: early }),
      negative("thc", { recordedAt: late }),
      negative("pcp"),
    ];
    expect(weigh("unexpected-positive", [screenOn(10, rows)], 12)).toBeNull();
    expect(weigh("unexpected-positive", [screenOn(10, rows)], 13)).toBe("review this_week");
  });

  test("a screen of an earlier stay belongs there", () => {
    const episodes = [episode(), episode({ episodeId: "e-0", admittedOn: on(-60), dischargedOn: on(-2) })];
    const screens = [screenOn(-3, [], { disposition: "refused", collectedAt: null })];
    expect(weightOf("screen-not-given", { chart: { episodes, screens }, day: 3 })).toBeNull();
    expect(weightOf("screen-not-given", { chart: { screens }, day: 3 })).toBe("review this_week");
  });
});
