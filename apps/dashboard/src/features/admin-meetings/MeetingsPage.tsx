import type { Meeting } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import buttons from "../../ui/buttons.module.css";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import type { Phase } from "../../ui/dated.ts";
import { dateWords } from "../../ui/dates.ts";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { PhaseTables } from "../../ui/PhaseTables.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { AddMeeting } from "./AddMeeting.tsx";
import classes from "./MeetingsPage.module.css";

const NONE = {
  now: "No team meets today.",
  coming: "No meeting is planned.",
  past: "No meeting has ended yet.",
} as const;

interface EndProps {
  readonly meeting: Meeting;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

function EndMeeting({ meeting, onSaid, onClose }: EndProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const end = useMutation(
    trpc.meetings.end.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.meetings.pathFilter());
        onSaid(`${meeting.name} has ended.`);
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`End ${meeting.name}`}
      does="End meeting"
      step={end}
      onConfirm={() => end.mutate({ meetingId: meeting.meetingId })}
      onClose={onClose}
    >
      From now on its {counted(meeting.people.length, "person", "people")} no longer see its patients through
      this meeting. What they looked at and wrote until now stays on record.
    </ConfirmDialog>
  );
}

function Patients({ meeting }: { meeting: Meeting }) {
  if (meeting.patientIds === null) return "every patient in treatment in the program";
  return (
    <>
      {counted(meeting.patientIds.length, "patient")}
      <span className={classes.detail}>{meeting.patientIds.join(", ")}</span>
    </>
  );
}

export function MeetingsPage() {
  const trpc = useTRPC();
  const moment = useMoment();
  const list = useQuery(trpc.meetings.page.queryOptions());
  const today = useQuery(trpc.site.info.queryOptions()).data?.today;
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Meeting | null>(null);
  const [said, setSaid] = useState("");
  const page = list.data;
  const programName = (id: string) => page?.programs.find(({ programId }) => programId === id)?.name ?? id;
  const facts: readonly Column<Meeting>[] = [
    {
      id: "name",
      head: "Meeting",
      track: "minmax(140px, 1fr)",
      cell: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    {
      id: "program",
      head: "Program",
      track: "minmax(120px, 1fr)",
      cell: ({ programId }) => programName(programId),
    },
    {
      id: "days",
      head: "From – until",
      track: "minmax(180px, 1fr)",
      cell: ({ startsOn, endsOn, endedAt }) => (
        <>
          {dateWords(startsOn)} – {dateWords(endsOn)}
          {endedAt === null ? null : <span className={classes.detail}>ended {moment(endedAt)}</span>}
        </>
      ),
    },
    {
      id: "people",
      head: "People",
      track: "minmax(0, 1.4fr)",
      cell: ({ people }) => people.map(({ name }) => name).join(", "),
    },
    {
      id: "patients",
      head: "Patients",
      track: "minmax(0, 1.4fr)",
      cell: (meeting) => <Patients meeting={meeting} />,
    },
  ];
  const end: Column<Meeting> = {
    id: "steps",
    head: "Steps",
    track: "72px",
    steps: true,
    cell: (meeting) => (
      <button type="button" className={buttons.link} onClick={() => setEnding(meeting)}>
        End<span className="visually-hidden"> {meeting.name}</span>
      </button>
    ),
  };
  const columnsOf = (phase: Phase) => [...facts, phase === "past" ? { ...end, cell: () => null } : end];
  return (
    <PageFrame
      title="Team meetings"
      aside={
        <button
          type="button"
          className={`${buttons.framed} ${classes.add}`}
          disabled={page === undefined}
          onClick={() => setAdding(true)}
        >
          Add a meeting
        </button>
      }
    >
      <p className={classes.lead}>
        On the days of a meeting its people see its patients, also those who are not their own. Patients are
        named by record number only.
      </p>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {page?.meetings.length === 0 ? (
        <Notice kind="empty" title="There is no team meeting yet.">
          Add one for the days on which a team discusses patients who are not all their own.
        </Notice>
      ) : null}
      {page?.meetings.length === 0 || (list.error && !page) ? null : (
        <PhaseTables
          what="Team meetings"
          all={page?.meetings}
          today={today}
          keyOf={({ meetingId }) => meetingId}
          columnsOf={columnsOf}
          none={NONE}
        />
      )}
      {adding && page ? (
        <AddMeeting page={page} today={today ?? ""} onSaid={setSaid} onClose={() => setAdding(false)} />
      ) : null}
      {ending ? <EndMeeting meeting={ending} onSaid={setSaid} onClose={() => setEnding(null)} /> : null}
    </PageFrame>
  );
}
