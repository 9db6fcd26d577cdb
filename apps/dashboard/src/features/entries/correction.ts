import type { RecordField, RecordRevision, RecordView } from "@soundings/contract";
import { resultChoices } from "./words.ts";

/** What was typed, by field; a field that nobody touched is not in it. */
export type Typed = Readonly<Record<string, string>>;

/** What stands in a field of the form: what was typed, else what is on record. */
export function shownOf({ field, value }: RecordField, typed: Typed): string {
  return typed[field] ?? value;
}

/** A field as the other values have it: the result of an event is a code for some kinds, and words for the others. */
export function fieldWith(one: RecordField, { recordType, fields }: RecordView, typed: Typed): RecordField {
  if (recordType !== "event" || one.field !== "result") return one;
  const kind = fields.find(({ field }) => field === "kind");
  const options = kind === undefined ? null : resultChoices(shownOf(kind, typed));
  return options === null ? { ...one, form: "text", options: [] } : { ...one, form: "code", options };
}

/** The values that a correction would change; a field that was typed back to what stands is none. */
export function changedOf({ fields }: RecordView, typed: Typed): Record<string, string> {
  const changed = fields.filter((one) => !one.fixed && shownOf(one, typed).trim() !== one.value);
  return Object.fromEntries(changed.map((one) => [one.field, shownOf(one, typed).trim()]));
}

const LEAST_REASON = 3;

/** What is wrong with a correction before it is sent, by field; `reason` is its own. */
export function problemsOf(
  record: RecordView,
  typed: Typed,
  reason: string,
): Readonly<Record<string, string>> {
  const changed = changedOf(record, typed);
  const missing = record.fields.filter(({ field, required }) => required && changed[field] === "");
  const problems = Object.fromEntries(missing.map(({ field }) => [field, "This cannot be left empty."]));
  return [...reason.trim()].length < LEAST_REASON
    ? { ...problems, [REASON]: "Give the reason in a few words." }
    : problems;
}

/** Not a column of any record. */
export const REASON = " reason";

/** A value as text; a code in its words. */
export function valueWords(record: Pick<RecordView, "fields">, field: string, value: string): string {
  if (value === "") return "no data";
  const options = record.fields.find((one) => one.field === field)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}

/** `Total: 14 → 12`, one for each value of a revision. */
export function changeWords(
  record: Pick<RecordView, "fields">,
  { fields }: RecordRevision,
): readonly string[] {
  return fields.map(
    ({ field, label, before, after }) =>
      `${label}: ${valueWords(record, field, before)} → ${valueWords(record, field, after)}`,
  );
}
