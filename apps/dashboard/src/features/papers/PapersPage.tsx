import { PAPER_KINDS } from "@soundings/clinical";
import { PAPER_NAMES } from "@soundings/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import { dateWords } from "../../ui/dates.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { RecordLine } from "../../ui/RecordLine.tsx";
import { Bar } from "../../ui/Skeleton.tsx";
import { PaperSteps } from "./PaperSteps.tsx";
import classes from "./papers.module.css";
import { Sheet } from "./Sheet.tsx";
import { PAPER_FOR } from "./words.ts";

const route = getRouteApi("/patients/$patientId/papers");

/** What can be put on paper of a patient, shown as it will be printed. */
export function PapersPage() {
  const { patientId } = route.useParams();
  const search = route.useSearch();
  const { paper: kind, episodeId, asOf } = search;
  const trpc = useTRPC();
  const of = { patientId, episodeId, asOf };
  const query = useQuery({
    ...trpc.papers.view.queryOptions({ ...of, paper: kind }),
    // Every making is entered in the audit: a glance at another window is none.
    refetchOnWindowFocus: false,
  });
  const { mutate } = useMutation(trpc.patient.printed.mutationOptions());
  usePrintEntry(() => mutate(of));
  const paper = query.data;
  return (
    <div className={classes.page}>
      <title>Papers · Soundings</title>
      <div className={classes.lead}>
        <div className={classes.head}>
          <h1>Papers</h1>
          <RecordLine patientId={patientId} name={null} />
        </div>
        <nav aria-label="Papers" className={classes.kinds}>
          {PAPER_KINDS.map((one) => (
            <Link
              key={one}
              to="/patients/$patientId/papers"
              params={{ patientId }}
              search={{ ...search, paper: one }}
              aria-current={one === kind ? "page" : undefined}
            >
              {PAPER_NAMES[one]}
            </Link>
          ))}
        </nav>
        <p className={classes.for}>
          {PAPER_FOR[kind]}
          {asOf ? ` As of ${dateWords(asOf)}.` : ""}
        </p>
        <PaperSteps of={of} paper={kind} mayPrint={paper !== undefined} />
        <QueryProblem error={query.error} onRetry={query.refetch} />
      </div>
      {query.isPending ? (
        <div className={classes.waiting} aria-busy="true">
          <Bar width={40} />
        </div>
      ) : null}
      {paper ? <Sheet paper={paper} /> : null}
    </div>
  );
}
