import type { CalendarDate } from "../calendar/types.ts";
import type { Chart, Site } from "../records/types.ts";
import type { MedicationLens } from "./types.ts";

/** What the prescriber reads of one episode as of a date. Pure; throws `RangeError` without such an episode. */
export function medicationLens(
  _chart: Chart,
  _site: Site,
  _episodeId: string,
  _asOf: CalendarDate,
): MedicationLens {
  return {
    medications: [],
    comparisons: [],
    injections: [],
    unrecognized: [],
    watches: [],
    screens: {
      negative: 0,
      submitted: 0,
      scheduled: 0,
      longestRun: 0,
      longestRunFrom: null,
      longestRunTo: null,
      currentRun: 0,
    },
  };
}
