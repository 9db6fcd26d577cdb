import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import buttons from "../../../ui/buttons.module.css";
import { CheckField, Form, FormButtons } from "../../../ui/form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { questionSentence } from "../parts/question-words.ts";
import { isReversed } from "../parts/search.ts";
import { useOptions } from "../parts/use-options.ts";
import { useQuestion } from "../parts/use-question.ts";
import classes from "./reports.module.css";
import { type Progress, useMaking } from "./use-making.ts";
import { coverWords } from "./words.ts";

const ENDED = {
  canceled: "Canceled. No report was made.",
  late: "The report had been made before it could be canceled: it stands below.",
} as const;

function Far({ progress, onCancel }: { progress: Progress | null; onCancel: () => void }) {
  const total = progress?.total ?? 0;
  const far = `${(progress?.done ?? 0).toLocaleString("en-US")} of ${total.toLocaleString("en-US")} patients`;
  return (
    <div className={classes.progress}>
      <p role="status">
        {total === 0 ? "Making the report from the records…" : `Making the report: ${far} read.`}
      </p>
      {total === 0 ? null : <progress value={progress?.done ?? 0} max={total} aria-label="Patients read" />}
      <button type="button" className={buttons.word} onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

/** Makes a report of the question above, and leads to it. */
export function MakeReport() {
  const question = useQuestion();
  const options = useOptions();
  const navigate = useNavigate();
  const [notes, setNotes] = useState(false);
  const making = useMaking(
    (reportId) =>
      void navigate({ to: "/outcomes/reports/$reportId", params: { reportId }, search: question }),
  );
  const namesTherapist = question.therapist !== undefined;
  const cannot = namesTherapist || isReversed(question) || making.isMaking;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!cannot) making.start({ ...question, notes });
  };
  return (
    <Form onSubmit={send}>
      <p>{questionSentence(question, options)}</p>
      <p className={classes.quiet}>
        The report is made for readers outside the program. {coverWords(options?.question)} Counts of 1 to 10
        and everything that would give them away are withheld, and no therapist is named. It stays as it was
        made.
      </p>
      {namesTherapist ? (
        <Notice kind="empty" title="No report is made about one therapist.">
          Take the therapist out of the question. Figures by therapist stay inside the program.
        </Notice>
      ) : null}
      <CheckField
        label="With the directors' notes of what changed when"
        hint={
          <>
            They are texts that people wrote:{" "}
            <Link to="/outcomes/time" search={question}>
              read them first
            </Link>
            , so that they name nobody.
          </>
        }
        checked={notes}
        onChange={({ currentTarget }) => setNotes(currentTarget.checked)}
      />
      <QueryProblem error={making.error}>No report was made.</QueryProblem>
      <p role="status" className={classes.said}>
        {making.ended === null ? "" : ENDED[making.ended]}
      </p>
      {making.isMaking ? <Far progress={making.progress} onCancel={making.cancel} /> : null}
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={cannot}>
          Make report
        </button>
      </FormButtons>
    </Form>
  );
}
