import { addDays, parseCalendarDate } from "@soundings/clinical";

/** A whole number in its range, both ends included; null for any other text. */
export function wholeNumberIn(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d{1,9}$/.test(text.trim()) && value >= least && value <= most ? value : null;
}

/** The day on which the injection after the given one is due; null while the day or the interval is not known. */
export function dueAfter(draft: { readonly givenOn: string; readonly intervalDays: string }): string | null {
  const given = parseCalendarDate(draft.givenOn);
  const days = wholeNumberIn(draft.intervalDays, 1, 366);
  return given === null || days === null ? null : addDays(given, days);
}
