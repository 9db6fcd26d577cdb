import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import { type Span, WINDOW } from "../findings/belonging.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import type { KnownChart } from "../findings/known.ts";

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/**
 * The days that the axis shows: from admission, or from 14 days before it when something is dated there, to the date of
 * the picture, but no further than 7 days after a known discharge.
 */
export function axisOf(chart: KnownChart, view: EpisodeView): Span {
  const { admittedOn, dischargedOn } = view.episode;
  const opens = addDays(admittedOn, -WINDOW.daysBefore);
  const before = ({ on }: { readonly on: CalendarDate }): boolean => on >= opens && on < admittedOn;
  const lists = [chart.assessments, view.windowEvents, view.screens, view.decisions, chart.medicationChanges];
  const somethingBefore = lists.some((list) => list.some(before));
  const closes = dischargedOn === null ? view.asOf : addDays(dischargedOn, WINDOW.daysAfter);
  const to = earlier(view.asOf, closes);
  return { from: earlier(somethingBefore ? opens : admittedOn, to), to };
}
