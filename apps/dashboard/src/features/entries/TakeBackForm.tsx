import type { RecordInput, RecordView } from "@soundings/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextArea } from "../../ui/form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";

interface TakeBackFormProps {
  readonly asked: RecordInput;
  readonly record: RecordView;
  readonly title: string;
  readonly onMeanwhile: () => unknown;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says what happens to the record before it does. */
export function TakeBackForm({ asked, record, title, onMeanwhile, onDone, onClose }: TakeBackFormProps) {
  const trpc = useTRPC();
  const [reason, setReason] = useState("");
  const back = useMutation(
    trpc.entries.takeBack.mutationOptions({
      onSuccess: ({ outcome }) => {
        if (outcome === "changed_meanwhile") onMeanwhile();
        else if (outcome !== "still_wrong") onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    back.mutate({ ...asked, seen: record.revision, reason });
  };
  return (
    <Form onSubmit={submit} aria-busy={back.isPending}>
      <p>
        {title} stays on record, with your name and reason, and counts for nothing from now on: not in scores,
        findings, counts or papers. This cannot be undone; what was right is entered anew.
      </p>
      <TextArea
        label="Why it was entered in error"
        hint="Such as: meant for another patient."
        rows={2}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {back.data?.outcome === "changed_meanwhile" ? (
        <Notice kind="problem" title="Somebody has corrected this record in the meantime.">
          Nothing was changed. Go back and look at what stands now.
        </Notice>
      ) : null}
      {back.data?.outcome === "still_wrong" ? (
        <p role="alert">Nothing was changed. {back.data.message}</p>
      ) : null}
      <QueryProblem error={back.error} />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={back.isPending || reason.trim().length < 3}>
          Mark as entered in error
        </button>
        <button type="button" className={buttons.framed} onClick={onClose}>
          Go back
        </button>
      </FormButtons>
    </Form>
  );
}
