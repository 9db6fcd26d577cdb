import { sessionMarkOf } from "@soundings/clinical";
import type { SchedulePage } from "@soundings/contract";
import { codeWords } from "../../ui/code-words.ts";
import type { Column } from "../../ui/DataTable.tsx";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { SESSION_MARKS } from "../../ui/marks/sessions.ts";
import { PersonLinks } from "../../ui/PersonLinks.tsx";
import classes from "./schedule.module.css";
import { attendanceWords, serviceWords } from "./words.ts";

type Session = SchedulePage["sessions"][number];

const TIME: Column<Session> = {
  id: "time",
  head: "Time",
  track: "72px",
  cell: ({ startsAt }) => <span className={classes.time}>{startsAt}</span>,
};
const PATIENT: Column<Session> = {
  id: "patient",
  head: "Patient",
  track: "minmax(180px, 2fr)",
  cell: (session) => <PersonLinks person={session} />,
};
const SERVICE: Column<Session> = {
  id: "service",
  head: "Session",
  track: "minmax(140px, 1.4fr)",
  cell: (session) => serviceWords(session),
};
const PROGRAM: Column<Session> = {
  id: "program",
  head: "Program",
  track: "minmax(140px, 1.4fr)",
  cell: ({ programName }) => programName,
};
const LEADER: Column<Session> = {
  id: "leader",
  head: "Led by",
  track: "minmax(120px, 1.2fr)",
  cell: ({ leader }) => leader ?? <span className={classes.none}>no data</span>,
};

/** The columns for a page: what all of its sessions share is said above them, once. */
export function columnsOf(page: SchedulePage | null): readonly Column<Session>[] {
  const attendance: Column<Session> = {
    id: "attendance",
    head: "Attendance",
    track: "minmax(150px, 1.3fr)",
    cell: (session) => {
      const mark = page ? sessionMarkOf(session.status, page.on, page.today) : "planned";
      return (
        <span className={classes.attendance} data-mark={mark}>
          <Glyph mark={SESSION_MARKS[mark]} />
          {attendanceWords(session, mark === "unmarked" ? null : codeWords(session.status))}
        </span>
      );
    },
  };
  const programs = new Set(page?.sessions.map(({ programName }) => programName));
  return [TIME, PATIENT, SERVICE, ...(programs.size > 1 ? [PROGRAM] : []), LEADER, attendance];
}
