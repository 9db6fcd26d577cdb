import type { Overview } from "@soundings/clinical";

const GROUPS = [
  { words: "never negative", from: 0, to: 0 },
  { words: "1 to 3", from: 1, to: 3 },
  { words: "4 to 7", from: 4, to: 7 },
  { words: "8 to 15", from: 8, to: 15 },
  { words: "16 or more", from: 16, to: Number.POSITIVE_INFINITY },
] as const;

/** How many have a longest run of so many negative screens; groups without anybody stay. */
export function runGroups(
  runs: Overview["longestRuns"],
): readonly { readonly words: string; readonly count: number }[] {
  return GROUPS.map(({ words, from, to }) => ({
    words,
    count: runs
      .filter(({ run }) => run >= from && run <= to)
      .reduce((sum, { episodes }) => sum + episodes, 0),
  }));
}
