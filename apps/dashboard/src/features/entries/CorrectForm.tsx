import type { Corrected, RecordInput, RecordView } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import { Form, FormButtons, TextArea } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { changedOf, fieldWith, problemsOf, REASON, shownOf, type Typed, valueWords } from "./correction.ts";
import classes from "./entries.module.css";
import { ValueField } from "./ValueField.tsx";

interface CorrectFormProps {
  readonly asked: RecordInput;
  readonly record: RecordView;
  /** Looks the record up again: somebody else changed it. */
  readonly onMeanwhile: () => unknown;
  readonly onDone: () => void;
  /** Null where a record cannot be marked as entered in error. */
  readonly onTakeBack: (() => void) | null;
  readonly onClose: () => void;
}

function Outcome({ answer, elsewhere }: { answer: Corrected | undefined; elsewhere: boolean }) {
  if (answer?.outcome === "changed_meanwhile") {
    return (
      <Notice kind="problem" title="Somebody has corrected this record in the meantime.">
        Nothing was saved. What you typed still stands here, beside what is on record now. Look at both, then
        save again.
      </Notice>
    );
  }
  if (answer?.outcome === "unchanged") return <p role="alert">Nothing is changed, so nothing was saved.</p>;
  return answer?.outcome === "still_wrong" && elsewhere ? (
    <p role="alert">Nothing was saved. {answer.message}</p>
  ) : null;
}

/** Every value of a record that can be corrected, with the reason that a correction needs. */
export function CorrectForm(props: CorrectFormProps) {
  const { asked, record, onMeanwhile, onDone, onTakeBack, onClose } = props;
  const trpc = useTRPC();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const open = record.fields.filter(({ fixed }) => !fixed);
  const mark = (found: Readonly<Record<string, string>>) => {
    setProblems(found);
    if (form.current) goToFirstWrong(form.current);
  };
  const correct = useMutation(
    trpc.entries.correct.mutationOptions({
      onSuccess: (answer) => {
        if (answer.outcome === "corrected") onDone();
        if (answer.outcome === "changed_meanwhile") onMeanwhile();
        if (answer.outcome === "still_wrong") mark({ [answer.field]: answer.message });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (correct.isPending) return;
    const found = problemsOf(record, typed, reason);
    mark(found);
    if (Object.keys(found).length > 0) return;
    correct.mutate({ ...asked, seen: record.revision, values: changedOf(record, typed), reason });
  };
  const changed = changedOf(record, typed);
  const isMarked = Object.keys(problems).some(
    (field) => field === REASON || open.some((one) => one.field === field),
  );
  return (
    <Form ref={form} onSubmit={submit} aria-busy={correct.isPending}>
      <div className={classes.values}>
        {open.map((one) => (
          <ValueField
            key={one.field}
            field={fieldWith(one, record, typed)}
            value={shownOf(one, typed)}
            hint={one.field in changed ? `On record: ${valueWords(record, one.field, one.value)}` : undefined}
            error={problems[one.field]}
            onChange={(value) => setTyped({ ...typed, [one.field]: value })}
          />
        ))}
      </div>
      <TextArea
        label="Reason for the correction"
        hint="It stays beside the value, with your name and the time."
        rows={2}
        maxLength={500}
        autoComplete="off"
        value={reason}
        error={problems[REASON]}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {isMarked ? <p role="alert">Nothing was saved. Correct the marked fields.</p> : null}
      <Outcome answer={correct.data} elsewhere={!isMarked} />
      <QueryProblem error={correct.error} />
      <FormButtons>
        <button
          type="submit"
          className={buttons.main}
          disabled={correct.isPending || Object.keys(changed).length === 0}
        >
          {correct.isPending ? "Saving" : "Save the correction"}
        </button>
        <button type="button" className={buttons.framed} onClick={onClose}>
          Cancel
        </button>
        {onTakeBack ? (
          <button type="button" className={buttons.word} onClick={onTakeBack}>
            Mark as entered in error…
          </button>
        ) : null}
      </FormButtons>
    </Form>
  );
}
