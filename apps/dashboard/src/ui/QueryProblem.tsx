import type { ReactNode } from "react";
import { Notice } from "./Notice.tsx";
import { problemOf } from "./problem.ts";

interface QueryProblemProps {
  /** What a request failed with; null when it did not. */
  readonly error: unknown;
  readonly onRetry?: () => unknown;
  /** What of the page still stands. */
  readonly children?: ReactNode;
}

/** What happened to a request that failed, what was kept, and the way to ask again. */
export function QueryProblem({ error, onRetry, children }: QueryProblemProps) {
  if (error === null || error === undefined) return null;
  const { title, text, requestId } = problemOf(error);
  return (
    <Notice
      kind="problem"
      title={title}
      requestId={requestId}
      {...(onRetry ? { onRetry: () => void onRetry() } : {})}
    >
      {text} {children}
    </Notice>
  );
}
