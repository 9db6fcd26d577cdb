import type { ReactNode } from "react";
import buttons from "./buttons.module.css";
import classes from "./Notice.module.css";

interface NoticeProps {
  /** `problem` is announced at once; `empty` is part of the page. */
  readonly kind: "empty" | "problem";
  /** What happened, in one sentence. */
  readonly title: string;
  /** Why, what was kept, and what to do next. */
  readonly children?: ReactNode;
  readonly requestId?: string | null;
  readonly onRetry?: () => void;
}

export function Notice({ kind, title, children, requestId, onRetry }: NoticeProps) {
  return (
    <div className={classes.notice} data-kind={kind} role={kind === "problem" ? "alert" : undefined}>
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {onRetry ? (
        <button type="button" className={buttons.framed} onClick={onRetry}>
          Try again
        </button>
      ) : null}
      {requestId ? <p className={classes.request}>Request {requestId}</p> : null}
    </div>
  );
}
