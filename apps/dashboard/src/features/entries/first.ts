import type { EntryKind, PatientPage } from "@soundings/contract";
import type { EntryDraft } from "./draft.ts";
import { dueAfter } from "./due-after.ts";

/** What a new form starts with: of an injection that goes on, what does not change from one to the next. */
export function firstOf(
  kind: EntryKind,
  { lens, today }: Pick<PatientPage, "lens" | "today">,
): Partial<EntryDraft> {
  const [injection, another] = lens.injections.filter(({ state }) => state !== "ended");
  if (kind !== "injection" || injection === undefined || another !== undefined) return {};
  const intervalDays = String(injection.intervalDays);
  return {
    medication: injection.medication,
    dose: injection.dose ?? "",
    intervalDays,
    nextDueOn: dueAfter({ givenOn: today, intervalDays }) ?? "",
  };
}
