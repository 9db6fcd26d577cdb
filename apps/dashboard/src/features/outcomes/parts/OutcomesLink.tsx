import type { ComparisonFilter, OverTimeFilter } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PAGES } from "./pages.ts";
import { useQuestion } from "./use-question.ts";

interface OutcomesLinkProps {
  readonly to: (typeof PAGES)[number]["to"];
  /** What differs from the question of this page, or is asked besides; `undefined` takes a choice out. */
  readonly also?: ComparisonFilter & OverTimeFilter;
  /** Where on the page, such as a definition on the page of method. */
  readonly hash?: string;
  readonly children: ReactNode;
}

/** A link to another page of program outcomes that keeps the question. */
export function OutcomesLink({ to, also, hash, children }: OutcomesLinkProps) {
  const question = useQuestion();
  return (
    <Link to={to} search={{ ...question, ...also }} {...(hash === undefined ? {} : { hash })}>
      {children}
    </Link>
  );
}
