import type { CalendarDate } from "../calendar/types.ts";
import type { Chart, Site } from "../records/types.ts";
import type { EpisodeCourse } from "./types.ts";

/** What a page says about the course of one episode as of a date. Pure; throws `RangeError` without such an episode. */
export function courseOf(_chart: Chart, _site: Site, _episodeId: string, _asOf: CalendarDate): EpisodeCourse {
  return {
    sentences: [],
    moves: { worsening: [], improving: [], administrations: { "phq-9": 0, "gad-7": 0 } },
    clusters: [],
    metSince: {},
    readySince: null,
  };
}
