import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { BatchList } from "./BatchList.tsx";
import classes from "./ImportsPage.module.css";
import { SetAside } from "./SetAside.tsx";

const route = getRouteApi("/imports");

function Loading() {
  return (
    <div aria-busy="true">
      {[46, 38, 42].map((width) => (
        <p key={width} className={classes.loading}>
          <Bar width={width} />
        </p>
      ))}
    </div>
  );
}

export function ImportsPage() {
  const trpc = useTRPC();
  const { batch: chosen } = route.useSearch();
  const list = useQuery(trpc.imports.batches.queryOptions());
  const batches = list.data?.batches;
  const batch = batches?.find(({ batchId }) => batchId === chosen) ?? null;
  return (
    <PageFrame title="Imports">
      <p className={classes.lead}>
        Every reading of a clinic export, and the rows that were set aside. A row that is set aside changes
        nothing until it is mended here, or in its file and imported again.
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {list.isPending ? <Loading /> : null}
      {batches && batches.length === 0 ? (
        <Notice kind="empty" title="Nothing has been imported yet.">
          Run <code>soundings import</code> with the folder of a clinic export. What went in and what was set
          aside is listed here.
        </Notice>
      ) : null}
      {batches && batches.length > 0 ? <BatchList batches={batches} chosen={batch?.batchId ?? null} /> : null}
      {batches && batches.length > 0 ? (
        <SetAside key={batch?.batchId ?? "all"} batch={batch} batches={batches} />
      ) : null}
    </PageFrame>
  );
}
