import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AsOfStrip } from "../../../ui/AsOf.tsx";
import { InternalCopy } from "../../../ui/InternalCopy.tsx";
import { PageFrame } from "../../../ui/PageFrame.tsx";
import { ViewsMenu } from "../views/ViewsMenu.tsx";
import classes from "./frame.module.css";
import { type OutcomesPageKey, PAGES } from "./pages.ts";
import { QuestionBar } from "./QuestionBar.tsx";
import { usePrintedEntry } from "./use-printed-entry.ts";
import { useQuestion } from "./use-question.ts";

interface OutcomesFrameProps {
  /** Which of the pages this is, or the one that it belongs to. */
  readonly page: OutcomesPageKey;
  readonly title: string;
  /** What stands beside the title, such as a step. */
  readonly aside?: ReactNode;
  /** What stands in the place of the question: null where nothing is asked. Left out: the question, to be changed. */
  readonly question?: ReactNode;
  /** What it shows is made to leave the program: on paper it is no internal copy. */
  readonly leaves?: boolean;
  readonly children: ReactNode;
}

/** A page of program outcomes: the way to the others with the same question, the title, the question, the answer. */
export function OutcomesFrame({
  page,
  title,
  aside,
  question,
  leaves = false,
  children,
}: OutcomesFrameProps) {
  const asked = useQuestion();
  usePrintedEntry();
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label="Program outcomes">
        {PAGES.map(({ key, to, name }) => (
          <Link
            key={key}
            to={to}
            search={asked}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={key === page ? "page" : undefined}
          >
            {name}
          </Link>
        ))}
      </nav>
      <PageFrame
        title={title}
        aside={
          <>
            {aside}
            {question === null ? null : <ViewsMenu />}
          </>
        }
      >
        {question === undefined ? <QuestionBar /> : question}
        {asked.asOf === undefined || question === null ? null : (
          <AsOfStrip
            day={asked.asOf}
            back={
              <Link to="." search={(now) => ({ ...now, asOf: undefined })}>
                Back to today
              </Link>
            }
          />
        )}
        {leaves ? null : (
          <div className={classes.paper}>
            <InternalCopy />
            <p>It holds counts of few people, by which somebody could be recognized.</p>
          </div>
        )}
        {children}
      </PageFrame>
    </div>
  );
}
