import { type ReactNode, useRef } from "react";
import { flushSync } from "react-dom";
import buttons from "../../../ui/buttons.module.css";
import { Notice } from "../../../ui/Notice.tsx";
import { codeOf } from "../../../ui/problem.ts";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import classes from "./answer.module.css";
import { TooFewClosed } from "./TooFewClosed.tsx";
import type { Answer } from "./use-answer.ts";
import { AnsweredQuestion } from "./use-question.ts";

/** Until it is known how far the next answer is: the figures of the question before stand under the new question. */
function Before({ of: { isOld, error, isReversed, isCanceled } }: { of: Answer<unknown> }) {
  if (!isOld || error !== null || isReversed || isCanceled) return null;
  return (
    <p role="status" className={classes.late}>
      Computing… Below is still the answer to the question before.
    </p>
  );
}

function Progress({ of }: { of: Answer<unknown> }) {
  const { progress, isOld, cancel } = of;
  if (progress === null) return <Before of={of} />;
  const { done, total } = progress;
  const far = total > 0 ? `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} patients` : "";
  return (
    <div className={classes.progress}>
      <p role="status">
        {far === "" ? "Computing from the records…" : `Computing from the records: ${far}.`}
        {isOld ? " Below is still the answer to the question before." : null}
      </p>
      {total > 0 ? (
        <progress className={classes.bar} value={done} max={total} aria-label="Patients read" />
      ) : null}
      <button type="button" className={buttons.word} onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

interface AnswerBlockProps<A> {
  readonly of: Answer<A>;
  /** Holds the layout until the first answer has arrived. */
  readonly waiting?: ReactNode;
  readonly children: (answer: A) => ReactNode;
}

/** An answer with how far it is, what went wrong, and the way to stop or to ask again. What answers an earlier question is paler. */
export function AnswerBlock<A>({ of: state, waiting, children }: AnswerBlockProps<A>) {
  const { answer, question, isOld, progress, error, isReversed, isCanceled, retry } = state;
  if (codeOf(error) === "too_few_closed") return <TooFewClosed />;
  const canceled = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with the progress: the focus goes on to the way back.
  const cancel = () => {
    flushSync(state.cancel);
    canceled.current?.querySelector("button")?.focus();
  };
  const isWaiting = answer === undefined && error === null && !isReversed && !isCanceled;
  return (
    <>
      <Progress of={{ ...state, cancel }} />
      <QueryProblem error={error} onRetry={retry}>
        {answer === undefined ? null : "Below is the last answer that arrived."}
      </QueryProblem>
      {isReversed ? (
        <Notice kind="empty" title="Nothing was asked: the period ends before it begins.">
          Exchange the two days in the question, or choose others.
          {answer === undefined ? null : " Below is the last answer that arrived."}
        </Notice>
      ) : null}
      <div ref={canceled} className={classes.canceled}>
        {isCanceled ? (
          <Notice kind="empty" title="Canceled." onRetry={retry}>
            {answer === undefined
              ? "Nothing was computed for this question."
              : "Below is still the answer to the question before."}
          </Notice>
        ) : null}
      </div>
      {isWaiting ? waiting : null}
      {answer === undefined ? null : (
        <div className={classes.answer} data-old={isOld || undefined} aria-busy={isOld && progress !== null}>
          <AnsweredQuestion value={question}>{children(answer)}</AnsweredQuestion>
        </div>
      )}
    </>
  );
}
