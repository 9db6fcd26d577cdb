import type { Overview } from "../answers.ts";
import type { EpisodeFacts } from "../facts.types.ts";

/**
 * By program week of the stay, from 0: how many of the cohort had that whole week, and how many of those a scored PHQ-9 in it.
 * It ends with the last week that anybody had.
 */
export function measuredByWeek(cohort: readonly EpisodeFacts[]): Overview["weeks"] {
  const expected: number[] = [];
  const measured: number[] = [];
  for (const { weeks } of cohort) {
    for (let week = 0; week < weeks.expected; week += 1) expected[week] = (expected[week] ?? 0) + 1;
    for (const week of weeks.measured) measured[week] = (measured[week] ?? 0) + 1;
  }
  return expected.map((count, week) => ({ week, expected: count, measured: measured[week] ?? 0 }));
}
