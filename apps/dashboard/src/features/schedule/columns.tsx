import { sessionMarkOf } from "@soundings/clinical";
import type { SchedulePage } from "@soundings/contract";
import type { ReactNode } from "react";
import { codeWords } from "../../ui/code-words.ts";
import type { Column } from "../../ui/DataTable.tsx";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { SESSION_MARKS } from "../../ui/marks/sessions.ts";
import { PersonLinks } from "../../ui/PersonLinks.tsx";
import { groupWords, type Line, markedWords } from "./groups.ts";
import classes from "./schedule.module.css";
import { attendanceWords, clockWords, serviceWords } from "./words.ts";

type Session = SchedulePage["sessions"][number];

const sessionOf = (line: Line) => (line.kind === "group" ? line.of[0] : line.session);
/** What the sessions of a group share: said in its line. */
const shared = (column: Omit<Column<Line>, "cell"> & { readonly of: (session: Session) => ReactNode }) => {
  const { of, ...rest } = column;
  return { ...rest, shared: true, cell: (line: Line) => of(sessionOf(line)) };
};

const TIME = shared({
  id: "time",
  head: "Time",
  track: "80px",
  of: ({ startsAt }) => <span className={classes.time}>{clockWords(startsAt)}</span>,
});
const PATIENT: Column<Line> = {
  id: "patient",
  head: "Patient",
  track: "minmax(180px, 2fr)",
  cell: (line) => (line.kind === "group" ? groupWords(line.of) : <PersonLinks person={line.session} />),
};
const SERVICE = shared({ id: "service", head: "Session", track: "minmax(140px, 1.4fr)", of: serviceWords });
const PROGRAM = shared({
  id: "program",
  head: "Program",
  track: "minmax(140px, 1.4fr)",
  of: ({ programName }) => programName ?? <span className={classes.none}>no data</span>,
});
const LEADER = shared({
  id: "leader",
  head: "Led by",
  track: "minmax(120px, 1.2fr)",
  of: ({ leader }) => leader ?? <span className={classes.none}>no data</span>,
});

function Attended({ session, page }: { session: Session; page: SchedulePage | null }) {
  const mark = page ? sessionMarkOf(session.status, page.on, page.today) : "planned";
  return (
    <span className={classes.attendance} data-mark={mark}>
      <Glyph mark={SESSION_MARKS[mark]} />
      {attendanceWords(session, mark === "unmarked" ? null : codeWords(session.status))}
    </span>
  );
}

/** The columns for a page: what all of its sessions share is said above them, once. */
export function columnsOf(page: SchedulePage | null): readonly Column<Line>[] {
  const attendance: Column<Line> = {
    id: "attendance",
    head: "Attendance",
    track: "minmax(150px, 1.3fr)",
    cell: (line) =>
      line.kind === "group" ? markedWords(line.of) : <Attended session={line.session} page={page} />,
  };
  const programs = new Set(page?.sessions.map(({ programName }) => programName));
  return [TIME, PATIENT, SERVICE, ...(programs.size > 1 ? [PROGRAM] : []), LEADER, attendance];
}
