import { daysBetween } from "../calendar/civil.ts";
import type { ScoredPoint } from "../findings/series.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { house, isBelow, published } from "../rules/threshold.ts";
import type { Annotation } from "./annotation.ts";
import type { ScoreOnDay, SuddenGain } from "./types.ts";

const THRESHOLDS = {
  part: published([1, 4], "of the score before"),
  window: published(3, "scores at most on each side"),
  windowAtLeast: published(2, "scores at least on each side"),
  tOf6: published(2.776, "critical t with 6 scores"),
  tOf5: published(3.182, "critical t with 5 scores"),
  tOf4: published(4.303, "critical t with 4 scores"),
  lost: published([1, 2], "of the gain lost again: reversed"),
  apart: house(14, "days between the two scores at most"),
} as const;

/**
 * A sudden gain after Tang and DeRubeis. Simulated patients who improve smoothly show one in 24 to 76 of 100 cases, so it
 * is drawn and never acted on. Weekly scores: a fall over a longer hole is not sudden.
 */
export const SUDDEN_GAIN: Annotation = {
  id: "sudden-gain",
  words: "sudden gain, for information only",
  meaning:
    "From one score to the next a fall of at least the reliable change and at least a quarter of the score before, and the mean of up to three scores before lies above the mean of up to three after by more than the critical t times their pooled standard deviation.",
  thresholds: THRESHOLDS,
  source:
    "Tang & DeRubeis 1999 (J Consult Clin Psychol 67:894); third criterion as in Lutz 2013 and the R package suddengains, whose pooled standard deviation takes no √(1/n₁ + 1/n₂); false positives: Curr Psychiatry Rev 2015;11:19. How far apart: program default without a published basis",
  reviewed: "2026-11-22",
};

/** t in thousandths by how many scores there are on both sides. */
const CRITICAL: ReadonlyMap<number, number> = new Map([
  [6, Math.round(1000 * THRESHOLDS.tOf6.value)],
  [5, Math.round(1000 * THRESHOLDS.tOf5.value)],
  [4, Math.round(1000 * THRESHOLDS.tOf4.value)],
]);

/** Count, sum and sum of squares of integer scores: what a mean and a variance need, exactly. */
interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

function sumsOf(points: readonly ScoredPoint[]): Sums {
  return points.reduce(
    ({ n, sum, squares }, { score }) => ({ n: n + 1, sum: sum + score, squares: squares + score * score }),
    { n: 0, sum: 0, squares: 0 },
  );
}

/**
 * Whether mean before − mean after > t × √(pooled variance), squared and multiplied out so that integers are compared:
 * (n₂S₁ − n₁S₂)² (n₁ + n₂ − 2) > t² n₁n₂ (n₁n₂(Q₁ + Q₂) − n₂S₁² − n₁S₂²).
 */
function meansDiffer(before: Sums, after: Sums): boolean {
  const critical = CRITICAL.get(before.n + after.n);
  const difference = after.n * before.sum - before.n * after.sum;
  if (critical === undefined || difference <= 0) return false;
  const product = before.n * after.n;
  const spread =
    product * (before.squares + after.squares) - after.n * before.sum ** 2 - before.n * after.sum ** 2;
  return difference ** 2 * (before.n + after.n - 2) * 1_000_000 > critical ** 2 * product * spread;
}

function isSuddenGain(points: readonly ScoredPoint[], place: number): boolean {
  const [from, to] = points.slice(place, place + 2);
  if (from === undefined || to === undefined) return false;
  const fall = from.score - to.score;
  if (fall < instrumentOf(from.instrument).reliableChange) return false;
  if (isBelow(fall, from.score, THRESHOLDS.part.value)) return false;
  if (daysBetween(from.on, to.on) > THRESHOLDS.apart.value) return false;
  const width = THRESHOLDS.window.value;
  const before = points.slice(Math.max(0, place + 1 - width), place + 1);
  const after = points.slice(place + 1, place + 1 + width);
  if (Math.min(before.length, after.length) < THRESHOLDS.windowAtLeast.value) return false;
  return meansDiffer(sumsOf(before), sumsOf(after));
}

function scoreOnDay({ score, on, assessmentId }: ScoredPoint): ScoreOnDay {
  return { score, on, assessmentId };
}

/**
 * The sudden gains of one instrument, in order. `reversedOn` is the day of the first later score at which half of the
 * gain or more is lost again.
 *
 * @param points the scores that take part, one a date, in order
 */
export function suddenGains(points: readonly ScoredPoint[]): readonly SuddenGain[] {
  return points.flatMap((from, place) => {
    const to = points[place + 1];
    if (to === undefined || !isSuddenGain(points, place)) return [];
    const gain = from.score - to.score;
    const reversed = points
      .slice(place + 2)
      .find(({ score }) => !isBelow(score - to.score, gain, THRESHOLDS.lost.value));
    return [{ from: scoreOnDay(from), to: scoreOnDay(to), reversedOn: reversed?.on ?? null }];
  });
}
