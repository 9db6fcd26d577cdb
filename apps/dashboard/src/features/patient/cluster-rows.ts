import type { ClusterPoint, ClusterSeries } from "@soundings/clinical";

interface ClusterTables {
  /** One for each administration that a cluster has a point of, by date. */
  readonly columns: readonly ClusterPoint[];
  readonly rows: readonly {
    readonly cluster: ClusterSeries;
    readonly points: ReadonlyMap<string, ClusterPoint>;
  }[];
}

/** The clusters of one instrument as rows over its administrations. */
export function clusterTables(clusters: readonly ClusterSeries[]): ClusterTables {
  const columns = new Map<string, ClusterPoint>();
  for (const { points } of clusters) {
    for (const point of points) {
      if (!columns.has(point.assessmentId)) columns.set(point.assessmentId, point);
    }
  }
  const byDate = (a: ClusterPoint, b: ClusterPoint) => (a.on < b.on ? -1 : Number(a.on > b.on));
  return {
    columns: [...columns.values()].sort(byDate),
    rows: clusters.map((cluster) => ({
      cluster,
      points: new Map(cluster.points.map((point) => [point.assessmentId, point])),
    })),
  };
}
