import type { InstrumentId } from "@soundings/clinical";
import type { Draw } from "./random.ts";

/**
 * How readily each item is answered high, items in order. Sleep, energy and mood carry most of a PHQ-9 total and slowed
 * movement little; worry carries most of a GAD-7. PHQ-9 item 9 is decided apart.
 */
const LEANINGS: Readonly<Record<InstrumentId, readonly number[]>> = {
  "phq-9": [1.0, 1.1, 1.2, 1.25, 0.85, 1.0, 0.9, 0.45],
  "gad-7": [1.1, 1.1, 1.2, 1.0, 0.7, 0.95, 0.7],
};

/** A person's own symptoms: what is answered high in one week mostly is in the next. */
export interface AnswerStyle {
  readonly "phq-9": readonly number[];
  readonly "gad-7": readonly number[];
}

export function styleFrom(draw: Draw): AnswerStyle {
  const own = (leanings: readonly number[]): number[] =>
    leanings.map((leaning) => leaning * (0.5 + 1.1 * draw.next()));
  return { "phq-9": own(LEANINGS["phq-9"]), "gad-7": own(LEANINGS["gad-7"]) };
}

/** Answers of 0 to 3 that add up to `points` as far as they can: the next point goes where the pull is strongest. */
function spread(points: number, pull: readonly number[]): number[] {
  const items = pull.map(() => 0);
  for (let point = 0; point < points; point += 1) {
    let chosen = -1;
    let strongest = -1;
    items.forEach((answer, index) => {
      const strength = answer < 3 ? (pull[index] ?? 0) / (2 * answer + 1) : -1;
      if (strength > strongest) {
        strongest = strength;
        chosen = index;
      }
    });
    if (chosen === -1) break;
    items[chosen] = (items[chosen] ?? 0) + 1;
  }
  return items;
}

/** Whether a form with these answers would be marked as answered without reading. */
function looksUnread(items: readonly number[], last: Answers | null): boolean {
  const [first = 0] = items;
  if (first > 0 && items.every((answer) => answer === first)) return true;
  return items.some((answer) => answer > 0) && items.every((answer, place) => answer === last?.[place]);
}

/**
 * One point goes from the item that holds its last point least to the one that is next in line, or from and to others, so
 * that the form no longer looks unread. Where no move helps, the answers stay.
 */
function movePoint(
  items: readonly number[],
  pull: readonly number[],
  last: Answers | null,
): readonly number[] {
  const hold = (place: number): number => (pull[place] ?? 0) / (2 * (items[place] ?? 0) - 1);
  const call = (place: number): number => (pull[place] ?? 0) / (2 * (items[place] ?? 0) + 1);
  const places = [...items.keys()];
  const givers = places.filter((place) => (items[place] ?? 0) > 0).toSorted((a, b) => hold(a) - hold(b));
  const takers = places.filter((place) => (items[place] ?? 0) < 3).toSorted((a, b) => call(b) - call(a));
  const moved = givers.flatMap((from) =>
    takers
      .filter((to) => to !== from)
      .map((to) => items.map((answer, place) => answer + (place === to ? 1 : 0) - (place === from ? 1 : 0))),
  );
  return moved.find((other) => !looksUnread(other, last)) ?? items;
}

interface Forming {
  readonly points: number;
  readonly leanings: readonly number[];
  readonly last: Answers | null;
}

/** People read the form: two weeks with the same total are seldom answered alike. */
function spreadAnew({ points, leanings, last }: Forming, draw: Draw): readonly number[] {
  const pull = leanings.map((leaning) => leaning * (0.7 + 0.6 * draw.next()));
  const items = spread(points, pull);
  return looksUnread(items, last) ? movePoint(items, pull, last) : items;
}

/** The difficulty item that goes with a total, 0 to 3. */
function difficultyOf(total: number, draw: Draw): number {
  const level = total < 5 ? 0 : total < 11 ? 1 : total < 18 ? 2 : 3;
  const moved = draw.chance(0.25) ? level + (draw.chance(0.5) ? 1 : -1) : level;
  return Math.min(3, Math.max(0, moved));
}

/** Ten item places. */
export type Answers = readonly (number | null)[];

export interface Answering {
  readonly instrument: InstrumentId;
  readonly total: number;
  /** PHQ-9 only: the answer to item 9. */
  readonly item9: number;
  readonly difficulty: boolean;
  /** The answers before these; null when there are none. */
  readonly last: Answers | null;
}

/**
 * Ten item places whose scored items add up to `total`, which is raised to what item 9 alone gives and lowered to what
 * the other items can hold.
 */
export function answersFor(answering: Answering, style: AnswerStyle, draw: Draw): (number | null)[] {
  const { instrument, total, item9, last } = answering;
  const points = instrument === "phq-9" ? Math.min(24, Math.max(0, total - item9)) : Math.min(21, total);
  const spreadOut = spreadAnew({ points, leanings: style[instrument], last }, draw);
  const items: (number | null)[] = instrument === "phq-9" ? [...spreadOut, item9] : [...spreadOut];
  const difficulty = difficultyOf(total, draw);
  items.push(answering.difficulty ? difficulty : null);
  while (items.length < 10) items.push(null);
  return items;
}

/** The GAD-7 with the difficulty of the PHQ-9 answered at the same time: it is the same question on both forms. */
export function asHardAs(phq9: Answers, gad7: Answers): Answers {
  const difficulty = phq9[9] ?? null;
  const isAskedOnBoth = difficulty !== null && gad7[7] !== null;
  return isAskedOnBoth ? gad7.map((answer, place) => (place === 7 ? difficulty : answer)) : gad7;
}
