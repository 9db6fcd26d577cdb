import type { CalendarDate } from "../calendar/types.ts";
import type { ClusterSeries } from "../course/types.ts";
import type { EpisodeView } from "../findings/episode-view.ts";
import { baselineOf, scoresTakingPart } from "../findings/series.ts";
import { instrumentOf } from "../instruments/instruments.ts";
import { reliableChangeOf } from "../instruments/reliable-change.ts";
import type { LatestChange } from "../medications/history.ts";
import { INSTRUMENT_IDS, type InstrumentId } from "../records/codes.ts";
import type { ComparedValue, Comparison, ValueOnDay } from "./types.ts";

/** Known values in order, one a date. */
interface Series {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  /** Null for a cluster, of which no reliable change is known. */
  readonly instrument: InstrumentId | null;
  readonly values: readonly ValueOnDay[];
}

function instrumentSeries(view: EpisodeView, id: InstrumentId): Series {
  const { name, maximum } = instrumentOf(id);
  return {
    id,
    name,
    max: maximum,
    instrument: id,
    values: scoresTakingPart(view, id).map(({ score, on, assessmentId, prorated }) => ({
      value: score,
      on,
      assessmentId,
      ...(prorated ? { prorated: true as const } : {}),
    })),
  };
}

function clusterSeries({ id, name, max, points }: ClusterSeries): Series {
  const values = points.flatMap(({ value, on, assessmentId }) =>
    value === null ? [] : [{ value, on, assessmentId }],
  );
  return { id, name, max, instrument: null, values };
}

/** From a value, or from a day on which there is none, to the latest value dated after it. */
function compared(series: Series, from: ValueOnDay | null, day: CalendarDate): ComparedValue {
  const { id, name, max, instrument, values } = series;
  const after = from?.on ?? day;
  const later = values.filter(({ on }) => on > after);
  const to = later.at(-1) ?? null;
  const both = from !== null && to !== null;
  return {
    id,
    name,
    max,
    from,
    to,
    n: later.length + (from === null ? 0 : 1),
    change: both ? to.value - from.value : null,
    reliable: both && instrument !== null ? reliableChangeOf(instrument, from.value, to.value) : null,
  };
}

/** The last value on or before the day. */
function sinceDay(series: Series, day: CalendarDate): ComparedValue {
  return compared(series, series.values.findLast(({ on }) => on <= day) ?? null, day);
}

/** The baseline, wherever else the page compares with admission. */
function sinceAdmission(series: Series, view: EpisodeView): ComparedValue {
  return compared(series, baselineOf(series.values, view.episode), view.episode.admittedOn);
}

function seriesOf(view: EpisodeView, clusters: readonly ClusterSeries[]): readonly Series[] {
  return [...INSTRUMENT_IDS.map((id) => instrumentSeries(view, id)), ...clusters.map(clusterSeries)];
}

/** The values of the episode since its admission: PHQ-9, GAD-7, then the clusters given. */
export function comparedSinceAdmission(
  view: EpisodeView,
  clusters: readonly ClusterSeries[],
): readonly ComparedValue[] {
  return seriesOf(view, clusters).map((series) => sinceAdmission(series, view));
}

/** The values of the episode since a day: PHQ-9, GAD-7, then the clusters given. */
export function comparedSince(
  view: EpisodeView,
  clusters: readonly ClusterSeries[],
  day: CalendarDate,
): readonly ComparedValue[] {
  return seriesOf(view, clusters).map((series) => sinceDay(series, day));
}

/**
 * PHQ-9, GAD-7 and the clusters since the latest change of any medication, if there is one, and since admission. Only
 * values of the episode and its baseline are compared; a value that is missing stays missing. It says what was, not why.
 */
export function comparisons(
  view: EpisodeView,
  clusters: readonly ClusterSeries[],
  latest: LatestChange | null,
): readonly Comparison[] {
  const admission: Comparison = {
    since: "admission",
    on: view.episode.admittedOn,
    text: null,
    medicationChangeId: null,
    values: comparedSinceAdmission(view, clusters),
  };
  if (latest === null) return [admission];
  const { on, text, medicationChangeId } = latest;
  const values = comparedSince(view, clusters, on);
  return [{ since: "last_change", on, text, medicationChangeId, values }, admission];
}
