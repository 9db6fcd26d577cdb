import { INSTRUMENTS } from "@soundings/clinical";
import type { DuePage as Page } from "@soundings/contract";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { counted } from "../../ui/numbers.ts";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { PersonLinks } from "../../ui/PersonLinks.tsx";
import { ProgramField } from "../../ui/ProgramField.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./due.module.css";
import { dueSentence, dueWords, overdueDays } from "./words.ts";

type Due = Page["due"][number];
const route = getRouteApi("/due");

function columnsOf(today: Page["today"] | null): readonly Column<Due>[] {
  const measure = (instrument: Due["measures"][number]["instrument"]): Column<Due> => ({
    id: instrument,
    head: INSTRUMENTS[instrument].name,
    track: "minmax(150px, 1fr)",
    cell: ({ measures }) => {
      const owed = measures.find((one) => one.instrument === instrument);
      if (owed === undefined || today === null) return <span className={classes.none}>not owed today</span>;
      const days = overdueDays(owed, today);
      return (
        <span className={classes.owed} data-overdue={owed.overdue || undefined}>
          {dueWords(owed, today)}
          {days === null ? null : <span className={classes.days}>{counted(days, "day")}</span>}
        </span>
      );
    },
  });
  return [
    {
      id: "patient",
      head: "Patient",
      track: "minmax(200px, 2fr)",
      cell: (due) => <PersonLinks person={due} />,
    },
    { id: "program", head: "Program", track: "minmax(160px, 1.4fr)", cell: ({ programName }) => programName },
    {
      id: "therapist",
      head: "Therapist",
      track: "minmax(140px, 1.2fr)",
      cell: ({ therapistName }) => therapistName ?? <span className={classes.none}>no data</span>,
    },
    measure("phq-9"),
    measure("gad-7"),
  ];
}

/** Who owes a measure today or is overdue: no score, no answer. */
export function DuePage() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = useQuery(trpc.schedule.due.queryOptions(search, { placeholderData: keepPreviousData }));
  const page = query.data;
  const { mutate } = useMutation(trpc.schedule.duePrinted.mutationOptions());
  usePrintEntry(() => mutate(search));
  return (
    <PageFrame title="Due">
      <div className={classes.head}>
        <p className={classes.sentence} role="status">
          {page ? dueSentence(page) : "…"}
        </p>
        <ProgramField
          programs={page?.programs}
          value={search.program}
          onChoose={(program) => navigate({ to: "/due", search: { program }, resetScroll: false })}
        />
      </div>
      <InternalCopy />
      <QueryProblem error={query.error} onRetry={query.refetch}>
        {page ? "The list below is the last one that arrived." : null}
      </QueryProblem>
      {page?.due.length === 0 ? (
        <Notice kind="empty" title="Nobody owes a measure today.">
          No measure of a patient in treatment whom you may see is due today or overdue.
        </Notice>
      ) : null}
      {page?.due.length === 0 || (query.error !== null && page === undefined) ? null : (
        <DataTable
          label="Measures due"
          columns={columnsOf(page?.today ?? null)}
          rows={page?.due}
          keyOf={({ episodeId }) => episodeId}
        />
      )}
    </PageFrame>
  );
}
