import type { InstrumentId } from "../records/codes.ts";
import { instrumentOf } from "./instruments.ts";

/** What one administration says about suicide. A zero is never more than a zero. */
export type SafetyAnswer = { readonly known: true; readonly answer: number } | { readonly known: false };

/** The answer to the item about suicide; null when the instrument does not ask. Never filled in. */
export function safetyAnswerOf(
  instrument: InstrumentId,
  items: readonly (number | null)[],
): SafetyAnswer | null {
  const { safetyItem } = instrumentOf(instrument);
  if (safetyItem === null) return null;
  const answer = items[safetyItem - 1] ?? null;
  return answer === null ? { known: false } : { known: true, answer };
}
