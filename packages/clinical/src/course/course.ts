import type { CalendarDate } from "../calendar/types.ts";
import { viewEpisode } from "../findings/episode-view.ts";
import { knownChart } from "../findings/known.ts";
import type { Chart, Site } from "../records/types.ts";
import { episodeOf } from "../summary/summarize.ts";
import { administrationsOf } from "./administrations.ts";
import { clusterSeries } from "./clusters.ts";
import { sinceLastWeek } from "./last-week.ts";
import { itemMoves } from "./moves.ts";
import { sinceAdmission } from "./since-admission.ts";
import { sinceMedicationChange } from "./since-medication.ts";
import type { EpisodeCourse } from "./types.ts";
import { unbrokenSince } from "./unbroken.ts";

/**
 * What a page says about the course of one episode as of a date, beside its picture. Pure: the order of the chart's
 * records does not matter, and what was not known on the date is not in it. Throws `RangeError` when the chart has no
 * episode of that id.
 */
export function courseOf(chart: Chart, site: Site, episodeId: string, asOf: CalendarDate): EpisodeCourse {
  const known = knownChart(chart, site, asOf);
  const episode = episodeOf(known, episodeId);
  const view = viewEpisode(known, site, episode);
  const administrations = {
    "phq-9": administrationsOf(known, view, "phq-9"),
    "gad-7": administrationsOf(known, view, "gad-7"),
  };
  return {
    sentences: [sinceLastWeek(view), sinceAdmission(view), sinceMedicationChange(known, view)],
    moves: itemMoves(view, administrations),
    clusters: clusterSeries(administrations),
    ...unbrokenSince(chart, site, episodeId, asOf),
  };
}
