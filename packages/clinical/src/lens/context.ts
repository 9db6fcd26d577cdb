import type { CalendarDate } from "../calendar/types.ts";
import { windowOf } from "../findings/belonging.ts";
import { type EpisodeView, viewEpisode } from "../findings/episode-view.ts";
import { type KnownChart, knownChart } from "../findings/known.ts";
import { knownOwn } from "../findings/own.ts";
import {
  type LatestChange,
  latestChange,
  type MedicationHistory,
  medicationHistories,
} from "../medications/history.ts";
import type { OwnRecords } from "../records/own.ts";
import type { Chart, Site } from "../records/types.ts";
import { episodeOf } from "../summary/summarize.ts";

/** What the prescriber's views read of one episode as of a date, made once. */
export interface LensContext {
  readonly asOf: CalendarDate;
  readonly known: KnownChart;
  readonly view: EpisodeView;
  /** The patient's, whatever the episode. */
  readonly histories: readonly MedicationHistory[];
  readonly own: OwnRecords;
}

/** The latest change of any medication up to the date, none after the week that follows a discharge; null without one. */
export function latestChangeOf({ histories, view, asOf }: LensContext): LatestChange | null {
  return latestChange(histories, windowOf(view.episode, asOf).to);
}

/** Throws `RangeError` when the chart has no episode of that id. */
export function lensContext(chart: Chart, site: Site, episodeId: string, asOf: CalendarDate): LensContext {
  const known = knownChart(chart, site, asOf);
  return {
    asOf,
    known,
    view: viewEpisode(known, site, episodeOf(known, episodeId)),
    histories: medicationHistories(known.medicationChanges),
    own: knownOwn(chart, site, asOf),
  };
}
