import type { Cover } from "@soundings/contract";
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
import { PageFrame } from "../../ui/PageFrame.tsx";
import { PhaseTables } from "../../ui/PhaseTables.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { AddCover } from "./AddCover.tsx";
import classes from "./CoversPage.module.css";

const NONE = {
  now: "Nobody is covered today.",
  coming: "No cover is planned.",
  past: "No cover has ended yet.",
} as const;

interface EndProps {
  readonly cover: Cover;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

function EndCover({ cover, onSaid, onClose }: EndProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { awayName, coveringName } = cover;
  const end = useMutation(
    trpc.covers.end.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.covers.pathFilter());
        onSaid(`${coveringName} no longer covers for ${awayName}.`);
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`End the cover for ${awayName}`}
      does="End cover"
      step={end}
      onConfirm={() => end.mutate({ coverId: cover.coverId })}
      onClose={onClose}
    >
      From now on {coveringName} no longer sees the patients of {awayName}. What {coveringName} looked at and
      wrote until now stays on record.
    </ConfirmDialog>
  );
}

export function CoversPage() {
  const trpc = useTRPC();
  const moment = useMoment();
  const list = useQuery(trpc.covers.page.queryOptions());
  const today = useQuery(trpc.site.info.queryOptions()).data?.today;
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Cover | null>(null);
  const [said, setSaid] = useState("");
  const page = list.data;
  const programName = (id: string | null) =>
    id === null
      ? "every program of the covering person"
      : (page?.programs.find(({ programId }) => programId === id)?.name ?? id);
  const facts: readonly Column<Cover>[] = [
    {
      id: "away",
      head: "Away",
      track: "minmax(140px, 1fr)",
      cell: ({ awayName }) => <span className={classes.name}>{awayName}</span>,
    },
    { id: "covering", head: "Covered by", track: "minmax(140px, 1fr)", cell: (cover) => cover.coveringName },
    {
      id: "program",
      head: "Program",
      track: "minmax(140px, 1.2fr)",
      cell: ({ programId }) => programName(programId),
    },
    {
      id: "days",
      head: "From – until",
      track: "minmax(180px, 1.2fr)",
      cell: ({ startsOn, endsOn, endedAt }) => (
        <>
          {dateWords(startsOn)} – {dateWords(endsOn)}
          {endedAt === null ? null : <span className={classes.detail}>ended {moment(endedAt)}</span>}
        </>
      ),
    },
    {
      id: "note",
      head: "Note",
      track: "minmax(0, 1.4fr)",
      cell: ({ note }) => note ?? <span className={classes.quiet}>none</span>,
    },
  ];
  const end: Column<Cover> = {
    id: "steps",
    head: "Steps",
    track: "72px",
    steps: true,
    cell: (cover) => (
      <button type="button" className={buttons.link} onClick={() => setEnding(cover)}>
        End<span className="visually-hidden"> the cover for {cover.awayName}</span>
      </button>
    ),
  };
  const columnsOf = (phase: Phase) => [...facts, phase === "past" ? { ...end, cell: () => null } : end];
  return (
    <PageFrame
      title="Covers"
      aside={
        <button
          type="button"
          className={`${buttons.framed} ${classes.add}`}
          disabled={page === undefined}
          onClick={() => setAdding(true)}
        >
          Add a cover
        </button>
      }
    >
      <p className={classes.lead}>
        While a colleague is away, the covering person sees that colleague's patients in the chosen program,
        from the first to the last day, both included.
      </p>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {page?.covers.length === 0 ? (
        <Notice kind="empty" title="There is no cover yet.">
          Add one before somebody goes away, so that their patients are seen from the first day on.
        </Notice>
      ) : null}
      {page?.covers.length === 0 || (list.error && !page) ? null : (
        <PhaseTables
          what="Covers"
          all={page?.covers}
          today={today}
          keyOf={({ coverId }) => coverId}
          columnsOf={columnsOf}
          none={NONE}
        />
      )}
      {adding && page ? (
        <AddCover page={page} today={today ?? ""} onSaid={setSaid} onClose={() => setAdding(false)} />
      ) : null}
      {ending ? <EndCover cover={ending} onSaid={setSaid} onClose={() => setEnding(null)} /> : null}
    </PageFrame>
  );
}
