import {
  type InstrumentId,
  type ItemAnswer,
  type ItemMove,
  type ItemMoves,
  instrumentOf,
} from "@soundings/clinical";
import { dateWords } from "../../ui/dates.ts";

/** Below so many administrations two answers are a difference and no trend: no arrow is drawn. */
const LEAST_FOR_A_TREND = 3;

export function showsTrend({ administrations }: ItemMoves, instrument: InstrumentId): boolean {
  return (administrations[instrument] ?? 0) >= LEAST_FOR_A_TREND;
}

/** `2, more than half the days`; a 0 to the item on suicide is said as an answer and as nothing more. */
function answerWords({ instrument, safety }: ItemMove, { answer }: ItemAnswer): string {
  if (safety && answer === 0) return "0";
  const words = instrumentOf(instrument).texts.en.answers[answer]?.toLowerCase();
  return words === undefined ? `${answer}` : `${answer}, ${words}`;
}

/** Item 9 stands in the list while it is above 0, even with one known answer: nothing moved yet. */
export function isOnlyAnswer({ from, to }: ItemMove): boolean {
  return from.assessmentId === to.assessmentId;
}

/** The list of what is worse also holds an item 9 that is above 0 though it did not rise. */
export function worseTitle({ worsening: [first] }: ItemMoves): string {
  return first?.safety === true && first.change <= 0 ? "Worse, or item 9 above 0" : "Worse";
}

/** `1, several days (Oct 15) → 3, nearly every day (Nov 19)`. */
export function moveWords(move: ItemMove, near: string): string {
  const side = (answer: ItemAnswer) => `${answerWords(move, answer)} (${dateWords(answer.on, near)})`;
  if (isOnlyAnswer(move)) return `${side(move.to)}, the only known answer`;
  return `${side(move.from)} → ${side(move.to)}`;
}

/** `PHQ-9 item 3`. */
export function itemName({ instrument, number }: ItemMove): string {
  return `${instrumentOf(instrument).name} item ${number}`;
}

/** Why nothing stands in a list of items that moved; null where the lists say it themselves. */
export function movesProblem({ worsening, improving, administrations }: ItemMoves): string | null {
  if (worsening.length > 0 || improving.length > 0) return null;
  const most = Math.max(0, ...Object.values(administrations));
  if (most === 0) return "No item answers are known in this stay, so no item can be compared.";
  if (most === 1)
    return "Item answers are known of one administration only: there is nothing to compare it with.";
  return "No item was answered otherwise than before.";
}
