import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Counts } from "./Counts.tsx";
import { EmptyTrends } from "./EmptyTrends.tsx";
import { Filters } from "./Filters.tsx";
import classes from "./filters.module.css";
import { TrendsTable } from "./TrendsTable.tsx";
import { Whose } from "./Whose.tsx";
import { countSentence, filterWords } from "./words.ts";

const route = getRouteApi("/trends");

/** Patients in treatment by who needs a medication review first. */
export function TrendsPage() {
  const filter = route.useSearch();
  const trpc = useTRPC();
  const list = useQuery(trpc.trends.page.queryOptions(filter, { placeholderData: keepPreviousData }));
  const options = useQuery(trpc.caseload.options.queryOptions());
  const { mutate } = useMutation(trpc.trends.printed.mutationOptions());
  usePrintEntry(() => mutate(filter));
  const page = list.data;
  const words = filterWords(filter, options.data);
  const isEmpty = page?.rows.length === 0;
  return (
    <PageFrame title="Symptom trends" aside={<Whose filter={filter} options={options.data} />}>
      <Counts page={page} filter={filter} />
      <Filters filter={filter} />
      <QueryProblem error={list.error} onRetry={list.refetch}>
        {page ? "The list below is the last one that arrived." : null}
      </QueryProblem>
      <div className={classes.heading}>
        <p role="status">{page ? countSentence(page) : "…"}</p>
        <p className={classes.order}>
          Changes are since the last medication change, else since admission. They say when, not why.
        </p>
        <InternalCopy />
        <p className={classes.paper}>{words.length > 0 ? words.join(" · ") : "All patients"}.</p>
      </div>
      {isEmpty ? <EmptyTrends filter={filter} words={words} /> : null}
      {isEmpty || (list.error !== null && page === undefined) ? null : (
        <TrendsTable page={page} filter={filter} isBusy={list.isPlaceholderData} />
      )}
    </PageFrame>
  );
}
