import { describe, expect, test } from "vitest";
import { assessment, chart, clock, day, EXAMPLE_SITE, episode } from "../records/example-chart.ts";
import type { Assessment, Chart } from "../records/types.ts";
import { SYMPTOM_CLUSTERS } from "./clusters.ts";
import { courseOf } from "./course.ts";
import type { ItemMove } from "./types.ts";

type Items = readonly (number | null)[];

const course = (given: Partial<Chart>, asOf: string) =>
  courseOf(chart(given), EXAMPLE_SITE, "e-1", day(asOf));
const phq = (on: string, items: Items, given: Partial<Assessment> = {}) =>
  assessment(`phq ${on}`, on, { instrument: "phq-9", items: [...items, null], ...given });
const gad = (on: string, items: Items, given: Partial<Assessment> = {}) =>
  assessment(`gad ${on}`, on, { instrument: "gad-7", items: [...items, null, null, null], ...given });
const moved = ({ instrument, number, from, to }: ItemMove) =>
  `${instrument} ${number}: ${from.answer} → ${to.answer}`;

function movesOf(assessments: readonly Assessment[], asOf = "2026-03-20", given: Partial<Chart> = {}) {
  const { worsening, improving, administrations } = course({ assessments, ...given }, asOf).moves;
  return { worsening: worsening.map(moved), improving: improving.map(moved), administrations };
}

test("an episode that the chart does not have has no course", () => {
  expect(() => courseOf(chart(), EXAMPLE_SITE, "another", day("2026-02-10"))).toThrow(RangeError);
});

describe("items that moved", () => {
  test("none without answers, nor with one administration", () => {
    const none = { worsening: [], improving: [] };
    expect(movesOf([])).toEqual({ ...none, administrations: { "phq-9": 0, "gad-7": 0 } });
    expect(movesOf([phq("2026-02-03", [1, 1, 1, 1, 1, 1, 1, 1, 0])])).toEqual({
      ...none,
      administrations: { "phq-9": 1, "gad-7": 0 },
    });
  });

  test("suicidality first, then the present answer, then the change; both instruments together", () => {
    const all = [
      phq("2026-02-03", [0, 2, 1, 0, 0, 3, 2, 1, 0]),
      gad("2026-02-03", [0, 1, 2, 3, 3, 0, 0]),
      phq("2026-02-10", [3, 3, 3, 3, 3, 3, 3, 3, 3]),
      phq("2026-03-03", [3, 3, 3, 1, 0, 2, 0, 1, 1]),
      gad("2026-03-03", [2, 2, 2, 1, 2, 0, 0]),
    ];
    expect(movesOf(all)).toEqual({
      worsening: ["phq-9 9: 0 → 1", "phq-9 1: 0 → 3", "phq-9 3: 1 → 3", "phq-9 2: 2 → 3", "gad-7 1: 0 → 2"],
      improving: ["gad-7 4: 3 → 1", "phq-9 7: 2 → 0", "phq-9 6: 3 → 2", "gad-7 5: 3 → 2"],
      administrations: { "phq-9": 3, "gad-7": 2 },
    });
  });

  test("the baseline begins, though it precedes admission; without its items the first of the episode does", () => {
    const before = phq("2026-01-30", [3, 3, 3, 3, 3, 3, 3, 3, 0]);
    const first = phq("2026-02-03", [1, 1, 1, 1, 1, 1, 1, 1, 0]);
    const last = phq("2026-02-10", [2, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(movesOf([before, first, last]).improving[0]).toBe("phq-9 2: 3 → 1");
    const total = phq(
      "2026-01-30",
      Array.from({ length: 9 }, () => null),
      { total: 20 },
    );
    expect(movesOf([total, first, last])).toMatchObject({
      worsening: ["phq-9 1: 1 → 2"],
      improving: [],
      administrations: { "phq-9": 2 },
    });
  });

  test("a form before the baseline is not what it is compared with", () => {
    const all = [
      phq("2026-01-22", [3, 0, 0, 0, 0, 0, 0, 0, 0]),
      phq("2026-01-30", [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      phq("2026-02-10", [1, 0, 0, 0, 0, 0, 0, 0, 0]),
    ];
    expect(movesOf(all)).toMatchObject({ worsening: ["phq-9 1: 0 → 1"], improving: [] });
  });

  test("an item open on either side has not moved, and an incomplete form still says what it says", () => {
    const first = phq("2026-02-03", [0, null, 0, 0, 0, 0, 0, 0, 0]);
    const last = phq("2026-02-10", [2, 3, null, null, null, null, null, null, null]);
    expect(movesOf([first, last]).worsening).toEqual(["phq-9 1: 0 → 2"]);
  });

  test("of several forms of a day, the one whose score takes part", () => {
    const first = phq("2026-02-03", [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const scored = phq("2026-02-10", [1, 0, 0, 0, 0, 0, 0, 0, 0], { recordedAt: clock("2026-02-10T09:00") });
    const open = phq("2026-02-10", [3, null, null, null, null, null, null, null, null], {
      assessmentId: "open",
      recordedAt: clock("2026-02-10T10:00"),
    });
    expect(movesOf([first, open, scored])).toMatchObject({
      worsening: ["phq-9 1: 0 → 1"],
      administrations: { "phq-9": 2 },
    });
  });

  test("answers of another stay are not compared", () => {
    const episodes = [
      episode({ episodeId: "e-0", admittedOn: day("2025-10-01"), dischargedOn: day("2025-12-01") }),
      episode(),
    ];
    const all = [
      phq("2025-11-01", [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      phq("2026-02-10", [3, 3, 3, 3, 3, 3, 3, 3, 0]),
    ];
    expect(movesOf(all, "2026-03-20", { episodes })).toEqual({
      worsening: [],
      improving: [],
      administrations: { "phq-9": 1, "gad-7": 0 },
    });
  });

  describe("item 9", () => {
    const zeros = [0, 0, 0, 0, 0, 0, 0, 0];

    test("heads what worsens while it is 1 or more, even if it fell", () => {
      const all = [phq("2026-02-03", [...zeros, 3]), phq("2026-02-10", [3, ...zeros.slice(1), 1])];
      expect(movesOf(all)).toMatchObject({ worsening: ["phq-9 9: 3 → 1", "phq-9 1: 0 → 3"], improving: [] });
    });

    test("stands alone when nothing precedes it", () => {
      const [move] = course({ assessments: [phq("2026-02-03", [...zeros, 2])] }, "2026-02-10").moves
        .worsening;
      expect(move).toEqual({
        instrument: "phq-9",
        number: 9,
        topic: "Thoughts of death or self-harm",
        safety: true,
        from: { answer: 2, on: "2026-02-03", assessmentId: "phq 2026-02-03" },
        to: { answer: 2, on: "2026-02-03", assessmentId: "phq 2026-02-03" },
        change: 0,
      });
    });

    test("keeps its last known answer when a later form leaves it open", () => {
      const all = [
        phq("2026-02-03", [...zeros, 0]),
        phq("2026-02-10", [...zeros, 2]),
        phq("2026-02-17", [...zeros, null]),
      ];
      const [move] = course({ assessments: all }, "2026-02-20").moves.worsening;
      expect(move).toMatchObject({ safety: true, to: { answer: 2, on: "2026-02-10" }, change: 2 });
    });

    test("leads what improves when it came down to 0", () => {
      const all = [phq("2026-02-03", [3, ...zeros.slice(1), 1]), phq("2026-02-10", [...zeros, 0])];
      expect(movesOf(all)).toMatchObject({ worsening: [], improving: ["phq-9 9: 1 → 0", "phq-9 1: 3 → 0"] });
    });
  });

  test("never more than five each way", () => {
    const all = [
      phq("2026-02-03", [0, 0, 0, 0, 0, 0, 0, 0, 0]),
      phq("2026-02-10", [1, 1, 1, 1, 2, 1, 1, 1, 1]),
      gad("2026-02-03", [3, 3, 3, 3, 3, 3, 3]),
      gad("2026-02-10", [2, 2, 2, 2, 2, 2, 0]),
    ];
    expect(movesOf(all)).toMatchObject({
      worsening: ["phq-9 9: 0 → 1", "phq-9 5: 0 → 2", "phq-9 1: 0 → 1", "phq-9 2: 0 → 1", "phq-9 3: 0 → 1"],
      improving: ["gad-7 7: 3 → 0", "gad-7 1: 3 → 2", "gad-7 2: 3 → 2", "gad-7 3: 3 → 2", "gad-7 4: 3 → 2"],
    });
  });
});

describe("clusters", () => {
  test("hold items of their instrument, none twice and never the item on suicide", () => {
    const items = SYMPTOM_CLUSTERS.flatMap(({ instrument, items: of }) =>
      of.map((one) => `${instrument} ${one}`),
    );
    expect(new Set(items).size).toBe(items.length);
    expect(items).not.toContain("phq-9 9");
    expect(items.toSorted()).toEqual([
      ...[1, 2, 3, 4, 5].map((one) => `gad-7 ${one}`),
      ...[1, 2, 3, 4, 5, 7, 8].map((one) => `phq-9 ${one}`),
    ]);
  });

  test("sum the answers, and say nothing while one is open", () => {
    const { clusters } = course(
      {
        assessments: [
          phq("2026-02-03", [2, 1, 3, 2, 1, 0, 1, 2, 0]),
          phq("2026-02-10", [2, 1, null, 2, 1, 0, null, 2, 0]),
          gad("2026-02-10", [1, 2, 3, 1, 2, 3, 3]),
        ],
      },
      "2026-02-20",
    );
    const values = clusters.map(({ id, max, points }) => [id, max, points.map(({ value }) => value)]);
    expect(values).toEqual([
      ["sleep", 3, [3, null]],
      ["appetite", 3, [1, 1]],
      ["energy", 3, [2, 2]],
      ["concentration-psychomotor", 6, [3, null]],
      ["mood-interest", 6, [3, 3]],
      ["worry-tension", 15, [9]],
    ]);
    expect(clusters[3]?.points[1]).toEqual({
      on: "2026-02-10",
      assessmentId: "phq 2026-02-10",
      value: null,
      answered: 1,
    });
  });

  test("have no points without answers, and none of what was not yet known", () => {
    expect(course({}, "2026-02-20").clusters.map(({ points }) => points)).toEqual([[], [], [], [], [], []]);
    const late = phq("2026-02-03", [2, 1, 3, 2, 1, 0, 1, 2, 0], { recordedAt: clock("2026-02-12T09:00") });
    expect(course({ assessments: [late] }, "2026-02-11").clusters[0]?.points).toEqual([]);
    expect(course({ assessments: [late] }, "2026-02-12").clusters[0]?.points).toHaveLength(1);
  });
});
