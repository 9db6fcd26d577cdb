import type { ProgramSettings } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { useMoment } from "../../lib/use-moment.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import classes from "./programs.module.css";
import { lengthWords, levelWords, screensWords, weekWords } from "./words.ts";

function useColumns(): readonly Column<ProgramSettings>[] {
  const moment = useMoment();
  return [
    {
      id: "name",
      head: "Program",
      track: "minmax(156px, 1.6fr)",
      cell: ({ programId, core }) => (
        <>
          <Link to="/admin/programs/$programId" params={{ programId }} className={classes.name}>
            {core.name}
          </Link>
          <span className={classes.detail}>{programId}</span>
        </>
      ),
    },
    {
      id: "level",
      head: "Level of care",
      track: "minmax(100px, 1fr)",
      cell: ({ core }) => levelWords(core.levelOfCare),
    },
    { id: "length", head: "Length", track: "minmax(80px, 0.8fr)", cell: ({ core }) => lengthWords(core) },
    { id: "week", head: "A week", track: "minmax(108px, 1.2fr)", cell: ({ core }) => weekWords(core) },
    { id: "screens", head: "Screens", track: "minmax(80px, 0.8fr)", cell: ({ core }) => screensWords(core) },
    {
      id: "patients",
      head: "In treatment",
      track: "80px",
      cell: ({ patientsInTreatment }) => patientsInTreatment.toLocaleString("en-US"),
    },
    {
      id: "changed",
      head: "Changed",
      track: "minmax(108px, 1fr)",
      cell: ({ changedAt, changedBy }) =>
        changedAt === null ? (
          <span className={classes.hint}>not here yet</span>
        ) : (
          <>
            {moment(changedAt)}
            <span className={classes.detail}>{changedBy}</span>
          </>
        ),
    },
  ];
}

export function ProgramsPage() {
  const trpc = useTRPC();
  const list = useQuery(trpc.programs.page.queryOptions());
  const columns = useColumns();
  const programs = list.data?.programs;
  return (
    <PageFrame
      title="Programs"
      aside={
        list.data?.mayAdd ? (
          <Link to="/admin/programs/-new" className={classes.new}>
            New program
          </Link>
        ) : null
      }
    >
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {programs?.length === 0 ? (
        <Notice kind="empty" title="There is no program yet.">
          Programs come with an import of a clinic export, or are set up here from a template.
        </Notice>
      ) : null}
      {programs?.length === 0 || (list.error && !programs) ? null : (
        <DataTable label="Programs" columns={columns} rows={programs} keyOf={({ programId }) => programId} />
      )}
    </PageFrame>
  );
}
