import { expect, it } from "vitest";
import { medianWords } from "./retention-words.ts";

const median = { day: 119, survival: 0.49, at_risk: 21, low: 0.4, high: 0.6 };

it("does not say that half left early where the curve comes down to a half among the few still followed", () => {
  const words = medianWords({ n: 2518, events: 644, median });
  expect(words).toContain("one half on day 119, the median, with 21 stays still followed");
  expect(words).toContain("not that half of all left early");
  expect(medianWords({ n: 30, events: 20, median })).not.toContain("not that half");
});

it("says why there is no median", () => {
  expect(medianWords({ n: 9, events: 2, median: null })).toContain("stays above one half");
  expect(medianWords({ n: 9, events: 0, median: null })).toContain("Nobody left early");
  expect(medianWords({ n: 0, events: 0, median: null })).toBe("");
});
