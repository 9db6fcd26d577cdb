import { describe, expect, test } from "vitest";
import { assessment, chart, day, EXAMPLE_SITE } from "../records/example-chart.ts";
import { NO_OWN_RECORDS } from "../records/own.ts";
import type { Assessment } from "../records/types.ts";
import { drawEpisode } from "./draw.ts";

type Items = Assessment["items"];

const phq = (id: string, on: string, items: Items | null, total: number | null = null) =>
  assessment(id, on, { instrument: "phq-9", total, ...(items === null ? {} : { items }) });
const nine = (answer: number | null): Items => [...Array.from({ length: 9 }, () => answer), null];

function qualities(assessments: readonly Assessment[], seconds: readonly (readonly [string, number])[] = []) {
  const own = { ...NO_OWN_RECORDS, secondsTaken: new Map(seconds) };
  const drawn = drawEpisode(chart({ assessments, own }), EXAMPLE_SITE, "e-1", day("2026-03-20"));
  return Object.fromEntries(
    drawn.measures.flatMap(({ marks }) => marks.map(({ assessmentId, quality }) => [assessmentId, quality])),
  );
}

describe("every answer the same", () => {
  test.each([1, 2, 3])("%i throughout", (answer) => {
    expect(qualities([phq("a", "2026-02-03", nine(answer))])).toEqual({ a: ["all_same"] });
  });

  test("not when all are 0: remission looks like that", () => {
    expect(qualities([phq("a", "2026-02-03", nine(0))])).toEqual({ a: [] });
  });

  test("not while an item is open, nor when one differs; the difficulty item is no part of it", () => {
    const open = nine(2).map((answer, place) => (place === 4 ? null : answer));
    const other = nine(2).map((answer, place) => (place === 8 ? 1 : answer));
    const difficulty = nine(2).map((answer, place) => (place === 9 ? 0 : answer));
    expect(
      qualities([
        phq("open", "2026-02-03", open),
        phq("other", "2026-02-10", other),
        phq("difficulty", "2026-02-17", difficulty),
      ]),
    ).toEqual({ open: [], other: [], difficulty: ["all_same"] });
  });
});

describe("same answers as last time", () => {
  const items = [2, 1, 3, 2, 1, 0, 1, 0, 0, 2];

  test("compares with the last date before, of the same instrument", () => {
    expect(
      qualities([
        phq("first", "2026-02-03", items),
        assessment("gad", "2026-02-05", {
          instrument: "gad-7",
          items: [2, 1, 3, 2, 1, 0, 1, null, null, null],
        }),
        phq("copy", "2026-02-10", items),
        phq("other", "2026-02-17", [...items.slice(0, 8), 1, 2]),
        phq("again", "2026-02-24", items),
      ]),
    ).toEqual({ first: [], gad: [], copy: ["copy_of_last"], other: [], again: [] });
  });

  test("twice on one day is a second entry, not a copy", () => {
    expect(qualities([phq("a", "2026-02-03", items), phq("b", "2026-02-03", items)])).toEqual({
      a: [],
      b: [],
    });
  });

  test("not when all are 0, nor across an incomplete form or a bare total", () => {
    const open = [...items.slice(0, 8), null, null];
    expect(
      qualities([
        phq("zero", "2026-02-03", nine(0)),
        phq("zeros", "2026-02-10", nine(0)),
        phq("open", "2026-02-17", open),
        phq("open again", "2026-02-18", open),
        phq("a", "2026-02-24", items),
        phq("total", "2026-03-03", null, 10),
        phq("b", "2026-03-10", items),
      ]),
    ).toEqual({ zero: [], zeros: [], open: [], "open again": [], a: [], total: [], b: [] });
  });
});

describe("answered very fast", () => {
  const items = [2, 1, 3, 2, 1, 0, 1, 0, 0, 2];

  test("below two seconds an answered item, where the device knows", () => {
    const all = [
      phq("a", "2026-02-03", items),
      phq("b", "2026-02-10", [...items.slice(0, 8), 1, 2]),
      phq("unknown", "2026-02-17", nine(0)),
      phq("open", "2026-02-24", [1, 2, 0, null, null, null, null, null, null, null]),
    ];
    expect(
      qualities(all, [
        ["a", 17],
        ["b", 18],
        ["open", 5],
      ]),
    ).toEqual({ a: ["fast"], b: [], unknown: [], open: ["fast"] });
  });

  test("never of a bare total; several marks stand together", () => {
    const all = [
      phq("a", "2026-02-03", nine(1)),
      phq("b", "2026-02-10", nine(1)),
      phq("t", "2026-02-17", null, 9),
    ];
    expect(
      qualities(all, [
        ["b", 6],
        ["t", 0],
      ]),
    ).toEqual({ a: ["all_same"], b: ["all_same", "copy_of_last", "fast"], t: [] });
  });

  test("the mark carries the seconds", () => {
    const own = { ...NO_OWN_RECORDS, secondsTaken: new Map([["a", 41]]) };
    const assessments = [phq("a", "2026-02-03", items), phq("b", "2026-02-10", items)];
    const [lane] = drawEpisode(chart({ assessments, own }), EXAMPLE_SITE, "e-1", day("2026-03-20")).measures;
    expect(lane?.marks.map(({ secondsTaken }) => secondsTaken)).toEqual([41, null]);
  });
});
