import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../calendar/civil.ts";
import { DISCHARGE_REASONS, LEVELS_OF_CARE, type LevelOfCare } from "../../records/codes.ts";
import { day, EXAMPLE_PROGRAM, EXAMPLE_SITE } from "../../records/example-chart.ts";
import type { Site } from "../../records/types.ts";
import { AS_OF, anyFacts, facts, HALF_YEAR } from "../example-facts.ts";
import type { EpisodeFacts, NearStay, PlacedAt } from "../facts.types.ts";
import { membersOf } from "../members.ts";
import type { ReturnPart } from "../sets.ts";
import { levelsOf } from "./levels.ts";
import { pathOf, segmentsOf } from "./path.ts";

const near = (admittedOn: string, dischargedOn: string | null, placedAt: LevelOfCare | null): NearStay => ({
  episodeId: `near-${admittedOn}`,
  programId: "iop",
  admittedOn: day(admittedOn),
  dischargedOn: dischargedOn === null ? null : day(dischargedOn),
  placedAt,
});

const placed = (level: LevelOfCare, startedOn: string, endedOn: string | null = null): PlacedAt => ({
  level,
  startedOn: day(startedOn),
  endedOn: endedOn === null ? null : day(endedOn),
});

const path = (given: Partial<EpisodeFacts>, site: Site = EXAMPLE_SITE) =>
  pathOf(facts(given), site).join(" ");

/** The example stay runs from 2026-02-02 to 2026-03-30 at the program's level, IOP. */
describe("the path of a stay", () => {
  it("begins in the community, or at the level of a stay that ended up to 30 days before", () => {
    expect(path({})).toBe("community iop planned_out");
    expect(path({ before: near("2025-12-01", "2026-01-03", "php") })).toBe("from_php iop planned_out");
    expect(path({ before: near("2025-12-01", "2026-01-02", "php") })).toBe("community iop planned_out");
    expect(path({ before: near("2025-12-01", null, "php") })).toBe("from_php iop planned_out");
    expect(path({ before: near("2025-12-01", "2026-02-01", null) })).toBe("from_iop iop planned_out");
  });

  it("ends as the reason says, or at the level of a stay that began up to 30 days after", () => {
    const ends = [...DISCHARGE_REASONS, null].map((dischargeReason) =>
      path({ dischargeReason }).split(" ").at(-1),
    );
    expect(ends).toEqual([
      "planned_out",
      "transferred_up_out",
      "planned_out",
      "unplanned_out",
      "other_out",
      "unplanned_out",
      "other_out",
      "other_out",
      "unknown_out",
    ]);
    expect(path({ after: near("2026-04-29", null, "op") })).toBe("community iop to_op");
    expect(path({ after: near("2026-04-30", null, "op") })).toBe("community iop planned_out");
    expect(path({ dischargedOn: null, dischargeReason: null })).toBe("community iop still_here");
  });

  it("goes through the placements inside the stay, equal neighbors being one", () => {
    const placements = [
      placed("php", "2026-01-20", "2026-02-10"),
      placed("php", "2026-02-11", "2026-02-20"),
      placed("iop", "2026-02-21", "2026-03-15"),
      placed("php", "2026-03-16"),
      placed("op", "2026-04-15"),
    ];
    expect(path({ placedAt: "php", placements: placements.toReversed() })).toBe(
      "community php iop php planned_out",
    );
  });

  it("has no level that nothing says", () => {
    expect(path({ programId: "unheard-of" })).toBe("community planned_out");
  });
});

describe("days at a level", () => {
  const days = (given: Partial<EpisodeFacts>) =>
    segmentsOf(facts(given), EXAMPLE_SITE).map(({ level, from, to }) => [level, from, to]);

  it("run from the day it began to the day the next began, or of discharge", () => {
    const placements = [placed("php", "2026-02-02", "2026-02-20"), placed("iop", "2026-02-21", "2026-04-30")];
    expect(days({ placedAt: "php", placements })).toEqual([
      ["php", "2026-02-02", "2026-02-21"],
      ["iop", "2026-02-21", "2026-03-30"],
    ]);
    expect(days({})).toEqual([["iop", "2026-02-02", "2026-03-30"]]);
    expect(days({ dischargedOn: null })).toEqual([["iop", "2026-02-02", null]]);
  });

  it("end with the placement when nothing follows it for a while", () => {
    const placements = [placed("php", "2026-02-02", "2026-02-20"), placed("iop", "2026-03-01")];
    expect(days({ placedAt: "php", placements })).toEqual([
      ["php", "2026-02-02", "2026-02-20"],
      ["iop", "2026-03-01", "2026-03-30"],
    ]);
  });

  it("are given with median and quartiles of those discharged", () => {
    const stays = [10, 20, 30, 40].map((length, i) =>
      facts({ episodeId: `e-${i}`, dischargedOn: addDays(day("2026-02-02"), length) }),
    );
    const here = facts({ episodeId: "here", dischargedOn: null, dischargeReason: null });
    expect(levelsOf([...stays, here], EXAMPLE_SITE, HALF_YEAR).stays).toEqual([
      { level: "iop", n: 4, median: 25, lowerQuartile: 17.5, upperQuartile: 32.5 },
    ]);
  });
});

describe("links", () => {
  it("count each stay once, in the order of the nodes, with those still here", () => {
    const back = [
      placed("iop", "2026-02-02"),
      placed("php", "2026-02-10"),
      placed("iop", "2026-02-20"),
      placed("php", "2026-03-01"),
    ];
    const all = [
      facts({ episodeId: "a", placedAt: "iop", placements: back }),
      facts({ episodeId: "b", dischargeReason: "lost_contact" }),
      facts({ episodeId: "c", dischargedOn: null, dischargeReason: null }),
      facts({ episodeId: "d", dischargedOn: null, dischargeReason: null, admittedOn: day("2025-12-31") }),
    ];
    expect(levelsOf(all, EXAMPLE_SITE, HALF_YEAR).links).toEqual([
      { from: "community", to: "iop", episodes: 3 },
      { from: "php", to: "iop", episodes: 1 },
      { from: "php", to: "planned_out", episodes: 1 },
      { from: "iop", to: "php", episodes: 1 },
      { from: "iop", to: "unplanned_out", episodes: 1 },
      { from: "iop", to: "still_here", episodes: 1 },
    ]);
  });
});

describe("ends", () => {
  it("are planned and unplanned with their intervals, and the rest in numbers", () => {
    const reasons = [
      "completed",
      "transferred_down",
      "against_advice",
      "transferred_up",
      "deceased",
      null,
    ] as const;
    const all = reasons.map((dischargeReason, i) => facts({ episodeId: `e-${i}`, dischargeReason }));
    const { ends } = levelsOf(all, EXAMPLE_SITE, HALF_YEAR);
    expect(ends).toMatchObject({
      planned: { numerator: 2, denominator: 6 },
      unplanned: { numerator: 1, denominator: 6 },
      other: 2,
      unknown: 1,
    });
    expect(ends.planned.low).toBeCloseTo(0.0968, 4);
  });
});

describe("returns", () => {
  const LEFT = day("2026-03-30");
  const again = (days: number, level: LevelOfCare, id = "later") =>
    facts({
      episodeId: id,
      admittedOn: addDays(LEFT, days),
      dischargedOn: null,
      dischargeReason: null,
      placedAt: level,
    });
  const within = (all: readonly EpisodeFacts[]) => {
    const { within30, within90 } = levelsOf(all, EXAMPLE_SITE, HALF_YEAR).returned;
    return [within30, within90].map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(" ");
  };

  it("are admissions to the same or a higher level within 30 and 90 days", () => {
    expect(within([facts()])).toBe("0/1 0/1");
    expect(within([facts(), again(0, "iop")])).toBe("1/1 1/1");
    expect(within([facts(), again(30, "residential")])).toBe("1/1 1/1");
    expect(within([facts(), again(31, "iop")])).toBe("0/1 1/1");
    expect(within([facts(), again(91, "iop")])).toBe("0/1 0/1");
    expect(within([facts(), { ...again(10, "iop"), patientId: "another" }])).toBe("0/1 0/1");
  });

  it("are no step down, but a return after one is", () => {
    expect(within([facts(), again(3, "op")])).toBe("0/1 0/1");
    expect(within([facts(), again(3, "op"), again(60, "php", "third")])).toBe("0/1 1/1");
  });

  it("are judged by the level at which the stay ended", () => {
    const down = facts({
      placedAt: "php",
      placements: [placed("php", "2026-02-02"), placed("iop", "2026-03-01")],
    });
    expect(within([down, again(9, "iop")])).toBe("1/1 1/1");
  });

  it("are seen in a program out of scope too, as the records of the patient name it", () => {
    expect(within([facts({ after: near("2026-04-10", null, "php") })])).toBe("1/1 1/1");
  });

  it("are followed to the day of the question, whatever day the facts were read on", () => {
    const kept = facts({ asOf: day("2026-04-02") });
    expect(within([kept])).toBe("0/1 0/1");
  });

  it("are of those who left alive and were followed so long", () => {
    const late = facts({ episodeId: "late", dischargedOn: addDays(AS_OF, -30) });
    const later = facts({ episodeId: "later", dischargedOn: addDays(AS_OF, -29) });
    const died = facts({ episodeId: "died", dischargeReason: "deceased" });
    const all = [facts(), late, later, died];
    expect(levelsOf(all, EXAMPLE_SITE, HALF_YEAR).returned).toMatchObject({
      within30: { denominator: 2 },
      within90: { denominator: 1 },
    });
    const listed = (part: ReturnPart) =>
      membersOf(all, EXAMPLE_SITE, HALF_YEAR, { of: "returned", part }).map((one) => [
        one.facts.episodeId,
        one.why,
      ]);
    expect(listed("followed-30")).toEqual([
      ["e-1", null],
      ["late", null],
    ]);
    expect(listed("not-followed-30")).toEqual([
      ["died", "Died"],
      ["later", "Not yet 30 days since discharge"],
    ]);
  });
});

describe("laws", () => {
  const site: Site = {
    ...EXAMPLE_SITE,
    programs: new Map([
      ["iop", EXAMPLE_PROGRAM],
      ["php", { ...EXAMPLE_PROGRAM, programId: "php", levelOfCare: "php" }],
    ]),
  };
  const anyPlaced = fc.array(
    fc.tuple(fc.constantFrom(...LEVELS_OF_CARE), fc.nat(60), fc.option(fc.nat(30))),
    {
      maxLength: 3,
    },
  );
  const stays = fc
    .tuple(anyFacts, fc.array(anyPlaced, { minLength: 25, maxLength: 25 }))
    .map(([all, placements]) =>
      all.map((one, i) => ({
        ...one,
        placements: (placements[i] ?? []).map(([level, start, length]) => {
          const startedOn = addDays(one.admittedOn, start);
          return { level, startedOn, endedOn: length === null ? null : addDays(startedOn, length) };
        }),
      })),
    );

  it("every number leads to as many patients, days are never negative, and order does not matter", () => {
    fc.assert(
      fc.property(stays, (all) => {
        const answer = levelsOf(all, site, HALF_YEAR);
        expect(levelsOf(all.toReversed(), site, HALF_YEAR)).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        for (const { from, to, episodes } of answer.links) {
          expect(membersOf(all, site, HALF_YEAR, { of: "moved", from, to })).toHaveLength(episodes);
        }
        const { within30, within90 } = answer.returned;
        const count = (part: ReturnPart) => membersOf(all, site, HALF_YEAR, { of: "returned", part }).length;
        expect([within30.numerator, within30.denominator]).toEqual([
          count("within-30"),
          count("followed-30"),
        ]);
        expect([within90.numerator, within90.denominator]).toEqual([
          count("within-90"),
          count("followed-90"),
        ]);
        const discharged = membersOf(all, site, HALF_YEAR, { of: "discharged" }).length;
        expect(count("followed-90") + count("not-followed-90")).toBe(discharged);
        const { planned, unplanned, other, unknown } = answer.ends;
        expect(membersOf(all, site, HALF_YEAR, { of: "ended-otherwise" })).toHaveLength(other);
        expect(planned.numerator + unplanned.numerator + other + unknown).toBe(discharged);
        for (const { lowerQuartile } of answer.stays) expect(lowerQuartile).toBeGreaterThanOrEqual(0);
        for (const { level, n } of answer.stays) {
          const listed = membersOf(all, site, HALF_YEAR, { of: "placed", level });
          expect(listed.length).toBeLessThanOrEqual(n);
          expect(listed.flatMap(({ why }) => why?.split(",") ?? [])).toHaveLength(n);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("nobody gives nothing", () => {
    expect(levelsOf([], EXAMPLE_SITE, HALF_YEAR)).toMatchObject({
      links: [],
      stays: [],
      ends: { other: 0, unknown: 0 },
    });
  });
});
