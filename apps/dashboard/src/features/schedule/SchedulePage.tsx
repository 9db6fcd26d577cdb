import type { SchedulePage as Page } from "@soundings/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { dateWords } from "../../ui/dates.ts";
import { ChoiceField } from "../../ui/fields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { columnsOf } from "./columns.tsx";
import { DayField } from "./DayField.tsx";
import classes from "./schedule.module.css";
import { daySentence } from "./words.ts";

const route = getRouteApi("/schedule");

function NoSession({ page }: { page: Page }) {
  return (
    <Notice kind="empty" title={`No session on ${dateWords(page.on)}.`}>
      None is on record for this day among the sessions that you may see. Choose another day
      {page.programs.length > 1 ? " or program" : ""}.
    </Notice>
  );
}

/** The sessions of one day, with their attendance and nothing else of the patients. */
export function SchedulePage() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = useQuery(trpc.schedule.day.queryOptions(search, { placeholderData: keepPreviousData }));
  const page = query.data;
  const show = (choice: Partial<typeof search>) =>
    navigate({ to: "/schedule", search: { ...search, ...choice }, resetScroll: false });
  return (
    <PageFrame
      title="Sessions"
      aside={<DayField day={page?.on ?? null} today={page?.today ?? null} onChoose={(on) => show({ on })} />}
    >
      <div className={classes.head}>
        <p className={classes.sentence} role="status">
          {page ? daySentence(page) : "…"}
        </p>
        {page && page.programs.length > 1 ? (
          <ChoiceField
            label="Program"
            all="All programs"
            value={search.program}
            groups={[
              {
                choices: page.programs.map(({ programId, name }) => ({ value: programId, label: name })),
              },
            ]}
            onChoose={(program) => show({ program })}
          />
        ) : null}
      </div>
      <QueryProblem error={query.error} onRetry={query.refetch}>
        {page ? "The list below is the last one that arrived." : null}
      </QueryProblem>
      {page?.sessions.length === 0 ? <NoSession page={page} /> : null}
      {query.error !== null && page === undefined ? null : page?.sessions.length === 0 ? null : (
        <div className={classes.list} aria-busy={query.isPlaceholderData}>
          <DataTable
            label={page ? `Sessions of ${dateWords(page.on)}` : "Sessions"}
            columns={columnsOf(page ?? null)}
            rows={page?.sessions}
            keyOf={({ sessionId }) => sessionId}
          />
        </div>
      )}
    </PageFrame>
  );
}
