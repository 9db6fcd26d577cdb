import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medicationChange } from "../records/example-chart.ts";
import type { Screen } from "../records/types.ts";
import { negative, on, positive, screenOn, viewOf } from "../rules/example-rules.ts";
import { screenStatistics } from "./screen-statistics.ts";

const SCREENS: Readonly<Record<string, (day: number) => Screen>> = {
  N: (day) => screenOn(day, [negative("cocaine")]),
  P: (day) => screenOn(day, [positive("cocaine")]),
  U: (day) => screenOn(day, [], { disposition: "missed" }),
  R: (day) => screenOn(day, [], { disposition: "refused" }),
  E: (day) => screenOn(day, [], { disposition: "excused" }),
  D: (day) => screenOn(day, [negative("cocaine")], { validity: "dilute" }),
  I: (day) => screenOn(day, [negative("cocaine")], { validity: "invalid" }),
  T: (day) => screenOn(day, [negative("cocaine")], { validity: "substituted" }),
  // Collected, of sound validity, and nothing settled yet.
  W: (day) => screenOn(day, [negative("cocaine", { resultStatus: "preliminary" })]),
  // Positive for what is prescribed.
  B: (day) => screenOn(day, [positive("buprenorphine"), negative("cocaine")]),
};

/** A screen a week from admission on, one letter each. */
function counted(letters: string) {
  const screens = [...letters].flatMap((letter, week) => SCREENS[letter]?.(7 * week) ?? []);
  const medicationChanges = [medicationChange("m", on(0), { medication: "Suboxone" })];
  return screenStatistics(viewOf({ chart: { screens, medicationChanges }, day: 7 * letters.length }));
}

test("the sequence worked by hand in the reference: N N P U N N N E N D N P N N N N", () => {
  expect(counted("NNPUNNNENDNPNNNN")).toEqual({
    negative: 11,
    submitted: 14,
    scheduled: 15,
    longestRun: 4,
    longestRunFrom: on(7 * 12),
    longestRunTo: on(7 * 15),
    currentRun: 4,
  });
});

describe("runs", () => {
  test.each([
    ["", 0, 0],
    ["P", 0, 0],
    ["NN", 2, 2],
    ["NEN", 2, 2],
    ["NWN", 2, 2],
    ["NBN", 3, 3],
    ["NNUN", 2, 1],
    ["NNRN", 2, 1],
    ["NNTN", 2, 1],
    ["NNDN", 2, 1],
    ["NNIN", 2, 1],
    ["NNPN", 2, 1],
    ["NNP", 2, 0],
    ["NNE", 2, 2],
  ])("%s", (letters, longest, current) => {
    expect(counted(letters)).toMatchObject({ longestRun: longest, currentRun: current });
  });

  test("the longest is dated by its negatives, of equal ones the latest", () => {
    expect(counted("NNPENENE")).toMatchObject({ longestRunFrom: on(28), longestRunTo: on(42) });
    expect(counted("U")).toMatchObject({ longestRunFrom: null, longestRunTo: null });
  });
});

test("counts never exceed what they are counted out of, and an excused screen changes only itself", () => {
  const anyLetters = fc
    .array(fc.constantFrom(...Object.keys(SCREENS)), { maxLength: 14 })
    .map((letters) => letters.join(""));
  fc.assert(
    fc.property(anyLetters, fc.nat(13), (letters, place) => {
      const all = counted(letters);
      expect(all.negative).toBe(letters.replaceAll(/[^NB]/g, "").length);
      expect(all.submitted).toBe(letters.replaceAll(/[URE]/g, "").length);
      expect(all.scheduled).toBe(letters.replaceAll("E", "").length);
      expect(all.longestRun).toBe(
        Math.max(
          ...letters
            .replaceAll(/[EW]/g, "")
            .split(/[^NB]/)
            .map((run) => run.length),
        ),
      );
      expect(all.currentRun).toBe(/[NB]*$/.exec(letters.replaceAll(/[EW]/g, ""))?.[0].length);
      const cut = Math.min(place, letters.length);
      const { negative: n, submitted, scheduled, longestRun, currentRun } = all;
      expect(counted(`${letters.slice(0, cut)}E${letters.slice(cut)}`)).toMatchObject({
        negative: n,
        submitted,
        scheduled,
        longestRun,
        currentRun,
      });
    }),
  );
});
