import type { OutcomeReportEntry } from "@soundings/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../../lib/me.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import { useMoment } from "../../../lib/use-moment.ts";
import { type Column, DataTable } from "../../../ui/DataTable.tsx";
import { dateWords } from "../../../ui/dates.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { Section } from "../parts/Section.tsx";
import { useOptions } from "../parts/use-options.ts";
import { useQuestion } from "../parts/use-question.ts";
import { MakeReport } from "./MakeReport.tsx";
import classes from "./reports.module.css";
import { aboutWords } from "./words.ts";

function Period({ report: { reportId, question } }: { report: OutcomeReportEntry }) {
  const asked = useQuestion();
  return (
    <Link to="/outcomes/reports/$reportId" params={{ reportId }} search={asked} className={classes.name}>
      {dateWords(question.from)} – {dateWords(question.to)}
    </Link>
  );
}

function Made() {
  const trpc = useTRPC();
  const moment = useMoment();
  const options = useOptions();
  const list = useQuery(trpc.outcomeReports.list.queryOptions());
  const reports = list.data?.reports;
  const columns: readonly Column<OutcomeReportEntry>[] = [
    {
      id: "period",
      head: "Period",
      track: "minmax(200px, 1.2fr)",
      cell: (report) => <Period report={report} />,
    },
    {
      id: "about",
      head: "About",
      track: "minmax(180px, 1.6fr)",
      cell: (report) => aboutWords(report, options),
    },
    {
      id: "asOf",
      head: "As of",
      track: "minmax(110px, 0.7fr)",
      cell: ({ question }) => dateWords(question.asOf),
    },
    {
      id: "made",
      head: "Made",
      track: "minmax(180px, 1fr)",
      cell: ({ by, madeAt }) => (
        <>
          {moment(madeAt)}
          <span className={classes.detail}>{by}</span>
        </>
      ),
    },
    {
      id: "versions",
      head: "Versions",
      track: "minmax(120px, 0.7fr)",
      cell: ({ definitions, rules }) => (
        <>
          Definitions {definitions}
          <span className={classes.detail}>Rule set {rules}</span>
        </>
      ),
    },
  ];
  return (
    <Section id="made" title="Reports made" lead="Each can be shown again as it was.">
      <QueryProblem error={list.error} onRetry={list.refetch} />
      {reports?.length === 0 ? (
        <Notice kind="empty" title="No report has been made yet.">
          Ask the question above, then make one for a payer, an accreditor or a board.
        </Notice>
      ) : null}
      {reports?.length === 0 || (list.error && reports === undefined) ? null : (
        <DataTable label="Reports made" columns={columns} rows={reports} keyOf={({ reportId }) => reportId} />
      )}
    </Section>
  );
}

/** Reports that leave the program: those made, and a new one. */
export function ReportsPage() {
  const may = useMay();
  return (
    <OutcomesFrame page="reports" title="Reports">
      {may("outcomes.report") ? (
        <Section id="make" title="Make a report">
          <MakeReport />
        </Section>
      ) : null}
      <Made />
    </OutcomesFrame>
  );
}
