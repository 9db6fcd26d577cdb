import type { InstrumentId } from "../records/codes.ts";
import type { EpisodeView } from "./episode-view.ts";
import type { ScoredPoint } from "./series.ts";

/** From the baseline to the latest score. */
export interface ChangeSinceBaseline {
  readonly baseline: ScoredPoint;
  readonly latest: ScoredPoint;
  /** Latest minus baseline: above 0 is worse. */
  readonly change: number;
}

/** The change of an instrument in an episode; null without a baseline, or without a score dated after it. */
export function changeSinceBaseline(
  view: Pick<EpisodeView, "scores" | "baselines">,
  instrument: InstrumentId,
): ChangeSinceBaseline | null {
  const baseline = view.baselines[instrument];
  const latest = view.scores[instrument].at(-1);
  if (baseline === null || latest === undefined || latest.on <= baseline.on) return null;
  return { baseline, latest, change: latest.score - baseline.score };
}
