import { AUDIT_EVENTS, type AuditEntry, type AuditFilter, type AuditPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useMoment } from "../../lib/use-moment.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { OUTCOME_MARKS, OUTSIDE } from "../../ui/marks/access.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { counted } from "../../ui/numbers.ts";
import classes from "./AuditPage.module.css";
import { detailWords } from "./detail-words.ts";
import { withChoice } from "./search.ts";

const GLASS: ReadonlySet<string> = new Set(["glass_asked", "glass_opened"]);
const isFromOutside = (entry: AuditEntry) => entry.outside || GLASS.has(entry.event);

function What({ entry }: { entry: AuditEntry }) {
  return (
    <div className={classes.what}>
      <span className={classes.event}>{AUDIT_EVENTS[entry.event]}</span>
      <span className={classes.marks}>
        <MarkWord mark={OUTCOME_MARKS[entry.outcome]} />
        {isFromOutside(entry) ? (
          <strong className={classes.outside}>
            <MarkWord mark={OUTSIDE} />
          </strong>
        ) : null}
      </span>
    </div>
  );
}

function About({ entry, filter }: { entry: AuditEntry; filter: AuditFilter }) {
  if (entry.patientId !== null) {
    return (
      <Link to="/admin/audit" search={withChoice(filter, { patient: entry.patientId })}>
        {entry.patientId}
        <span className="visually-hidden">: only entries about this record</span>
      </Link>
    );
  }
  return (
    <span className={classes.quiet}>
      {entry.patients === null ? "no patient" : counted(entry.patients, "patient")}
    </span>
  );
}

function Detail({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  return (
    <ul className={classes.detail}>
      {detailWords(entry.detail, names).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {entry.requestId === null ? null : <li className={classes.request}>request {entry.requestId}</li>}
    </ul>
  );
}

interface AuditTableProps {
  readonly entries: readonly AuditEntry[] | undefined;
  readonly filter: AuditFilter;
  readonly people: AuditPage["people"];
}

export function AuditTable({ entries, filter, people }: AuditTableProps) {
  const names = useMemo(() => new Map(people.map(({ personId, name }) => [personId, name])), [people]);
  const moment = useMoment();
  const columns: readonly Column<AuditEntry>[] = [
    {
      id: "at",
      head: "When",
      track: "168px",
      cell: (entry) => <time dateTime={entry.at}>{moment(entry.at)}</time>,
    },
    { id: "what", head: "What", track: "minmax(180px, 1.4fr)", cell: (entry) => <What entry={entry} /> },
    {
      id: "who",
      head: "Who",
      track: "minmax(110px, 1fr)",
      cell: (entry) =>
        entry.personId === null ? (
          entry.actor
        ) : (
          <Link to="/admin/audit" search={withChoice(filter, { person: entry.personId })}>
            {entry.actor}
            <span className="visually-hidden">: only entries by this person</span>
          </Link>
        ),
    },
    {
      id: "about",
      head: "Record",
      track: "minmax(96px, 0.6fr)",
      cell: (entry) => <About entry={entry} filter={filter} />,
    },
    {
      id: "detail",
      head: "Detail",
      track: "minmax(0, 2fr)",
      cell: (entry) => <Detail entry={entry} names={names} />,
    },
    {
      id: "seq",
      head: "Entry",
      track: "64px",
      cell: (entry) => <span className={classes.quiet}>{entry.seq}</span>,
    },
  ];
  return (
    <DataTable
      label="Audit entries, newest first"
      columns={columns}
      rows={entries}
      keyOf={(entry) => String(entry.seq)}
      isMarked={isFromOutside}
    />
  );
}
