import { type ChangeJson, DIMENSIONS, parseCalendarDate } from "@soundings/clinical";
import type { OutcomesOptions } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { changeProblem } from "./change-words.ts";
import { emptyBecause } from "./empty-words.ts";
import { runGroups } from "./run-groups.ts";

const day = (text: string) => parseCalendarDate(text) ?? expect.fail(text);

const CHANGE: ChangeJson = {
  n: 80,
  mean_pre: 15,
  sd_pre: 4,
  mean_post: 9,
  sd_post: 5,
  mean_change: -6,
  r: 0.5,
  d: 1.5,
  g: 1.48,
  se: 0.2,
  low: 1.1,
  high: 1.9,
};

describe("what cannot be said of a change", () => {
  it.each([
    [{ n: 0 }, "nobody has a score"],
    [{ n: 1 }, "A mean needs two"],
    [{ sd_pre: 0 }, "same score at the beginning"],
    [{ r: null }, "same score later"],
    [{ n: 12 }, "12 people. With so few the interval is wide"],
  ])("is said with its reason: %o", (given, words) => {
    expect(changeProblem("phq-9", { ...CHANGE, ...given }, 30)).toContain(words);
  });

  it("is nothing where everything can be said", () => {
    expect(changeProblem("phq-9", CHANGE, 30)).toBeNull();
  });
});

describe("the longest runs", () => {
  it("stand in groups that hold everybody once", () => {
    const runs = [0, 1, 3, 4, 8, 15, 16, 40].map((run) => ({ run, episodes: run === 0 ? 2 : 1 }));
    const counts = runGroups(runs).map(({ count }) => count);
    expect(counts).toEqual([2, 2, 1, 2, 2]);
  });
});

describe("why a question finds nobody", () => {
  const asked = {
    from: day("2026-01-01"),
    to: day("2026-06-30"),
    asOf: day("2026-11-22"),
    filter: {},
  };
  const option = (value: string, discharged: number) => ({ value, label: value, discharged });
  const NOBODY = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, []]),
  ) as unknown as OutcomesOptions["dimensions"];
  const options = (given: Partial<OutcomesOptions["dimensions"]>): OutcomesOptions => ({
    question: asked,
    today: day("2026-11-22"),
    dimensions: { ...NOBODY, ...given },
  });
  const some = options({ program: [option("iop", 40)], track: [option("evening", 12)], sex: [] });

  it("names each choice with how many it leaves by itself", () => {
    const reasons = emptyBecause({ track: "evening", sex: "other" }, asked, some);
    expect(reasons.map(({ words, change }) => [words, change])).toEqual([
      [
        "The choice of track by itself leaves 12 people; together with the others it leaves nobody.",
        { track: undefined },
      ],
      ["The choice of sex by itself leaves nobody.", { sex: undefined }],
    ]);
  });

  it("says that the period has no discharges at all, or that the day lies before it", () => {
    const empty = options({ program: [option("iop", 0)] });
    expect(emptyBecause({ track: "evening" }, asked, empty)).toMatchObject([
      { change: { from: undefined, to: undefined } },
    ]);
    const early = emptyBecause({ asOf: "2025-12-31" }, { ...asked, asOf: day("2025-12-31") }, some);
    expect(early).toMatchObject([
      { words: expect.stringContaining("had not begun"), change: { asOf: undefined } },
    ]);
  });
});
