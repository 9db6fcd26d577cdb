import type { ClusterPoint, ClusterSeries, InstrumentId } from "@soundings/clinical";
import { instrumentOf } from "@soundings/clinical";
import { dateWords } from "../../ui/dates.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { clusterTables } from "./cluster-rows.ts";
import classes from "./clusters.module.css";

interface CellProps {
  readonly cluster: ClusterSeries;
  readonly point: ClusterPoint | undefined;
  readonly near: string;
}

function ClusterCell({ cluster, point, near }: CellProps) {
  if (!point || point.value === null) {
    const why = point ? `${point.answered} of ${cluster.items.length} items answered` : "no item answers";
    return (
      <td className={classes.none} data-hint={why}>
        no data<span className="visually-hidden">, {why}</span>
      </td>
    );
  }
  return (
    <td data-hint={`${dateWords(point.on, near)}: ${cluster.name} ${point.value} of ${cluster.max}`}>
      {point.value}
    </td>
  );
}

interface TableProps {
  readonly instrument: InstrumentId;
  readonly clusters: readonly ClusterSeries[];
  readonly near: string;
}

function ClusterTable({ instrument, clusters, near }: TableProps) {
  const { columns, rows } = clusterTables(clusters);
  const { name } = instrumentOf(instrument);
  if (columns.length === 0)
    return <p className={classes.quiet}>No data of the {name}: no item answers are known.</p>;
  return (
    <ScrollBox label={`Clusters of the ${name} by date`} byTime>
      <table className={classes.clusters}>
        <caption className="visually-hidden">Clusters of the {name}, sums of answers by date</caption>
        <thead>
          <tr>
            <th scope="col">of the {name}</th>
            {columns.map(({ assessmentId, on }) => (
              <th key={assessmentId} scope="col">
                {dateWords(on, near)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cluster, points }) => (
            <tr key={cluster.id}>
              <th scope="row">
                {cluster.name}{" "}
                <span className={classes.of}>
                  of {cluster.max}, {cluster.items.length === 1 ? "item" : "items"} {cluster.items.join(", ")}
                </span>
              </th>
              {columns.map(({ assessmentId }) => (
                <ClusterCell
                  key={assessmentId}
                  cluster={cluster}
                  point={points.get(assessmentId)}
                  near={near}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Items that a prescriber reads together, as sums; a cluster with an unanswered item has no sum. */
export function Clusters({ clusters, near }: { clusters: readonly ClusterSeries[]; near: string }) {
  const instruments = [...new Set(clusters.map(({ instrument }) => instrument))];
  const isKnown = clusters.some(({ points }) => points.length > 0);
  return (
    <div className={classes.part}>
      <h3>Symptom clusters</h3>
      {isKnown ? (
        <p className={classes.quiet}>
          Sums of the answers, higher is worse. One unanswered item leaves no sum.
        </p>
      ) : (
        <p className={classes.quiet}>No data: no item answers are known in this stay.</p>
      )}
      {isKnown
        ? instruments.map((instrument) => (
            <ClusterTable
              key={instrument}
              instrument={instrument}
              clusters={clusters.filter((one) => one.instrument === instrument)}
              near={near}
            />
          ))
        : null}
    </div>
  );
}
