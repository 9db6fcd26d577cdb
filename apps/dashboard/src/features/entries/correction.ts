import type { RecordField, RecordRevision, RecordView } from "@soundings/contract";

/** What was typed, by field; a field that nobody touched is not in it. */
export type Typed = Readonly<Record<string, string>>;

/** What stands in a field of the form: what was typed, else what is on record. */
export function shownOf({ field, value }: RecordField, typed: Typed): string {
  return typed[field] ?? value;
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
