import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXAMPLE_PROGRAM, EXAMPLE_SITE } from "../../records/example-chart.ts";
import type { Site } from "../../records/types.ts";
import type { ComparedId, Estimate } from "../answers.ts";
import { MEAN_IDS, RATE_IDS } from "../answers.ts";
import { anyFacts, facts, HALF_YEAR, measured } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { type Dimension, NOT_RECORDED } from "../question.ts";
import { compareGroups } from "./compare.ts";

const compare = (
  all: readonly EpisodeFacts[],
  by: Dimension,
  measure: ComparedId,
  site: Site = EXAMPLE_SITE,
) => compareGroups(all, site, HALF_YEAR, { by, measure });

/** Stays of one payer each, some completed. */
function ended(payer: string | null, completed: number, of: number): readonly EpisodeFacts[] {
  return Array.from({ length: of }, (_, i) =>
    facts({
      episodeId: `e-${payer}-${i}`,
      patientId: `p-${payer}-${i}`,
      payer,
      dischargeReason: i < completed ? "completed" : "lost_contact",
    }),
  );
}

/**
 * 240 stays of three payers. All fall by the same rule of their own baseline, chance being a fixed sequence; payer C has the
 * patients who are more ill, so that it looks worse and is not.
 */
const BY_SEVERITY = Array.from({ length: 240 }, (_, i) => {
  const payer = ["A", "B", "C"][i % 3] ?? "A";
  const chance = ((i * i * 7 + i * 13) % 31) / 31;
  const phq = (payer === "C" ? 15 : 10) + ((i * 5) % 9);
  const gad = (payer === "C" ? 13 : 8) + ((i * 7) % 8);
  const recovers = chance < 1.35 - phq / 18;
  return measured([phq, recovers ? 4 : 14], [gad, recovers ? 3 : 12], {
    episodeId: `e-${i}`,
    patientId: `p-${i}`,
    payer,
  });
});

describe("groups", () => {
  it("stand in the order of their names or levels, those not recorded last", () => {
    const payers = [null, "beta", "alpha"].flatMap((payer) => ended(payer, 1, 2));
    expect(compare(payers, "payer", "completion").groups.map(({ value }) => value)).toEqual([
      "alpha",
      "beta",
      NOT_RECORDED,
    ]);
    const levels = (["op", "residential", "iop"] as const).map((placedAt, i) =>
      facts({ placedAt, episodeId: `e-${i}` }),
    );
    expect(compare(levels, "level", "completion").groups.map(({ value }) => value)).toEqual([
      "residential",
      "iop",
      "op",
    ]);
    const ages = [70, 20, 12, 36].map((age, i) => facts({ age, episodeId: `e-${i}` }));
    expect(compare(ages, "age", "completion").groups.map(({ value }) => value)).toEqual([
      "under-18",
      "18-25",
      "35-49",
      "65-and-over",
    ]);
  });

  it("of programs stand by the programs' names", () => {
    const programs = new Map(
      [
        ["p1", "West"],
        ["p2", "East"],
      ].map(([programId = "", name = ""]) => [programId, { ...EXAMPLE_PROGRAM, programId, name }]),
    );
    const stays = ["p1", "p2"].map((programId) => facts({ programId, episodeId: programId }));
    const { groups } = compare(stays, "program", "completion", { ...EXAMPLE_SITE, programs });
    expect(groups.map(({ value }) => value)).toEqual(["p2", "p1"]);
  });

  it("have the observed share with its Wilson interval, and the whole is all of them", () => {
    const { groups, whole } = compare([...ended("A", 7, 10), ...ended("B", 0, 12)], "payer", "completion");
    expect(groups[0]).toMatchObject({ episodes: 10, observed: { n: 10, numerator: 7, value: 0.7 } });
    expect(groups[0]?.observed.low).toBeCloseTo(0.3968, 4);
    expect(groups[0]?.observed.high).toBeCloseTo(0.8922, 4);
    expect(groups[1]?.observed).toMatchObject({ numerator: 0, value: 0, low: 0 });
    expect(whole).toMatchObject({ n: 22, numerator: 7 });
  });

  it("have the mean fall with its t interval", () => {
    const falls = [4, 6, 8, 2].map((fall, i) =>
      measured([18, 18 - fall], [null, null], { episodeId: `e-${i}` }),
    );
    const { whole } = compare([...falls, facts()], "payer", "phq-9-fall");
    expect(whole).toMatchObject({ n: 4, numerator: null, value: 5 });
    expect(whole.low).toBeCloseTo(0.8914795, 6);
  });

  it("show a therapist alone from twenty closed episodes on, and count the others", () => {
    const of = (therapistId: string | null, count: number) =>
      ended(`${therapistId}`, 3, count).map((one) => ({ ...one, therapistId }));
    const open = facts({ therapistId: "T-1", dischargedOn: null, dischargeReason: null, episodeId: "open" });
    const all = [...of("T-2", 20), ...of("T-1", 19), open, ...of("T-3", 4), ...of(null, 2)];
    const { groups, notShown } = compare(all, "therapist", "completion");
    expect(groups.map(({ value }) => value)).toEqual(["T-2", NOT_RECORDED]);
    expect(notShown).toEqual({ groups: 2, episodes: 23 });
    expect(compare(all, "payer", "completion").notShown).toEqual({ groups: 0, episodes: 0 });
  });
});

describe("the funnel", () => {
  const OVERDISPERSED = [
    [22, 40],
    [30, 48],
    [18, 44],
    [12, 30],
    [40, 60],
    [9, 28],
    [25, 35],
    [33, 70],
  ].flatMap(([x = 0, n = 0], i) => ended(`P${i}`, x, n));

  it("has the published overdispersion, limits and places", () => {
    const { funnel, groups } = compare(OVERDISPERSED, "payer", "completion");
    expect(funnel?.theta).toBeCloseTo(0.53239, 5);
    expect(funnel?.phi).toBeCloseTo(2.5227, 4);
    expect(funnel?.tau2).toBeCloseTo(0.010755, 6);
    expect(funnel?.adjusted).toBe(false);
    expect(groups.map(({ place }) => place)).toEqual(groups.map(() => "within"));
    const sixty = groups.find(({ observed }) => observed.n === 60);
    expect(sixty?.shrunken?.weight).toBeCloseTo(0.010755 / (0.010755 + 1 / 240), 3);
    expect(sixty?.shrunken?.value).toBeLessThan(40 / 60);
    expect(sixty?.shrunken?.value).toBeGreaterThan(0.53239);
  });

  it("says outside of the one group that stands out from those alike", () => {
    const alike = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"].flatMap((name) =>
      ended(name, 50, 100),
    );
    const { groups } = compare([...alike, ...ended("L", 20, 100)], "payer", "completion");
    expect(groups.map(({ place }) => place)).toEqual([...Array(11).fill("within"), "outside_998"]);
  });

  it("is none with two groups, those not recorded not being one", () => {
    const two = [...ended("A", 5, 10), ...ended("B", 2, 10), ...ended(null, 1, 10)];
    const { funnel, groups } = compare(two, "payer", "completion");
    expect(funnel).toBeNull();
    expect(groups.every(({ place, shrunken }) => place === null && shrunken === null)).toBe(true);
    const three = compare([...two, ...ended("C", 4, 10)], "payer", "completion");
    expect(three.funnel).not.toBeNull();
    expect(three.groups.map(({ place }) => place)).toEqual(["within", "within", "within", null]);
  });

  it.each([0, 10])("is none when %i of 10 have the event everywhere", (completed) => {
    const all = ["A", "B", "C"].flatMap((name) => ended(name, completed, 10));
    expect(compare(all, "payer", "completion").funnel).toBeNull();
  });

  it("is none of weeks and of means", () => {
    const weekly = ["A", "B", "C"].flatMap((name, place) =>
      ended(name, 5, 10).map((one) => ({
        ...one,
        weeks: { expected: 8, measured: [0, 1, 2, 3].slice(place) },
      })),
    );
    const { funnel, whole, groups } = compare(weekly, "payer", "weekly-measurement");
    expect(whole).toMatchObject({ n: 240, numerator: 90 });
    expect([funnel, groups[0]?.place, groups[0]?.shrunken]).toEqual([null, null, null]);
    expect(compare(BY_SEVERITY, "payer", "phq-9-fall").funnel).toBeNull();
  });
});

describe("adjustment for severity", () => {
  it("takes away what the baselines explain, and shows the model", () => {
    const { model, groups, funnel, whole } = compare(BY_SEVERITY, "payer", "recovery");
    const c = groups[2];
    expect(c?.observed.value).toBeLessThan(0.65 * (whole.value ?? 0));
    expect(Math.abs((c?.adjusted?.value ?? 0) - (whole.value ?? 0))).toBeLessThan(0.1);
    expect(model).toMatchObject({ fitted: true, kind: "logistic", n: 240 });
    if (!model.fitted) return;
    expect(model.terms.map(({ term }) => term)).toEqual(["intercept", "phq9_baseline", "gad7_baseline"]);
    expect(model.terms[1]?.estimate).toBeLessThan(0);
    expect(model.fit).toBeGreaterThan(0.6);
    expect(model.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(240);
    expect(funnel).toMatchObject({ adjusted: true, theta: whole.value });
  });

  it("is observed over expected, with the Wilson limits times the same", () => {
    const { groups, whole } = compare(BY_SEVERITY, "payer", "recovery");
    for (const { observed, adjusted } of groups) {
      const factor = (adjusted?.value ?? 0) / (observed.value ?? 1);
      expect(adjusted?.low).toBeCloseTo((observed.low ?? 0) * factor, 10);
      expect(adjusted?.high).toBeCloseTo(Math.min(1, (observed.high ?? 0) * factor), 10);
    }
    const expected = groups.reduce((sum, { observed, adjusted }) => {
      const times = (observed.value ?? 0) / ((adjusted?.value ?? 1) / (whole.value ?? 1));
      return sum + observed.n * times;
    }, 0);
    expect(expected).toBeCloseTo(whole.numerator ?? 0, 8);
  });

  it("of a mean adds what came beyond what was expected to the mean of all", () => {
    const { model, groups, whole } = compare(BY_SEVERITY, "payer", "phq-9-fall");
    expect(model).toMatchObject({ fitted: true, kind: "linear", n: 240, events: null, calibration: [] });
    const sum = groups.reduce(
      (total, { adjusted }) => total + (adjusted?.n ?? 0) * (adjusted?.value ?? 0),
      0,
    );
    expect(sum / 240).toBeCloseTo(whole.value ?? 0, 10);
    for (const { adjusted, shrunken } of groups) {
      const [low = 0, high = 0] = [adjusted?.value ?? 0, whole.value ?? 0].toSorted((a, b) => a - b);
      expect(shrunken?.value).toBeGreaterThanOrEqual(low - 1e-9);
      expect(shrunken?.value).toBeLessThanOrEqual(high + 1e-9);
    }
  });

  it("is held to 1 where more came than there are patients as ill", () => {
    const severe = Array.from({ length: 6 }, (_, i) =>
      measured([22, 3], [18, 2], { episodeId: `d-${i}`, patientId: `d-${i}`, payer: "D" }),
    );
    const { groups } = compare([...BY_SEVERITY, ...severe], "payer", "recovery");
    expect(groups[3]?.observed).toMatchObject({ n: 6, value: 1 });
    expect(groups[3]?.adjusted).toMatchObject({ n: 6, numerator: null, value: 1, high: 1 });
    expect(groups[3]?.place).toBe("outside_998");
  });

  it.each(["recovery", "phq-9-fall"] as const)(
    "of %s is the same to the last digit in any order",
    (measure) => {
      expect(compare(BY_SEVERITY.toReversed(), "payer", measure)).toEqual(
        compare(BY_SEVERITY, "payer", measure),
      );
    },
  );

  it("is of those with both baselines only", () => {
    const noGad = measured([14, 5], [null, null], { episodeId: "x", payer: "A" });
    const { model, groups } = compare([...BY_SEVERITY, noGad], "payer", "phq9-response");
    expect(model.n).toBe(240);
    expect([groups[0]?.observed.n, groups[0]?.adjusted?.n]).toEqual([81, 80]);
  });

  const rated = (recovered: number, of: number, phq = (i: number) => 10 + (i % 9)) =>
    Array.from({ length: of }, (_, i) =>
      measured([phq(i), i < recovered ? 4 : 14], [8 + (i % 7), 3], { episodeId: `e-${i}` }),
    );

  it.each([
    ["too_few", rated(20, 39), "recovery"],
    ["too_few_events", rated(19, 60), "recovery"],
    ["too_few_events", rated(41, 60), "recovery"],
    [
      "not_converged",
      rated(30, 60, () => 15).map((one) => ({ ...one, pre: { ...one.pre, "gad-7": one.pre["phq-9"] } })),
      "recovery",
    ],
    ["not_converged", rated(30, 60, (i) => (i < 30 ? 12 : 20)), "recovery"],
    ["not_about_severity", rated(30, 60), "measured-at-discharge"],
    ["not_about_severity", rated(30, 60), "weekly-measurement"],
    ["too_few", rated(10, 19), "phq-9-fall"],
    ["too_few", [], "recovery"],
  ] as const)("is none: %s", (reason, all, measure) => {
    const { model, groups } = compare(all, "payer", measure);
    expect(model).toMatchObject({ fitted: false, reason });
    expect(groups.every(({ adjusted }) => adjusted === null)).toBe(true);
  });

  /** Below caseness the more complete the more ill they begin, above it no more: a straight line is off. */
  const bent = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const phq = i % 25;
      const gad = (i * 5) % 19;
      const odds = Math.exp(Math.min(-4 + 0.55 * phq, 1.5));
      const noise = Math.sin(i * 12.9898) * 43758.5453;
      const chance = noise - Math.floor(noise);
      return measured([phq, null], [gad, null], {
        episodeId: `e-${i}`,
        payer: ["A", "B", "C"][i % 3] ?? "A",
        dischargeReason: chance < odds / (1 + odds) ? "completed" : "lost_contact",
      });
    });

  it("bends its line at caseness where a straight one is off", () => {
    const { model, groups } = compare(bent(900), "payer", "completion");
    expect(model).toMatchObject({ fitted: true, kind: "logistic", n: 900 });
    if (!model.fitted) return;
    expect(model.terms.map(({ term }) => term)).toEqual([
      "intercept",
      "phq9_baseline",
      "gad7_baseline",
      "phq9_above_caseness",
      "gad7_above_caseness",
    ]);
    expect(model.terms[1]?.estimate).toBeCloseTo(0.55, 0);
    expect((model.terms[1]?.estimate ?? 0) + (model.terms[3]?.estimate ?? 0)).toBeCloseTo(0, 0);
    expect(groups.every(({ adjusted }) => adjusted !== null)).toBe(true);
  });

  it("does not bend it with fewer than 40 of either kind", () => {
    const few = bent(900).filter(({ dischargeReason }, i) => dischargeReason === "completed" || i % 14 === 0);
    const { model, whole } = compare(few, "payer", "completion");
    expect(whole.n - (whole.numerator ?? 0)).toBeLessThan(40);
    expect(whole.n - (whole.numerator ?? 0)).toBeGreaterThanOrEqual(20);
    expect(model).toMatchObject({ fitted: false, reason: "ill_calibrated" });
  });

  it("is none where what the model expects does not come about", () => {
    // Recovery in the middle of the baselines only: no line through them can say so.
    const all = Array.from({ length: 400 }, (_, i) => {
      const phq = 10 + (i % 15);
      const recovers = phq >= 14 && phq <= 20 ? i % 10 > 0 : i % 10 === 0;
      return measured([phq, recovers ? 4 : 14], [8 + ((i * 7) % 9), 3], { episodeId: `e-${i}` });
    });
    expect(compare(all, "payer", "recovery").model).toEqual({
      fitted: false,
      reason: "ill_calibrated",
      n: 400,
    });
  });
});

function expectInside({ value, low, high }: Estimate): void {
  if (value === null || low === null || high === null) return;
  expect(low).toBeLessThanOrEqual(value + 1e-12);
  expect(high).toBeGreaterThanOrEqual(value - 1e-12);
}

describe("laws", () => {
  const withPayers = fc
    .tuple(anyFacts, fc.array(fc.constantFrom("A", "B", "C", "D", null), { minLength: 25, maxLength: 25 }))
    .map(([all, payers]) =>
      all.map((one, i) => ({ ...one, payer: payers[i] ?? null, therapistId: payers[i] ?? null })),
    );
  const measures = [...RATE_IDS, ...MEAN_IDS];

  it("no number is anything but finite, shares lie from 0 to 1 inside their intervals, and order does not matter", () => {
    fc.assert(
      fc.property(
        withPayers,
        fc.constantFrom(...measures),
        fc.constantFrom("payer", "age", "therapist"),
        (all, measure, by) => {
          const answer = compare(all, by, measure);
          expect(compare(all.toReversed(), by, measure)).toEqual(answer);
          expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
          const shown = answer.groups.reduce((sum, { episodes }) => sum + episodes, answer.notShown.episodes);
          const inPeriod = all.filter(
            ({ dischargedOn }) => dischargedOn !== null && dischargedOn >= HALF_YEAR.from,
          );
          expect(shown).toBe(inPeriod.length);
          for (const { observed, adjusted, shrunken } of answer.groups) {
            expectInside(observed);
            expectInside(adjusted ?? observed);
            expect(shrunken?.weight ?? 0).toBeGreaterThanOrEqual(0);
            expect(shrunken?.weight ?? 0).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("an empty cohort, one patient and a period reversed are plain", () => {
    expect(compare([], "payer", "recovery")).toMatchObject({
      groups: [],
      whole: { n: 0, value: null, low: null, high: null },
      funnel: null,
      model: { fitted: false, reason: "too_few", n: 0 },
    });
    const one = compare([measured([14, 5], [10, 3])], "payer", "phq-9-fall");
    expect(one.groups[0]?.observed).toEqual({ n: 1, numerator: null, value: 9, low: null, high: null });
    const reversed = { ...HALF_YEAR, from: HALF_YEAR.to, to: HALF_YEAR.from };
    expect(() => compareGroups([], EXAMPLE_SITE, reversed, { by: "payer", measure: "recovery" })).toThrow(
      RangeError,
    );
  });
});
