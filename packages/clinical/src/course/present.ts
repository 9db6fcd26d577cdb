import { addDays } from "../calendar/civil.ts";
import type { CalendarDate } from "../calendar/types.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { earlier } from "../picture/axis.ts";

/** A weekly score older than this many days, by the card's own limit, does not speak of the present. */
export const CURRENT_DAYS = 10;

/** The last day that sentences speak of: the date, or the discharge if that is known. */
export function lastDay(view: EpisodeView): CalendarDate {
  return earlier(view.asOf, view.episode.dischargedOn ?? view.asOf);
}

export function isCurrent(view: EpisodeView, { on }: { readonly on: CalendarDate }): boolean {
  return on >= addDays(lastDay(view), -CURRENT_DAYS);
}
