import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { Episode } from "../records/types.ts";
import type { KnownChart } from "./known.ts";

/** How far an episode's window reaches before admission and after discharge, in days. */
export const WINDOW = { daysBefore: 14, daysAfter: 7 } as const;

/** A span of civil dates, both ends included. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function holds(span: Span, date: CalendarDate): boolean {
  return span.from <= date && date <= span.to;
}

/** Admission to discharge, or to `asOf` while no discharge is known. */
export function stayOf(episode: Episode, asOf: CalendarDate): Span {
  return { from: episode.admittedOn, to: episode.dischargedOn ?? asOf };
}

/** From 14 days before admission to 7 days after discharge, or to `asOf` while no discharge is known. */
export function windowOf(episode: Episode, asOf: CalendarDate): Span {
  return {
    from: addDays(episode.admittedOn, -WINDOW.daysBefore),
    to: episode.dischargedOn === null ? asOf : addDays(episode.dischargedOn, WINDOW.daysAfter),
  };
}

/**
 * The episode that a record of that date belongs to: the one whose stay holds it, of several the one admitted last (of
 * those admitted on one day, the one with the later identifier); for a date inside no stay, the one whose window holds
 * it, chosen in the same way. Null when there is none. Episodes admitted after the chart's date take nothing.
 */
export function episodeAt(chart: KnownChart, date: CalendarDate): Episode | null {
  const { episodes, asOf } = chart;
  return (
    episodes.findLast((episode) => holds(stayOf(episode, asOf), date)) ??
    episodes.findLast((episode) => holds(windowOf(episode, asOf), date)) ??
    null
  );
}

/** Those of the records that belong to the episode, in the order given. */
export function belonging<T extends { readonly on: CalendarDate }>(
  chart: KnownChart,
  episode: Episode,
  records: readonly T[],
): readonly T[] {
  return records.filter((record) => episodeAt(chart, record.on)?.episodeId === episode.episodeId);
}
