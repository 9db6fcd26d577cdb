import type { CalendarDate, Chart, EpisodeEvaluation, EpisodeTrend, Site } from "@soundings/clinical";

export function trendOf(
  _chart: Chart,
  _site: Site,
  evaluation: EpisodeEvaluation,
  _asOf: CalendarDate,
): EpisodeTrend {
  return {
    medications: [],
    lastChange: null,
    since: "admission",
    values: [],
    item9: null,
    earlyNonResponse: false,
    expectedDrugAbsent: false,
    reasons: [],
    rank: evaluation.episode.episodeId,
  };
}
