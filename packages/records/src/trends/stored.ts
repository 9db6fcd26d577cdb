import {
  type CalendarDate,
  type Chart,
  type EpisodeEvaluation,
  type EpisodeTrend,
  type Injection,
  NO_OWN_RECORDS,
  type Site,
  trendOf,
} from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import { injectionsOf } from "./injections.reads.ts";

/** Raise it when what is stored of a trend is made or shaped in another way: then all of them are made again. */
export const TREND_VERSION = 3;

/** Makes the trends of some patients' episodes from their charts, which carry no own records, and their injections. */
export type TrendMaker = (
  chart: Chart,
  site: Site,
  evaluation: EpisodeEvaluation,
  asOf: CalendarDate,
) => EpisodeTrend;

const NONE: readonly Injection[] = [];

/** Reads the injections of all of them at once. */
export function trendMaker(connection: ReadConnection, charts: readonly Chart[]): TrendMaker {
  const injections = injectionsOf(
    connection,
    charts.map((chart) => chart.patient.patientId),
  );
  return (chart, site, evaluation, asOf) => {
    const own = { ...NO_OWN_RECORDS, injections: injections.get(chart.patient.patientId) ?? NONE };
    return trendOf({ ...chart, own }, site, evaluation, asOf);
  };
}
