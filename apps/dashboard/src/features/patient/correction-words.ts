import type { Correction } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";

/** Keys of the corrected records as the timeline knows them; `since`: they stood otherwise on the chosen day. */
export interface CorrectedKeys {
  readonly all: ReadonlySet<string>;
  readonly since: ReadonlySet<string>;
}

export function correctedKeys(corrections: readonly Correction[]): CorrectedKeys {
  const keys = (some: readonly Correction[]) =>
    new Set(some.map(({ recordType, recordId }) => `${recordType}:${recordId}`));
  return { all: keys(corrections), since: keys(corrections.filter(({ sinceChosenDay }) => sinceChosenDay)) };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** `administeredOn` as `administered on`. */
function fieldWords(name: string): string {
  return codeWords(name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** A stored value as text. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "no data";
  if (Array.isArray(value)) return value.map((part) => (isPlain(part) ? part : "–")).join(" ");
  return isPlain(value) ? String(value) : JSON.stringify(value);
}

export interface FieldChange {
  readonly field: string;
  readonly before: string;
  /** null where only what stood before is told. */
  readonly after: string | null;
}

/** Keys by which the record is known anyway. */
function isKey(name: string, value: unknown, { recordId }: Correction): boolean {
  return name === "patientId" || value === recordId;
}

/** Answers to items one by one: of nine that stand in a row nobody sees the one that changed. */
function itemChanges(before: readonly unknown[], after: readonly unknown[]): FieldChange[] {
  return before.map((value, place) => ({
    field: `item ${place + 1}`,
    before: valueWords(value),
    after: valueWords(after[place]),
  }));
}

function changesOfField(name: string, before: unknown, after: unknown): FieldChange[] {
  const areItems = Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  if (name === "items" && areItems) return itemChanges(before, after);
  return [{ field: fieldWords(name), before: valueWords(before), after: valueWords(after) }];
}

/** The values that a correction changed. Where what stood after is not told, every value that stood before. */
export function changesOf(correction: Correction): FieldChange[] {
  const { before, after } = correction;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isKey(name, before[name], correction),
  );
  if (Object.keys(after).length === 0) {
    return names.map((name) => ({ field: fieldWords(name), before: valueWords(before[name]), after: null }));
  }
  return names
    .flatMap((name) => changesOfField(name, before[name], after[name]))
    .filter((change) => change.before !== change.after);
}
