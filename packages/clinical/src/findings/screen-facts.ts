import type { CalendarDate } from "../calendar/types.ts";
import { type AnalyteId, analyteName } from "../screens/analytes.ts";
import type { Positive } from "../screens/positives.ts";
import type { CountedResult, ScreenReading } from "../screens/reading.ts";
import { inLast } from "./days.ts";
import type { EpisodeView } from "./episode-view.ts";
import { methodText } from "./evidence.ts";
import { compareDates, compareText } from "./order.ts";
import { listed } from "./wording.ts";

/** What several rules and criteria ask of an episode's screens. */

/** New unexpected positives collected in the last days, by date, then analyte. */
export function newUnexpectedPositives(view: EpisodeView, days: number): readonly Positive[] {
  return inLast(view.positives, days, view.asOf)
    .filter((positive) => positive.isNew && positive.unexpected)
    .toSorted((a, b) => compareDates(a.on, b.on) || compareText(a.analyte, b.analyte));
}

/** Screens of the last days that were missed, refused or tampered with. */
export function screensNotGiven(view: EpisodeView, days: number): readonly ScreenReading[] {
  return inLast(view.screens, days, view.asOf).filter((screen) => screen.notGiven);
}

/** Presumptive only; or none definitive, with some whose method is not known. Empty when one is definitive. */
function caution(results: readonly CountedResult[]): string {
  if (results.length === 0 || results.some((result) => result.method === "definitive")) return "";
  const presumptive = results.every((result) => result.method === "presumptive");
  return presumptive ? "presumptive, not confirmed" : "not confirmed, method not reported";
}

/**
 * Says after a sentence that the results are not confirmed: "; presumptive, not confirmed" when all are presumptive,
 * that the method is not known of when none is definitive, and nothing when one is definitive.
 */
export function withCaution(text: string, results: readonly CountedResult[]): string {
  const note = caution(results);
  return note === "" ? text : `${text}; ${note}`;
}

function datesByAnalyte(positives: readonly Positive[]): ReadonlyMap<AnalyteId, Set<CalendarDate>> {
  const dates = new Map<AnalyteId, Set<CalendarDate>>();
  for (const { analyte, on } of positives) dates.set(analyte, (dates.get(analyte) ?? new Set()).add(on));
  return dates;
}

/**
 * "fentanyl on 2026-03-14 and cocaine on 2026-03-12 and 2026-03-14"; each with its method where some are confirmed and
 * others are not.
 */
export function positivesText(positives: readonly Positive[]): string {
  const methods = new Set(positives.map(({ result }) => result.method));
  const isMixed = methods.has("definitive") && methods.size > 1;
  const parts = [...datesByAnalyte(positives)].map(([analyte, dates]) => {
    const own = positives.filter((positive) => positive.analyte === analyte);
    const kinds = new Set(own.map(({ result }) => methodText(result)));
    const method = isMixed ? ` (${listed([...kinds])})` : "";
    return `${analyteName(analyte)} on ${listed([...dates])}${method}`;
  });
  return listed(parts);
}
