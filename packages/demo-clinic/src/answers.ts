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

/** A person's own way of answering, which makes one person's item grid look like itself from week to week. */
export interface AnswerStyle {
  readonly "phq-9": readonly number[];
  readonly "gad-7": readonly number[];
}

export function styleFrom(draw: Draw): AnswerStyle {
  const own = (leanings: readonly number[]): number[] =>
    leanings.map((leaning) => leaning * (0.7 + 0.6 * draw.next()));
  return { "phq-9": own(LEANINGS["phq-9"]), "gad-7": own(LEANINGS["gad-7"]) };
}

function spread(points: number, leanings: readonly number[], draw: Draw): number[] {
  const pull = leanings.map((leaning) => leaning * (0.85 + 0.3 * draw.next()));
  const items = leanings.map(() => 0);
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

/** The difficulty item that goes with a total, 0 to 3. */
function difficultyOf(total: number, draw: Draw): number {
  const level = total < 5 ? 0 : total < 11 ? 1 : total < 18 ? 2 : 3;
  const moved = draw.chance(0.25) ? level + (draw.chance(0.5) ? 1 : -1) : level;
  return Math.min(3, Math.max(0, moved));
}

export interface Answering {
  readonly instrument: InstrumentId;
  readonly total: number;
  /** PHQ-9 only: the answer to item 9. */
  readonly item9: number;
  readonly difficulty: boolean;
}

/**
 * Ten item places whose scored items add up to `total`, which is raised to what item 9 alone gives and lowered to what
 * the other items can hold.
 */
export function answersFor(answering: Answering, style: AnswerStyle, draw: Draw): (number | null)[] {
  const { instrument, total, item9 } = answering;
  const items: (number | null)[] =
    instrument === "phq-9"
      ? [...spread(Math.min(24, Math.max(0, total - item9)), style["phq-9"], draw), item9]
      : spread(Math.min(21, total), style["gad-7"], draw);
  const difficulty = difficultyOf(total, draw);
  items.push(answering.difficulty ? difficulty : null);
  while (items.length < 10) items.push(null);
  return items;
}
