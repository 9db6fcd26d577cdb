import type { OutcomesReport } from "@soundings/clinical";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTRPC } from "../../../lib/trpc.ts";
import { useMoment } from "../../../lib/use-moment.ts";
import { dateWords } from "../../../ui/dates.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { Bar } from "../../../ui/Skeleton.tsx";
import { OutcomesFrame } from "../parts/OutcomesFrame.tsx";
import { useQuestion } from "../parts/use-question.ts";
import { ReportFiles } from "./ReportFiles.tsx";
import { ReportSheet } from "./ReportSheet.tsx";
import classes from "./report.module.css";
import { documentOf, sinceWords, withheldCount } from "./words.ts";

const route = getRouteApi("/outcomes/reports/$reportId");

function Withheld({ report }: { report: OutcomesReport }) {
  const count = withheldCount(report);
  if (count === 0) return <p>Nothing in its tables had to be withheld.</p>;
  return (
    <p>
      {count === 1 ? "1 place of its tables is" : `${count} places of its tables are`} withheld: counts of 1
      to 10, and what would give them away by subtraction. They are withheld here too, because this is what
      leaves. The{" "}
      <Link
        to="/outcomes"
        search={{
          ...report.question.filter,
          from: report.question.from,
          to: report.question.to,
          asOf: report.question.asOf,
        }}
      >
        same question inside the program
      </Link>{" "}
      shows whole counts.
    </p>
  );
}

/** One report as it was made. */
export function ReportPage() {
  const { reportId } = route.useParams();
  const question = useQuestion();
  const trpc = useTRPC();
  const moment = useMoment();
  const query = useQuery({
    ...trpc.outcomeReports.show.queryOptions({ reportId }),
    // Every showing is entered in the audit: a glance at another window is none. It stays as it is.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const report = query.data ? documentOf(query.data.document) : null;
  return (
    <OutcomesFrame page="reports" title="Report" question={null} leaves>
      <div className={classes.lead}>
        <p>
          <Link to="/outcomes/reports" search={question}>
            All reports
          </Link>
        </p>
        {query.data && report ? (
          <>
            <p>
              As it was on {dateWords(report.question.asOf)}, made {moment(query.data.madeAt)} by{" "}
              {query.data.by}. It stays as it was made, whatever happens to the records.{" "}
              {sinceWords(query.data, moment)}
            </p>
            <Withheld report={report} />
          </>
        ) : null}
        {query.data ? <ReportFiles reportId={reportId} /> : null}
        <QueryProblem error={query.error} onRetry={query.refetch} />
        {query.data && report === null ? (
          <Notice kind="empty" title="This page cannot show the report.">
            It was made by another version of Soundings. It is kept as it was: download it as PDF or XLSX.
          </Notice>
        ) : null}
      </div>
      {query.isPending ? (
        <div className={classes.waiting} aria-busy="true">
          <Bar width={40} />
        </div>
      ) : null}
      {report ? <ReportSheet report={report} /> : null}
    </OutcomesFrame>
  );
}
