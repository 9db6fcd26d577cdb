import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { useCodeAhead } from "../../lib/use-code-ahead.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import { AsOfField, AsOfStrip } from "../../ui/AsOf.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { CaseloadSkeleton, CaseloadTable } from "./CaseloadTable.tsx";
import { Counts } from "./Counts.tsx";
import { EmptyList } from "./EmptyList.tsx";
import { Filters } from "./Filters.tsx";
import { filterWords } from "./filter-words.ts";
import { ListHeading, ListHeadingSkeleton } from "./ListHeading.tsx";
import { ListLink } from "./ListLink.tsx";
import { listAt, parseCaseloadFilter, withChoice } from "./search.ts";
import { Whose } from "./Whose.tsx";

const route = getRouteApi("/caseload");

export function CaseloadPage() {
  const search = route.useSearch();
  const { searched } = route.useRouteContext();
  const filter = useMemo(() => parseCaseloadFilter({ ...search, q: searched }), [search, searched]);
  const navigate = useNavigate();
  const trpc = useTRPC();
  const list = useQuery(trpc.caseload.page.queryOptions(filter, { placeholderData: keepPreviousData }));
  const options = useQuery(trpc.caseload.options.queryOptions());
  const rules = useQuery({ ...trpc.rules.list.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const { mutate } = useMutation(trpc.caseload.printed.mutationOptions());
  usePrintEntry(() => mutate(filter));
  useCodeAhead("/patients/$patientId", list.isSuccess);
  const page = list.data;
  const today = page?.today ?? null;
  const words = filterWords(filter, options.data, rules.data?.rules ?? []);
  const lookBack = (asOf: string | undefined) =>
    navigate({ ...listAt(withChoice(filter, { asOf })), resetScroll: false });
  return (
    <PageFrame
      title="Caseload"
      aside={
        <>
          <Whose filter={filter} options={options.data} />
          <AsOfField day={filter.asOf ?? today} today={today} onChoose={lookBack} />
        </>
      }
    >
      {filter.asOf ? (
        <AsOfStrip
          day={filter.asOf}
          back={<ListLink to={withChoice(filter, { asOf: undefined })}>Back to today</ListLink>}
        />
      ) : null}
      <Counts counts={page?.counts ?? null} filter={filter} />
      <Filters filter={filter} findings={rules.data?.rules} />
      <QueryProblem error={list.error} onRetry={list.refetch}>
        {page ? "The list below is the last one that arrived." : null}
      </QueryProblem>
      {page ? <ListHeading page={page} words={words} /> : null}
      {page && page.rows.length > 0 ? (
        <CaseloadTable page={page} filter={filter} busy={list.isPlaceholderData} />
      ) : null}
      {page && page.rows.length === 0 ? <EmptyList filter={filter} words={words} /> : null}
      {page || list.error ? null : (
        <>
          <ListHeadingSkeleton />
          <CaseloadSkeleton filter={filter} />
        </>
      )}
    </PageFrame>
  );
}
