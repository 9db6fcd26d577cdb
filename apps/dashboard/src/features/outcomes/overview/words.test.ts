import type { ChangeJson } from "@soundings/clinical";
import type { OutcomesOptions } from "@soundings/contract";
import { describe, expect, it } from "vitest";
import { changeProblem } from "./change-words.ts";
import { emptyBecause } from "./empty-words.ts";
import { runGroups } from "./run-groups.ts";

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
    const counts = runGroups([0, 0, 1, 3, 4, 8, 15, 16, 40]).map(({ count }) => count);
    expect(counts).toEqual([2, 2, 1, 2, 2]);
  });
});

describe("why a question finds nobody", () => {
  const asked = { from: "2026-01-01", to: "2026-06-30", asOf: "2026-11-22", filter: {} } as const;
  const options = {
    dimensions: { track: [{ value: "evening", label: "Evening", discharged: 40 }], sex: [] },
  } as unknown as OutcomesOptions;

  it("names the choice without which somebody is found, and no other", () => {
    const question = { ...asked, filter: {} } as unknown as Parameters<typeof emptyBecause>[1];
    const reasons = emptyBecause({ track: "morning", sex: "other" }, question, options);
    expect(reasons.map(({ words, change }) => [words, change])).toEqual([
      ["Without the choice of track it is 40 people.", { track: undefined }],
    ]);
  });

  it("says that the day lies before the period", () => {
    const question = { ...asked, asOf: "2025-12-31" } as unknown as Parameters<typeof emptyBecause>[1];
    expect(emptyBecause({ asOf: "2025-12-31" }, question, undefined)[0]?.words).toContain("had not begun");
  });
});
