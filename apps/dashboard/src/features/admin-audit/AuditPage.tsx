import type { AuditFilter, AuditPage as AuditPageOut } from "@soundings/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./AuditPage.module.css";
import { AuditTable } from "./AuditTable.tsx";
import { ExportAudit } from "./ExportAudit.tsx";
import { Filters } from "./Filters.tsx";
import { filterWords, isNarrowed, parseAuditSearch } from "./search.ts";

const NOBODY: AuditPageOut["people"] = [];
const route = getRouteApi("/admin/audit");

/** Looking is entered in the audit as well, so the page asks only when it is told to. */
function useEntries(filter: AuditFilter) {
  const trpc = useTRPC();
  return useInfiniteQuery({
    ...trpc.audit.page.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.before }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

function Empty({ filter }: { filter: AuditFilter }) {
  return (
    <Notice kind="empty" title="No entry matches.">
      {isNarrowed(filter) ? (
        <>
          Choose a wider span of days or fewer conditions, or see{" "}
          <Link to="/admin/audit" search={{}}>
            all entries
          </Link>
          .
        </>
      ) : (
        "Every sign-in, every look at a patient and every change is entered here from the first on."
      )}
    </Notice>
  );
}

interface MoreProps {
  readonly shown: number;
  readonly list: ReturnType<typeof useEntries>;
}

function More({ shown, list }: MoreProps) {
  return (
    <div className={classes.more}>
      <p role="status">
        {counted(shown, "entry", "entries")} shown{list.hasNextPage ? "" : ", back to the first"}.
      </p>
      {list.hasNextPage ? (
        <button
          type="button"
          className={buttons.framed}
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? "Loading older entries" : "Load older entries"}
        </button>
      ) : null}
      <button
        type="button"
        className={buttons.link}
        disabled={list.isFetching}
        onClick={() => list.refetch()}
      >
        Look for newer entries
      </button>
    </div>
  );
}

export function AuditPage() {
  const search = route.useSearch();
  const filter = useMemo(() => parseAuditSearch(search), [search]);
  const trpc = useTRPC();
  const me = useQuery(trpc.account.me.queryOptions());
  const list = useEntries(filter);
  const pages = list.data?.pages;
  const people = pages?.[0]?.people ?? NOBODY;
  const entries = pages?.flatMap((page) => page.entries);
  const mayExport = me.data?.actions.includes("audit.export") ?? false;
  const seesSite = me.data?.roles.some(({ role }) => role === "administrator") ?? true;
  return (
    <PageFrame title="Audit" aside={mayExport ? <ExportAudit filter={filter} /> : null}>
      <p className={classes.lead}>
        Who looked at what, who changed what, and what was refused, newest first. Entries are never changed or
        removed; each is bound to the one before. {seesSite ? "" : "You see what concerns your programs. "}
        Patients are named by record number only.
      </p>
      <Filters filter={filter} people={pages?.[0]?.people} />
      <p className={classes.paper}>{filterWords(filter, people)}.</p>
      <QueryProblem error={list.error} onRetry={list.refetch}>
        {entries ? "The entries below are those that arrived." : null}
      </QueryProblem>
      {entries && entries.length === 0 ? <Empty filter={filter} /> : null}
      {entries?.length === 0 || (list.error && !entries) ? null : (
        <AuditTable entries={entries} filter={filter} people={people} />
      )}
      {entries && entries.length > 0 ? <More shown={entries.length} list={list} /> : null}
    </PageFrame>
  );
}
