import { instrumentOf } from "../instruments/instruments.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { Administration } from "./administrations.ts";
import type { ClusterPoint, ClusterSeries } from "./types.ts";

/** Items that are read together. */
export interface SymptomCluster {
  readonly id: string;
  readonly name: string;
  readonly instrument: InstrumentId;
  /** Numbers on the form, from 1. */
  readonly items: readonly number[];
}

/**
 * What a prescriber follows beside the totals: the neurovegetative symptoms, then mood, then worry. The grouping is a
 * program default without a published basis; a sum of items is no scale of its own, so it has no bands.
 */
export const SYMPTOM_CLUSTERS: readonly SymptomCluster[] = [
  { id: "sleep", name: "Sleep", instrument: "phq-9", items: [3] },
  { id: "appetite", name: "Appetite", instrument: "phq-9", items: [5] },
  { id: "energy", name: "Energy", instrument: "phq-9", items: [4] },
  {
    id: "concentration-psychomotor",
    name: "Concentration and psychomotor",
    instrument: "phq-9",
    items: [7, 8],
  },
  { id: "mood-interest", name: "Mood and interest", instrument: "phq-9", items: [1, 2] },
  { id: "worry-tension", name: "Worry and tension", instrument: "gad-7", items: [1, 2, 3, 4, 5] },
];

function pointOf({ items }: SymptomCluster, { on, assessmentId, answers }: Administration): ClusterPoint {
  const known = items.map((number) => answers[number - 1] ?? null).filter((answer) => answer !== null);
  const value = known.length < items.length ? null : known.reduce((sum, answer) => sum + answer, 0);
  return { on, assessmentId, value, answered: known.length };
}

/** Every cluster over the administrations of its instrument. Nothing is filled in. */
export function clusterSeries(
  administrations: Readonly<Record<InstrumentId, readonly Administration[]>>,
): readonly ClusterSeries[] {
  return SYMPTOM_CLUSTERS.map((cluster) => ({
    ...cluster,
    max: cluster.items.length * instrumentOf(cluster.instrument).answerMaximum,
    points: administrations[cluster.instrument].map((administration) => pointOf(cluster, administration)),
  }));
}
