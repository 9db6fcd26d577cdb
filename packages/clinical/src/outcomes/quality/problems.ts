import type { EpisodeView } from "../../findings/episode-view.ts";
import type { KnownChart } from "../../findings/known.ts";
import type { QualityProblem } from "../quality.types.ts";

/** What is missing, late or impossible in the records of one episode as of the chart's date. */
export function problemsOf(_view: EpisodeView, _chart: KnownChart): readonly QualityProblem[] {
  return [];
}
