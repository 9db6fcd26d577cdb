import { type AssessmentMark, instrumentOf, type MeasureLane, safetyAnswerOf } from "@soundings/clinical";

/** `, item 9 answered 2`, or that it is not known; nothing of a zero, which the table of answers shows. */
export function safetyWords(
  { instrument }: Pick<MeasureLane, "instrument">,
  { items }: Pick<AssessmentMark, "items">,
): string {
  const safety = safetyAnswerOf(instrument, items);
  if (safety === null) return "";
  const item = `item ${instrumentOf(instrument).safetyItem}`;
  if (!safety.known) return `, ${item} not known`;
  return safety.answer === 0 ? "" : `, ${item} answered ${safety.answer}`;
}
