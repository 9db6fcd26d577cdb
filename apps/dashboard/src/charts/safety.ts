import { type AssessmentMark, instrumentOf, type MeasureLane } from "@soundings/clinical";

/** What an assessment says about suicide; null when its instrument does not ask. A zero is never more than a zero. */
export type SafetyAnswer = { readonly known: true; readonly answer: number } | { readonly known: false };

export function safetyAnswer(
  { instrument }: Pick<MeasureLane, "instrument">,
  { items }: Pick<AssessmentMark, "items">,
): SafetyAnswer | null {
  const { safetyItem } = instrumentOf(instrument);
  if (safetyItem === null) return null;
  const answer = items[safetyItem - 1] ?? null;
  return answer === null ? { known: false } : { known: true, answer };
}

/** `, item 9 answered 2`, or that it is not known; nothing of a zero, which the table of answers shows. */
export function safetyWords(
  lane: Pick<MeasureLane, "instrument">,
  mark: Pick<AssessmentMark, "items">,
): string {
  const safety = safetyAnswer(lane, mark);
  if (safety === null) return "";
  const item = `item ${instrumentOf(lane.instrument).safetyItem}`;
  if (!safety.known) return `, ${item} not known`;
  return safety.answer === 0 ? "" : `, ${item} answered ${safety.answer}`;
}
