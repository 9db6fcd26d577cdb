import type { SchedulePage as Page } from "@soundings/contract";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTRPC } from "../../lib/trpc.ts";
import { usePrintEntry } from "../../lib/use-print-entry.ts";
import buttons from "../../ui/buttons.module.css";
import { DataTable, type Place } from "../../ui/DataTable.tsx";
import { dateWords } from "../../ui/dates.ts";
import { InternalCopy } from "../../ui/InternalCopy.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageFrame } from "../../ui/PageFrame.tsx";
import { ProgramField } from "../../ui/ProgramField.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { columnsOf } from "./columns.tsx";
import { DayField } from "./DayField.tsx";
import { type Line, linesOf } from "./groups.ts";
import classes from "./schedule.module.css";
import { daySentence, weekdayWords } from "./words.ts";

const keyOf = (line: Line) => (line.kind === "group" ? `of ${line.of[0].sessionId}` : line.session.sessionId);
const placeOf = (line: Line): Place => (line.kind === "group" ? "lead" : line.under ? "under" : null);
const route = getRouteApi("/schedule");

interface NoSessionProps {
  readonly page: Page;
  readonly onChoose: (day: string | undefined) => void;
}

function NoSession({ page, onChoose }: NoSessionProps) {
  const { on, today, nearest } = page;
  const days = [
    { day: nearest.before, word: "the last with sessions" },
    { day: nearest.after, word: "the next with sessions" },
  ];
  return (
    <Notice kind="empty" title={`No session on ${weekdayWords(on)}.`}>
      <p>
        None is on record for this day among the sessions that you may see. Choose another day
        {page.programs.length > 1 ? " or program" : ""}.
      </p>
      <ul>
        {days.map(({ day, word }) =>
          day === null ? null : (
            <li key={word}>
              <button
                type="button"
                className={buttons.word}
                onClick={() => onChoose(day === today ? undefined : day)}
              >
                {weekdayWords(day)}
              </button>
              , {word}
            </li>
          ),
        )}
      </ul>
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
  const { mutate } = useMutation(trpc.schedule.dayPrinted.mutationOptions());
  usePrintEntry(() => mutate(search));
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
        <ProgramField
          programs={page?.programs}
          value={search.program}
          onChoose={(program) => show({ program })}
        />
      </div>
      <InternalCopy />
      <QueryProblem error={query.error} onRetry={query.refetch}>
        {page ? "The list below is the last one that arrived." : null}
      </QueryProblem>
      {page?.sessions.length === 0 ? <NoSession page={page} onChoose={(on) => show({ on })} /> : null}
      {query.error !== null && page === undefined ? null : page?.sessions.length === 0 ? null : (
        <div className={classes.list} aria-busy={query.isPlaceholderData}>
          <DataTable
            label={page ? `Sessions of ${dateWords(page.on)}` : "Sessions"}
            columns={columnsOf(page ?? null)}
            rows={page && linesOf(page.sessions)}
            keyOf={keyOf}
            placeOf={placeOf}
          />
        </div>
      )}
    </PageFrame>
  );
}
