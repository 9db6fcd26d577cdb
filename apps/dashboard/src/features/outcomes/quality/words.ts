import type { QualityAnswer } from "@soundings/clinical";

type Counted = Pick<QualityAnswer["checks"][number], "problems" | "episodes" | "of">;

const count = (value: number): string => value.toLocaleString("en-US");

/**
 * What a check found: the share, and out of what. Problems are counted out of records where the check looks at records, episodes
 * out of episodes where it looks at those. The share of nothing is null.
 */
export function foundWords(
  { problems, episodes, of }: Counted,
  kind: string,
  discharged: number,
): { readonly share: number | null; readonly words: string } {
  const found = of === null ? episodes : problems;
  const all = of ?? discharged;
  return { share: all === 0 ? null : found / all, words: `${count(found)} of ${count(all)} ${kind}` };
}

/** Weeks of stay counted together. */
export function weeksTogether(weeks: QualityAnswer["byWeek"]): {
  readonly expected: number;
  readonly measured: number;
} {
  let [expected, measured] = [0, 0];
  for (const week of weeks) {
    expected += week.expected;
    measured += week.measured;
  }
  return { expected, measured };
}
