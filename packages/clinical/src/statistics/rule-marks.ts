import type { RuleMark } from "../outcomes/answers.ts";
import { RULE_MARKS } from "../outcomes/answers.ts";
import { CONTROL, type Limits } from "./control-chart.ts";

/** A value with the limits of its period; a null value is a gap. */
export interface Judged {
  readonly value: number | null;
  readonly limits: Limits | null;
}

/** A value that is there, with its place in the whole series. */
interface Point {
  readonly place: number;
  readonly value: number;
  readonly limits: Limits | null;
}

/** Stretches without a gap: what is not known in between may have broken any run. */
function stretchesOf(series: readonly Judged[]): readonly (readonly Point[])[] {
  const stretches: Point[][] = [[]];
  for (const [place, { value, limits }] of series.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push({ place, value, limits });
  }
  return stretches;
}

/** Maximal runs of neighbors of the same sign, 0 belonging to none: from and to are places in `signs`. */
function runsOf(signs: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [place, sign] of signs.entries()) {
    if (sign === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === place - 1 && signs[last.to] === sign) last.to = place;
    else runs.push({ from: place, to: place });
  }
  return runs;
}

/** −1 or 1: which limit it is outside of; 0: none. */
function outside({ value, limits }: Point): number {
  if (limits === null) return 0;
  if (value > limits.high) return 1;
  return value < limits.low ? -1 : 0;
}

/** −1 or 1: beyond two thirds of the way to that limit, outside it included; 0: nearer to the center. */
function far({ value, limits }: Point, center: number): number {
  if (limits === null) return 0;
  if (value > center + CONTROL.near * (limits.high - center)) return 1;
  return value < center - CONTROL.near * (center - limits.low) ? -1 : 0;
}

function outsideOf(points: readonly Point[]): readonly Point[] {
  return points.filter((point) => outside(point) !== 0);
}

/** A value this near to the center lies on it: the last digits of a division are no side. */
const ON_CENTER = 1e-9;

function sideOf(value: number, center: number): number {
  return Math.abs(value - center) < ON_CENTER ? 0 : Math.sign(value - center);
}

function oneSideOf(points: readonly Point[], center: number): readonly Point[] {
  return runsOf(points.map(({ value }) => sideOf(value, center))).flatMap(({ from, to }) =>
    to - from + 1 >= CONTROL.run ? points.slice(from, to + 1) : [],
  );
}

/** Seven points that rise are six rises: the point from which it went up belongs to them. */
function inARowOf(points: readonly Point[]): readonly Point[] {
  const steps = points.slice(1).map(({ value }, place) => Math.sign(value - (points[place]?.value ?? value)));
  return runsOf(steps).flatMap(({ from, to }) =>
    to - from + 2 >= CONTROL.run ? points.slice(from, to + 2) : [],
  );
}

function twoOfThreeOf(points: readonly Point[], center: number): readonly Point[] {
  return points.slice(2).flatMap((_, place) => {
    const three = points.slice(place, place + 3);
    return [-1, 1].flatMap((side) => {
      const beyond = three.filter((point) => far(point, center) === side);
      return beyond.length >= 2 ? beyond : [];
    });
  });
}

/**
 * By what each point stands out, in the order given. Every point of a run bears its mark. A value on the center belongs to no
 * side, an equal neighbor ends a rise or fall, and a gap breaks every run.
 */
export function ruleMarks(series: readonly Judged[], center: number): readonly (readonly RuleMark[])[] {
  const marked = series.map(() => new Set<RuleMark>());
  const mark = (rule: RuleMark, points: readonly Point[]) => {
    for (const { place } of points) marked[place]?.add(rule);
  };
  for (const points of stretchesOf(series)) {
    mark("outside", outsideOf(points));
    mark("seven_one_side", oneSideOf(points, center));
    mark("seven_in_a_row", inARowOf(points));
    mark("two_of_three", twoOfThreeOf(points, center));
  }
  return marked.map((rules) => RULE_MARKS.filter((rule) => rules.has(rule)));
}
