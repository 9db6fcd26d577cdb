import type { CaseloadFilter } from "@soundings/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { problemOf } from "../../ui/problem.ts";
import { AsOfControl, AsOfStrip } from "./AsOf.tsx";
import { CaseloadSkeleton, CaseloadTable } from "./CaseloadTable.tsx";
import { Counts } from "./Counts.tsx";
import { Filters } from "./Filters.tsx";
import { filterWords } from "./filter-words.ts";
import { ListHeading } from "./ListHeading.tsx";
import { narrowingCount, parseCaseloadSearch, scopeOf } from "./search.ts";

const route = getRouteApi("/caseload");

function EmptyList({ filter }: { filter: CaseloadFilter }) {
  if (narrowingCount(filter) > 0 || filter.therapist || filter.program) {
    return (
      <Notice kind="empty" title="No patient fits these filters.">
        <Link to="/caseload" search={narrowingCount(filter) > 0 ? scopeOf(filter) : { asOf: filter.asOf }}>
          {narrowingCount(filter) > 0 ? "Show the whole list" : "Show every therapist and program"}
        </Link>
      </Notice>
    );
  }
  return (
    <Notice
      kind="empty"
      title={filter.asOf ? "Nobody was in treatment on that day." : "Nobody is in treatment."}
    >
      Patients appear here once a clinic export with episodes has been imported: run{" "}
      <code>soundings import</code> with the folder, then look at <Link to="/imports">Imports</Link> for rows
      that were set aside.
    </Notice>
  );
}

export function CaseloadPage() {
  const search = route.useSearch();
  const filter = useMemo(() => parseCaseloadSearch(search), [search]);
  const trpc = useTRPC();
  const list = useQuery(trpc.caseload.page.queryOptions(filter, { placeholderData: keepPreviousData }));
  const options = useQuery(trpc.caseload.options.queryOptions());
  const rules = useQuery({ ...trpc.rules.list.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const findings = rules.data?.rules ?? [];
  const page = list.data;
  const problem = list.error ? problemOf(list.error) : null;
  return (
    <PageFrame title="Caseload" aside={<AsOfControl filter={filter} today={page?.today ?? null} />}>
      <AsOfStrip filter={filter} />
      <Counts counts={page?.counts ?? null} filter={filter} />
      <Filters filter={filter} options={options.data} findings={findings} />
      {problem ? (
        <Notice
          kind="problem"
          title={problem.title}
          requestId={problem.requestId}
          onRetry={() => list.refetch()}
        >
          {problem.text} {page ? "The list below is the last one that arrived." : ""}
        </Notice>
      ) : null}
      {page ? <ListHeading page={page} words={filterWords(filter, options.data, findings)} /> : null}
      {page && page.rows.length > 0 ? (
        <CaseloadTable page={page} filter={filter} busy={list.isPlaceholderData} />
      ) : null}
      {page && page.rows.length === 0 ? <EmptyList filter={filter} /> : null}
      {page || problem ? null : <CaseloadSkeleton filter={filter} />}
    </PageFrame>
  );
}
