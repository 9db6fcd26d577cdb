import { readFile } from "node:fs/promises";
import { addDays, DEFAULT_ZONE } from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { chartFrom } from "../chart.ts";
import { inTreatment } from "../clinic.testkit.ts";
import { dateFrom, daysAround } from "../days.ts";
import { staffOfClinic } from "../staff.ts";
import { draftOfStory } from "./build.ts";
import { STORIES } from "./stories.ts";
import type { Story } from "./story.ts";

/** Two weeks of every kind: ordinary, around Thanksgiving, around the turn of the year, in the weeks of a change of the clock. */
const TODAYS = [
  "2026-04-13",
  "2026-11-16",
  "2026-12-21",
  "2026-01-01",
  "2027-03-08",
  "2026-10-26",
  "2026-06-29",
].flatMap((start) => Array.from({ length: 14 }, (_, offset) => addDays(dateFrom(start), offset)));

function evaluated(story: Story, today: (typeof TODAYS)[number]) {
  const chart = chartFrom(
    draftOfStory(story, daysAround(today, DEFAULT_ZONE)),
    daysAround(today, DEFAULT_ZONE),
  );
  const stays = inTreatment(chart, today);
  expect(stays).toHaveLength(1);
  const { findings, stepDown } = stays[0]!;
  const states = new Map(stepDown?.criteria.map(({ id, state }) => [id, state]));
  return { rules: findings.map(({ rule }) => rule), states, findings };
}

describe.each(STORIES.map((story) => [story.id, story] as const))("%s", (_id, story) => {
  test("raises what it is the textbook case of, whatever day it is", () => {
    for (const today of TODAYS) {
      const { rules } = evaluated(story, today);
      expect([today, story.expected.filter((rule) => !rules.includes(rule))]).toEqual([today, []]);
    }
  });

  test("raises nothing that a careless reading would", () => {
    for (const today of TODAYS) {
      const { rules } = evaluated(story, today);
      expect([today, story.notExpected.filter((rule) => rules.includes(rule))]).toEqual([today, []]);
    }
  });

  test("has the step-down card that it tells of", () => {
    for (const today of TODAYS) {
      const { states } = evaluated(story, today);
      for (const [id, state] of Object.entries(story.criteria ?? {}))
        expect([today, id, states.get(id)]).toEqual([today, id, state]);
    }
  });

  test("stands in the README", async () => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const row = `| ${story.recordNumber} | ${story.givenName} ${story.familyName} | ${story.title} |`;
    expect(readme.replaceAll(/ +/g, " ")).toContain(row);
  });

  test("belongs to a therapist of the clinic", () => {
    expect(
      staffOfClinic().some(({ staffId, role }) => staffId === story.therapistId && role === "therapist"),
    ).toBe(true);
  });
});

test("a new fentanyl positive asks for somebody today and says that it is not confirmed", () => {
  const story = STORIES.find(({ id }) => id === "new-fentanyl")!;
  const finding = evaluated(story, TODAYS[0]!).findings.find(({ rule }) => rule === "unexpected-positive")!;
  expect(finding.urgency).toBe("same_day");
  expect(finding.headline).toContain("presumptive, not confirmed");
});

test("record numbers and names are each story's own", () => {
  expect(new Set(STORIES.map(({ recordNumber }) => recordNumber)).size).toBe(STORIES.length);
  expect(new Set(STORIES.map(({ familyName }) => familyName)).size).toBe(STORIES.length);
});

test("nobody's story has a finding that is not part of it on an ordinary day, but for what follows from it", () => {
  const following = new Set(["under-dose"]);
  for (const story of STORIES) {
    const { rules } = evaluated(story, TODAYS[3]!);
    const beside = rules.filter((rule) => !story.expected.includes(rule) && !following.has(rule));
    expect([story.id, beside]).toEqual([story.id, []]);
  }
});
