import { sumOf } from "./mean.ts";

/** What was expected of one and whether it came about. */
export interface Predicted {
  readonly expected: number;
  readonly event: boolean;
}

/**
 * Area under the ROC curve: how often one with the event had the higher expected share than one without, a tie counting half.
 * Null without both kinds.
 */
export function areaUnderCurve(predicted: readonly Predicted[]): number | null {
  const sorted = predicted.toSorted((a, b) => a.expected - b.expected);
  const events = sorted.filter(({ event }) => event).length;
  const rest = sorted.length - events;
  if (events === 0 || rest === 0) return null;
  let ranks = 0;
  for (const tied of tiesOf(sorted)) {
    ranks += (tied.first + (tied.members.length + 1) / 2) * tied.members.filter(({ event }) => event).length;
  }
  return (ranks - (events * (events + 1)) / 2) / (events * rest);
}

interface Tied {
  /** How many come before. */
  readonly first: number;
  readonly members: readonly Predicted[];
}

function tiesOf(sorted: readonly Predicted[]): readonly Tied[] {
  const ties: { first: number; members: Predicted[] }[] = [];
  for (const [place, one] of sorted.entries()) {
    const last = ties.at(-1);
    if (last !== undefined && last.members[0]?.expected === one.expected) last.members.push(one);
    else ties.push({ first: place, members: [one] });
  }
  return ties;
}

export const CALIBRATION_GROUPS = 10;

/** The tabulated 1 % points of chi-squared with 1 to 8 degrees of freedom. */
export const CHI_SQUARED_1_PERCENT = [6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475, 20.09] as const;

interface CalibrationGroup {
  readonly n: number;
  readonly expected: number;
  readonly observed: number;
}

export interface Calibration {
  /** Tenths by expected share; those with the same one stay together, so there may be fewer. */
  readonly groups: readonly CalibrationGroup[];
  /** Hosmer and Lemeshow's sum over the tenths. */
  readonly chiSquared: number;
  /** Not beyond the 1 % point with two degrees of freedom fewer than groups. False also with fewer than three groups. */
  readonly holds: boolean;
}

function tenthsOf(predicted: readonly Predicted[]): readonly (readonly Predicted[])[] {
  const tenths = new Map<number, Predicted[]>();
  const sorted = predicted.toSorted((a, b) => a.expected - b.expected);
  for (const { first, members } of tiesOf(sorted)) {
    const tenth = Math.floor((CALIBRATION_GROUPS * first) / sorted.length);
    const held = tenths.get(tenth);
    if (held === undefined) tenths.set(tenth, [...members]);
    else held.push(...members);
  }
  return [...tenths.values()];
}

/** (observed − expected)² over the variance of the count, where there is one. */
function distanceOf({ n, expected, observed }: CalibrationGroup): number {
  const variance = n * expected * (1 - expected);
  return variance > 0 ? (n * (observed - expected)) ** 2 / variance : 0;
}

/** Whether what was expected came about, tenth by tenth. */
export function calibrationOf(predicted: readonly Predicted[]): Calibration {
  const groups = tenthsOf(predicted).map((members) => ({
    n: members.length,
    expected: sumOf(members.map(({ expected }) => expected)) / members.length,
    observed: members.filter(({ event }) => event).length / members.length,
  }));
  const chiSquared = sumOf(groups.map(distanceOf));
  const point = CHI_SQUARED_1_PERCENT[groups.length - 3];
  return { groups, chiSquared, holds: point !== undefined && chiSquared <= point };
}
