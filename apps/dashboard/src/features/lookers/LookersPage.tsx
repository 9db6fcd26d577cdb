import { AUDIT_EVENTS, type AuditEntry } from "@soundings/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { OUTCOME_MARKS, OUTSIDE } from "../../ui/marks/access.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { RecordLine } from "../../ui/RecordLine.tsx";
import classes from "./lookers.module.css";

const route = getRouteApi("/patients/$patientId/lookers");

/** What somebody did, and that it was from outside or in a list of several. */
function What({ entry }: { entry: AuditEntry }) {
  return (
    <>
      {AUDIT_EVENTS[entry.event]}
      {entry.outside ? (
        <strong className={classes.outside}>
          <MarkWord mark={OUTSIDE} />, with a reason
        </strong>
      ) : null}
      {entry.patients === null ? null : (
        <span className={classes.detail}>in a list of {counted(entry.patients, "patient")}</span>
      )}
      {entry.outcome === "done" ? null : (
        <span className={classes.detail}>
          <MarkWord mark={OUTCOME_MARKS[entry.outcome]} />
        </span>
      )}
    </>
  );
}

function useColumns(): readonly Column<AuditEntry>[] {
  const moment = useMoment();
  return [
    { id: "when", head: "When", track: "minmax(170px, 1fr)", cell: ({ at }) => moment(at) },
    { id: "who", head: "Who", track: "minmax(160px, 1.2fr)", cell: ({ actor }) => actor },
    { id: "what", head: "What", track: "minmax(220px, 2fr)", cell: (entry) => <What entry={entry} /> },
    { id: "seq", head: "Entry", track: "80px", cell: ({ seq }) => seq },
  ];
}

/** Everybody who looked at one record, or changed it. */
export function LookersPage() {
  const { patientId } = route.useParams();
  const trpc = useTRPC();
  const columns = useColumns();
  const list = useInfiniteQuery(
    trpc.patientAccess.lookers.infiniteQueryOptions(
      { patientId },
      { getNextPageParam: (page) => page.before },
    ),
  );
  const entries = list.data?.pages.flatMap((page) => page.entries);
  return (
    <PageFrame
      title="Who looked at this record"
      aside={<RecordLine patientId={patientId} name={list.data?.pages[0]?.patientName} />}
    >
      <p className={classes.lead}>
        Every view, change, print, export and disclosure, newest first, from the audit.
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {entries?.length === 0 ? (
        <Notice kind="empty" title="Nobody has looked at this record.">
          The audit holds no entry about it.
        </Notice>
      ) : (
        <DataTable
          label="Who looked at this record"
          columns={columns}
          rows={list.error ? [] : entries}
          keyOf={({ seq }) => String(seq)}
          isMarked={({ outside }) => outside}
        />
      )}
      {list.hasNextPage ? (
        <button
          type="button"
          className={buttons.framed}
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? "Loading earlier entries" : "Show earlier entries"}
        </button>
      ) : null}
    </PageFrame>
  );
}
