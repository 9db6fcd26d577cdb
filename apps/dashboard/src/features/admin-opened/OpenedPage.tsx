import type { OpenedOutside } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { OUTSIDE } from "../../ui/marks/access.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./OpenedPage.module.css";

export function OpenedPage() {
  const trpc = useTRPC();
  const moment = useMoment();
  const list = useQuery(trpc.opened.list.queryOptions());
  const me = useQuery(trpc.account.me.queryOptions());
  const openings = list.data?.openings;
  const maySeeAudit = me.data?.actions.includes("audit.view") ?? false;
  const columns: readonly Column<OpenedOutside>[] = [
    {
      id: "who",
      head: "Who",
      track: "minmax(160px, 1fr)",
      cell: ({ personName }) => (
        <div className={classes.who}>
          <span className={classes.name}>{personName}</span>
          <span className={classes.mark}>
            <MarkWord mark={OUTSIDE} />
          </span>
        </div>
      ),
    },
    {
      id: "record",
      head: "Record",
      track: "minmax(96px, 0.6fr)",
      cell: ({ patientId }) =>
        maySeeAudit ? (
          <Link to="/admin/audit" search={{ patient: patientId, outside: true }}>
            {patientId}
            <span className="visually-hidden">: what was looked at from outside</span>
          </Link>
        ) : (
          patientId
        ),
    },
    { id: "reason", head: "Reason given first", track: "minmax(0, 2fr)", cell: ({ reason }) => reason },
    {
      id: "at",
      head: "Opened",
      track: "168px",
      cell: ({ openedAt }) => <time dateTime={openedAt}>{moment(openedAt)}</time>,
    },
    {
      id: "until",
      head: "Open until",
      track: "168px",
      cell: ({ until }) => <time dateTime={until}>{moment(until)}</time>,
    },
  ];
  return (
    <PageFrame title="Opened from outside">
      <p className={classes.lead}>
        Each time a clinician opened a patient outside their own, with the reason that was given first. It
        lasts 8 hours. A record number leads to what was looked at.
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {openings && openings.length === 0 ? (
        <Notice kind="empty" title="No patient was opened from outside.">
          When a clinician opens one, it is listed here at once and the program's directors are told.
        </Notice>
      ) : null}
      {openings?.length === 0 || (list.error && !openings) ? null : (
        <DataTable
          label="Openings from outside, newest first"
          columns={columns}
          rows={openings}
          keyOf={({ openingId }) => openingId}
        />
      )}
    </PageFrame>
  );
}
