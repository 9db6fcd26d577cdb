import { type EpisodeSet, setNamed } from "@soundings/clinical";
import { describe, expect, it } from "vitest";
import { setWords, whyWords } from "./set-words.ts";

const named = (name: string): EpisodeSet => setNamed(name) ?? expect.fail(name);

describe("whom a list holds", () => {
  it.each([
    ["measure/recovery/left-out", "Left out of symptom recovery (PHQ-9 below 10 and GAD-7 below 8)"],
    ["measure/phq9-response/denominator", "Counted for PHQ-9 at half or less"],
    ["measure/reliable-improvement/numerator/completers", "Reliable improvement, among completers"],
    ["ended/unknown", "Discharged: no reason recorded"],
    ["ended/lost_contact", "Discharged: lost contact"],
    ["paired/gad-7", "With a GAD-7 at the beginning and later"],
    ["quality/prorated", "Prorated scores"],
    ["changed/phq-9/2026-01-05", "With a PHQ-9 in the week of Jan 5, 2026 and in the week before"],
  ])("%s is said as a title", (name, words) => {
    expect(setWords(named(name))).toBe(words);
  });

  it("heads the last column by what it says", () => {
    expect(whyWords(named("measure/recovery/left-out"))).toBe("Why");
    expect(whyWords(named("measure/weekly-measurement/others"))).toBe("Weeks");
    expect(whyWords(named("quality/prorated"))).toBe("What there is to work through");
    expect(whyWords(named("screens"))).toBe("Screens");
  });
});
