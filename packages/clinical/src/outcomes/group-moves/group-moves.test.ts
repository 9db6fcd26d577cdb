import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, EXAMPLE_SITE } from "../../records/example-chart.ts";
import type { TrackWeek } from "../answers.ts";
import { facts, HALF_YEAR } from "../example-facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { membersOf } from "../members.ts";
import type { CohortQuestion } from "../question.ts";
import { groupMovesOf } from "./group-moves.ts";

type Scores = EpisodeFacts["scores"]["phq-9"];

/** A stay from Monday 2026-02-02 on with these scores by days since admission. */
function scoredOn(id: string, scores: Scores, given: Partial<EpisodeFacts> = {}): EpisodeFacts {
  return facts({
    episodeId: id,
    patientId: id,
    dischargedOn: null,
    dischargeReason: null,
    track: "evening",
    scores: { "phq-9": scores, "gad-7": [] },
    ...given,
  });
}

const moves = (all: readonly EpisodeFacts[], question: Partial<CohortQuestion> = {}) =>
  groupMovesOf(all, EXAMPLE_SITE, { ...HALF_YEAR, ...question }, "phq-9");

/** The second week of patients who moved by these changes from 12 in the first. */
function second(changes: readonly number[]): TrackWeek | undefined {
  const all = changes.map((change, i) =>
    scoredOn(`p-${i}`, [
      [2, 12],
      [9, 12 + change],
    ]),
  );
  return moves(all).tracks[0]?.weeks[0];
}

describe("a week of a track", () => {
  it("runs from Monday to Sunday and compares the last scores of two weeks", () => {
    const one = scoredOn("a", [
      [0, 20],
      [6, 10],
      [7, 11],
      [13, 14],
      [14, 9],
    ]);
    expect(moves([one]).tracks).toEqual([
      {
        programId: "iop",
        track: "evening",
        weeks: [
          { from: "2026-02-09", n: 1, mean: 4, low: null, high: null, rose: 1, fell: 0, together: null },
          { from: "2026-02-16", n: 1, mean: -5, low: null, high: null, rose: 0, fell: 1, together: null },
        ],
      },
    ]);
  });

  it("holds the mean change with its t interval", () => {
    const week = second([4, 6, 8, 2]);
    expect(week).toMatchObject({ n: 4, mean: 5, rose: 4, fell: 0, together: null });
    expect(week?.low).toBeCloseTo(0.8914795, 6);
  });

  it("leaves out who was not measured in the week before, and shows weeks in between as empty", () => {
    const all = [
      scoredOn("a", [
        [0, 9],
        [7, 10],
        [21, 10],
        [28, 12],
      ]),
      scoredOn("b", [
        [0, 5],
        [14, 9],
      ]),
    ];
    const weeks = moves(all).tracks[0]?.weeks;
    expect(weeks?.map(({ from, n, mean }) => [from, n, mean])).toEqual([
      ["2026-02-09", 1, 1],
      ["2026-02-16", 0, null],
      ["2026-02-23", 0, null],
      ["2026-03-02", 1, 2],
    ]);
  });

  it("is of the days in treatment: a score before admission or after discharge is no movement of the track", () => {
    const one = scoredOn(
      "a",
      [
        [-3, 20],
        [0, 9],
        [9, 10],
        [15, 2],
      ],
      { dischargedOn: day("2026-02-14"), dischargeReason: "completed" },
    );
    const weeks = moves([one]).tracks[0]?.weeks;
    expect(weeks?.map(({ from, n, mean }) => [from, n, mean])).toEqual([["2026-02-09", 1, 1]]);
  });

  it("is whole, inside the period and over as of the day", () => {
    const one = scoredOn("a", [
      [0, 9],
      [7, 10],
      [14, 11],
      [21, 12],
      [28, 13],
    ]);
    const weeksOf = (question: Partial<CohortQuestion>) =>
      moves([one], question).tracks.flatMap(({ weeks }) => weeks.map(({ from }) => from));
    expect(weeksOf({ from: day("2026-02-10"), to: day("2026-03-07") })).toEqual(["2026-02-16", "2026-02-23"]);
    expect(weeksOf({ from: day("2026-02-16"), to: day("2026-03-08") })).toEqual([
      "2026-02-16",
      "2026-02-23",
      "2026-03-02",
    ]);
    expect(weeksOf({ asOf: day("2026-02-21") })).toEqual(["2026-02-09"]);
    expect(weeksOf({ asOf: day("2026-02-22") })).toEqual(["2026-02-09", "2026-02-16"]);
  });
});

describe("moving together", () => {
  it.each([
    ["up", [2, 3, 4, 3, 2, 1]],
    ["down", [-2, -3, -4, -3, -2, 0]],
    ["no", [2, -3, 4, -3, 2, 1]],
    // The interval leaves out 0, but only three of six rose.
    ["no", [5, 5, 5, 0, 0, 0].map((change) => change)],
    [null, [2, 3, 4, 3, 2]],
    ["up", [3, 3, 3, 3, 3, 3]],
    ["no", [0, 0, 0, 0, 0, 0]],
  ] as const)("is %s with %j", (together, changes) => {
    expect(second(changes)?.together).toBe(together);
  });

  it("asks for two thirds even where the interval leaves out 0", () => {
    const changes = [3, 3, 3, 3, 3, 0, 0, 0];
    const week = second(changes);
    expect(week?.low).toBeGreaterThan(0);
    expect(week?.together).toBe("no");
    expect(second([...changes, 3])?.together).toBe("up");
  });
});

describe("tracks", () => {
  it("stand by program and name, no track last; those never measured twice running are left away", () => {
    const scores: Scores = [
      [0, 9],
      [7, 10],
    ];
    const all = [
      scoredOn("a", scores, { track: null }),
      scoredOn("b", scores, { track: "morning" }),
      scoredOn("c", scores, { track: "day" }),
      scoredOn("d", [[0, 9]], { track: "night" }),
      scoredOn("e", scores, { programId: "another", track: "x" }),
    ];
    expect(moves(all).tracks.map(({ programId, track }) => [programId, track])).toEqual([
      ["iop", "day"],
      ["iop", "morning"],
      ["iop", null],
      ["another", "x"],
    ]);
    expect(moves(all, { filter: { track: "day" } }).tracks).toHaveLength(1);
  });

  it("lead to their patients by week", () => {
    const all = [
      scoredOn("a", [
        [0, 9],
        [7, 13],
      ]),
      scoredOn("b", [[7, 13]]),
      scoredOn("c", [
        [0, 9],
        [7, 2],
      ]),
    ];
    const listed = membersOf(all, EXAMPLE_SITE, HALF_YEAR, {
      of: "changed",
      instrument: "phq-9",
      week: day("2026-02-09"),
    });
    expect(listed.map((one) => [one.facts.episodeId, one.why])).toEqual([
      ["a", "9 in the week before, then 13"],
      ["c", "9 in the week before, then 2"],
    ]);
  });
});

describe("laws", () => {
  const anyScores = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -14, max: 90 }), fc.nat(27)), {
      selector: ([on]) => on,
      maxLength: 12,
    })
    .map((scores) => scores.toSorted(([a], [b]) => a - b));
  const anyStays = fc
    .array(fc.tuple(anyScores, fc.constantFrom("a", "b", null)), { maxLength: 20 })
    .map((stays) => stays.map(([scores, track], i) => scoredOn(`p-${i}`, scores, { track })));

  it("numbers are finite, add up, lead to as many patients, and order does not matter", () => {
    fc.assert(
      fc.property(anyStays, (all) => {
        const answer = moves(all);
        expect(moves(all.toReversed())).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        const weeks = answer.tracks.flatMap((one) =>
          one.weeks.map((week) => ({ ...week, track: one.track })),
        );
        for (const { from, n, rose, fell, track } of weeks.slice(0, 5)) {
          expect(rose + fell).toBeLessThanOrEqual(n);
          const filter = { track: track ?? "not-recorded" };
          const set = { of: "changed", instrument: "phq-9", week: from } as const;
          expect(membersOf(all, EXAMPLE_SITE, { ...HALF_YEAR, filter }, set)).toHaveLength(n);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("nobody gives no tracks; a period reversed is an error", () => {
    expect(moves([]).tracks).toEqual([]);
    expect(() => moves([], { from: HALF_YEAR.to, to: HALF_YEAR.from })).toThrow(RangeError);
  });
});
