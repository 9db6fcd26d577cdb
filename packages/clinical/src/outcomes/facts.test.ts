import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/civil.ts";
import {
  assessment,
  chart,
  clock,
  day,
  EXAMPLE_SITE,
  episode,
  medicationChange,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Assessment, Chart } from "../records/types.ts";
import { anyAsOf, anyChart, anySite } from "../rules/arbitrary-chart.ts";
import { asIfOn, shuffledChart } from "../rules/other-charts.ts";
import { factsOf } from "./facts.ts";
import type { EpisodeFacts } from "./facts.types.ts";

const DISCHARGED = { dischargedOn: day("2026-03-30"), dischargeReason: "completed" } as const;

function only(given: Partial<Chart>, asOf = "2026-06-30"): EpisodeFacts {
  const [first] = factsOf(chart({ episodes: [episode(DISCHARGED)], ...given }), EXAMPLE_SITE, day(asOf));
  if (first === undefined) throw new RangeError("no episode");
  return first;
}

const phq9 = (on: string, total: number, given: Partial<Assessment> = {}) =>
  assessment(`a-${on}`, on, { ...given, instrument: "phq-9", total });

describe("before and after", () => {
  it("takes the latest score from 14 days before admission, and the last of the episode after it", () => {
    const { pre, post } = only({
      assessments: [
        phq9("2026-01-18", 27),
        phq9("2026-01-19", 22),
        phq9("2026-02-02", 18),
        phq9("2026-02-10", 15),
        phq9("2026-04-06", 6),
        phq9("2026-04-07", 2),
      ],
    });
    expect(pre["phq-9"]).toEqual({ on: "2026-02-02", score: 18, assessmentId: "a-2026-02-02" });
    expect(post["phq-9"]).toMatchObject({ on: "2026-04-06", score: 6 });
    expect([pre["gad-7"], post["gad-7"]]).toEqual([null, null]);
  });

  it("takes the first of the 14 days after admission when there is none before, and none later", () => {
    const late = only({ assessments: [phq9("2026-02-16", 14), phq9("2026-02-17", 9)] });
    expect([late.pre["phq-9"]?.on, late.post["phq-9"]?.on]).toEqual(["2026-02-16", "2026-02-17"]);
    const later = only({ assessments: [phq9("2026-02-17", 14), phq9("2026-02-24", 9)] });
    expect([later.pre["phq-9"], later.post["phq-9"]]).toEqual([null, null]);
  });

  it("has nothing after when the baseline is the last score", () => {
    expect(only({ assessments: [phq9("2026-02-02", 14)] }).post["phq-9"]).toBeNull();
  });

  it("takes the last scored one of a day", () => {
    const twice = only({
      assessments: [
        phq9("2026-02-02", 20, { assessmentId: "a-1", recordedAt: clock("2026-02-02T09:00:00") }),
        phq9("2026-02-02", 12, { assessmentId: "a-0", recordedAt: clock("2026-02-02T17:00:00") }),
        assessment("a-2", "2026-02-02", {
          instrument: "phq-9",
          items: Array.from({ length: 10 }, () => null),
          recordedAt: clock("2026-02-02T18:00:00"),
        }),
      ],
    });
    expect(twice.pre["phq-9"]?.assessmentId).toBe("a-0");
  });

  it("takes a baseline that belongs to the stay before, and leaves that stay its own last score", () => {
    const facts = factsOf(
      chart({
        episodes: [
          episode({ ...DISCHARGED, dischargedOn: day("2026-03-10") }),
          episode({ episodeId: "e-2", admittedOn: day("2026-03-12") }),
        ],
        assessments: [
          phq9("2026-02-02", 20),
          phq9("2026-03-09", 11),
          phq9("2026-03-11", 9),
          phq9("2026-03-20", 7),
        ],
      }),
      EXAMPLE_SITE,
      day("2026-06-30"),
    );
    expect(facts.map(({ pre, post }) => [pre["phq-9"]?.score, post["phq-9"]?.score])).toEqual([
      [20, 11],
      [9, 7],
    ]);
  });
});

describe("a PHQ-9 at discharge", () => {
  it.each([
    ["2026-03-16", false],
    ["2026-03-17", true],
    ["2026-03-30", true],
    ["2026-04-06", true],
    ["2026-04-07", false],
  ])("on %s: %s", (on, counts) => {
    expect(only({ assessments: [phq9(on, 8)] }).phq9AtDischarge).toBe(counts);
  });

  it("is not one of a later stay", () => {
    const [first] = factsOf(
      chart({
        episodes: [episode(DISCHARGED), episode({ episodeId: "e-2", admittedOn: day("2026-04-02") })],
        assessments: [phq9("2026-04-03", 8)],
      }),
      EXAMPLE_SITE,
      day("2026-06-30"),
    );
    expect(first?.phq9AtDischarge).toBe(false);
  });
});

describe("weeks of stay", () => {
  it("counts whole weeks to the day of discharge, and those with a PHQ-9", () => {
    // Admission is day 0, discharge day 56: weeks 0 to 7 are whole, week 8 is not.
    const { weeks } = only({
      assessments: [
        phq9("2026-02-01", 12),
        phq9("2026-02-02", 12),
        phq9("2026-02-08", 12),
        phq9("2026-03-29", 12),
        phq9("2026-03-30", 12),
      ],
    });
    expect(weeks).toEqual({ expected: 8, measured: [0, 7] });
  });

  it.each([
    ["2026-02-07", 0],
    ["2026-02-08", 1],
    ["2026-02-14", 1],
    ["2026-02-15", 2],
  ])("of a stay to %s there are %i", (on, expected) => {
    expect(only({ episodes: [episode({ dischargedOn: day(on) })] }).weeks.expected).toBe(expected);
  });
});

describe("as of an earlier day", () => {
  it("does not know a later discharge, and what was dated or recorded later", () => {
    const given = {
      assessments: [
        phq9("2026-02-02", 18),
        phq9("2026-03-01", 12),
        phq9("2026-03-02", 4, { recordedAt: clock("2026-03-20T09:00:00") }),
        phq9("2026-03-16", 3),
      ],
    };
    const early = only(given, "2026-03-15");
    expect([early.dischargedOn, early.dischargeReason]).toEqual([null, null]);
    expect(early.post["phq-9"]?.score).toBe(12);
    expect(early.weeks.expected).toBe(6);
    expect(early.phq9AtDischarge).toBe(false);
    expect(only(given).post["phq-9"]?.score).toBe(3);
  });

  it("has no episode that was admitted later", () => {
    expect(factsOf(chart(), EXAMPLE_SITE, day("2026-02-01"))).toEqual([]);
  });
});

describe("sessions and screens", () => {
  it("counts the sessions of the stay that count", () => {
    const { attendance } = only({
      sessions: [
        session("s-0", "2026-02-01T10:00:00"),
        session("s-1", "2026-02-02T10:00:00"),
        session("s-2", "2026-02-03T10:00:00", { status: "left_early" }),
        session("s-3", "2026-02-04T10:00:00", { status: "no_show" }),
        session("s-4", "2026-02-05T10:00:00", { status: "cancelled_program" }),
        session("s-5", "2026-02-06T10:00:00", { status: "scheduled" }),
        session("s-6", "2026-03-31T10:00:00"),
      ],
    });
    expect(attendance).toEqual({ attended: 2, countable: 3 });
  });

  it("gives the worked sequence N N P U N N N E N D N P N N N N", () => {
    const kinds = [..."NNPUNNNENDNPNNNN"];
    const screens = kinds.map((kind, place) => {
      const on = addDays(day("2026-02-03"), place);
      const disposition = ({ U: "missed", E: "excused" } as const)[kind] ?? "collected";
      const found = result("cocaine", { result: kind === "P" ? "positive" : "negative" });
      return screen(`u-${String(place).padStart(2, "0")}`, on, {
        disposition,
        validity: kind === "D" ? "dilute" : "valid",
        results: disposition === "collected" ? [found] : [],
      });
    });
    expect(only({ screens }).screens).toEqual({ negative: 11, submitted: 14, scheduled: 15, longestRun: 4 });
  });

  it("lets a prescribed analyte be positive", () => {
    const positive = screen("u-1", "2026-02-10", {
      results: [result("buprenorphine", { result: "positive" })],
    });
    const medicationChanges = [medicationChange("m-1", "2026-02-01", { medication: "Suboxone" })];
    expect(only({ screens: [positive] }).screens).toMatchObject({ negative: 0, longestRun: 0 });
    expect(only({ screens: [positive], medicationChanges }).screens).toMatchObject({
      negative: 1,
      longestRun: 1,
    });
  });
});

describe("who and where", () => {
  it.each([
    ["1990-02-02", 36],
    ["1990-02-03", 35],
    ["2008-02-29", 17],
  ])("born %s is %i on the day of admission", (birthDate, age) => {
    const { patient } = chart();
    expect(only({ patient: { ...patient, birthDate: day(birthDate) } }).age).toBe(age);
  });

  it("takes the level of the placement on the day of admission", () => {
    const placements = [
      placement({ levelOfCare: "php", endedOn: day("2026-02-20") }),
      placement({ startedOn: day("2026-02-20") }),
    ];
    expect(only({ placements })).toMatchObject({
      placedAt: "php",
      placements: [
        { level: "php", startedOn: "2026-02-02", endedOn: "2026-02-20" },
        { level: "iop", startedOn: "2026-02-20", endedOn: null },
      ],
    });
    expect(only({ placements: [placement({ startedOn: day("2026-02-03") })] }).placedAt).toBeNull();
  });

  it("names the stays around", () => {
    const stays = [
      episode({ episodeId: "e-0", admittedOn: day("2026-01-01"), dischargedOn: day("2026-02-01") }),
      episode(DISCHARGED),
      episode({ episodeId: "e-2", admittedOn: day("2026-03-20"), dischargedOn: day("2026-05-01") }),
      episode({ episodeId: "e-3", admittedOn: day("2026-03-30") }),
    ];
    const placements = [
      placement({ episodeId: "e-0", levelOfCare: "residential", startedOn: day("2026-01-01") }),
      placement({ episodeId: "e-3", levelOfCare: "op", startedOn: day("2026-03-30") }),
    ];
    const facts = factsOf(chart({ episodes: stays, placements }), EXAMPLE_SITE, day("2026-06-30"));
    const around = facts.map(({ before, after }) => [
      before?.episodeId ?? null,
      before?.placedAt ?? null,
      after?.episodeId ?? null,
      after?.placedAt ?? null,
    ]);
    expect(around).toEqual([
      [null, null, "e-1", null],
      ["e-0", "residential", "e-3", "op"],
      ["e-1", null, null, null],
      ["e-2", null, null, null],
    ]);
  });
});

describe("two stays of one day", () => {
  it("follow each other by identifier, never both ways", () => {
    const on = { dischargedOn: day("2026-02-02") };
    const stays = [episode(on), episode({ ...on, episodeId: "e-2" })];
    const facts = factsOf(chart({ episodes: stays }), EXAMPLE_SITE, day("2026-06-30"));
    const around = facts.map(({ before, after }) => [before?.episodeId ?? null, after?.episodeId ?? null]);
    expect(around).toEqual([
      [null, "e-2"],
      ["e-1", null],
    ]);
  });
});

describe("laws of facts", () => {
  it("the order of records never matters", () => {
    const asked = fc
      .tuple(anyChart, anySite, anyAsOf)
      .chain(([given, site, asOf]) =>
        fc.tuple(fc.constant(given), shuffledChart(given), fc.constant(site), fc.constant(asOf)),
      );
    fc.assert(
      fc.property(asked, ([given, other, site, asOf]) => {
        expect(factsOf(other, site, asOf)).toEqual(factsOf(given, site, asOf));
      }),
    );
  });

  it("what is dated or recorded after the day never changes its facts", () => {
    const bare = (all: readonly EpisodeFacts[]) => all.map(({ settled: _, ...rest }) => rest);
    fc.assert(
      fc.property(anyChart, anySite, anyAsOf, (given, site, asOf) => {
        expect(bare(factsOf(asIfOn(given, site, asOf), site, asOf))).toEqual(
          bare(factsOf(given, site, asOf)),
        );
      }),
    );
  });

  it("what is settled stays as it is", () => {
    let settled = 0;
    fc.assert(
      fc.property(
        anyChart,
        anySite,
        fc.integer({ min: 40, max: 200 }),
        fc.nat(400),
        (given, site, at, later) => {
          const asOf = addDays(day("2026-02-02"), at);
          const before = factsOf(given, site, asOf);
          if (before.some((one) => !one.settled)) return;
          settled += before.length;
          const until = addDays(asOf, later);
          expect(factsOf(given, site, until)).toEqual(before.map((one) => ({ ...one, asOf: until })));
        },
      ),
    );
    expect(settled).toBeGreaterThan(0);
  });

  it("nothing is settled while somebody is here, or soon after the last record", () => {
    const ended = { episodes: [episode(DISCHARGED)], assessments: [phq9("2026-04-02", 8)] };
    expect(only({ episodes: [episode()] }).settled).toBe(false);
    expect(only(ended, "2026-05-02").settled).toBe(false);
    expect(only(ended, "2026-05-03").settled).toBe(true);
    const recorded = phq9("2026-03-01", 8, { recordedAt: clock("2026-05-01T09:00:00") });
    expect(only({ ...ended, assessments: [recorded] }, "2026-05-03").settled).toBe(false);
  });
});
