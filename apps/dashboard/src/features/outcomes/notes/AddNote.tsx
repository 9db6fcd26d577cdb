import type { OutcomeNoteList } from "@soundings/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../../lib/trpc.ts";
import buttons from "../../../ui/buttons.module.css";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { goToFirstWrong } from "../../../ui/first-wrong.ts";
import { DateField, Form, FormButtons, SelectField, TextArea } from "../../../ui/form.tsx";
import { QueryProblem } from "../../../ui/QueryProblem.tsx";
import { useQuestion } from "../parts/use-question.ts";
import { inputOf, type NoteDraft, type NoteProblems, problemsOf } from "./draft.ts";

interface AddNoteProps {
  readonly programs: OutcomeNoteList["programs"];
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

function firstProgram(programs: OutcomeNoteList["programs"], asked: string | undefined): string {
  const [only, ...others] = programs;
  if (programs.some(({ programId }) => programId === asked)) return asked ?? "";
  return only !== undefined && others.length === 0 ? only.programId : "";
}

/** Notes what changed in a program on a day. */
export function AddNote({ programs, onSaid, onClose }: AddNoteProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const question = useQuestion();
  const today = useQuery(trpc.site.info.queryOptions()).data?.today ?? "";
  const [draft, setDraft] = useState<NoteDraft>({
    programId: firstProgram(programs, question.program),
    on: "",
    text: "",
  });
  const [problems, setProblems] = useState<NoteProblems | null>(null);
  const add = useMutation(
    trpc.outcomeNotes.add.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.outcomeNotes.pathFilter());
        onSaid("The note was added.");
        onClose();
      },
    }),
  );
  const set = (change: Partial<NoteDraft>) => setDraft({ ...draft, ...change });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(draft, today);
    setProblems(found);
    if (found === null) add.mutate(inputOf(draft));
    else goToFirstWrong(event.currentTarget);
  };
  return (
    <FormDialog title="Note what changed" onClose={onClose}>
      <Form onSubmit={send}>
        <SelectField
          label="Program"
          none="Choose a program"
          choices={programs.map(({ programId, name }) => ({ value: programId, label: name }))}
          value={draft.programId}
          error={problems?.programId}
          onChange={({ currentTarget }) => set({ programId: currentTarget.value })}
        />
        <DateField
          label="Day of the change"
          max={today}
          value={draft.on}
          error={problems?.on}
          onChange={({ currentTarget }) => set({ on: currentTarget.value })}
        />
        <TextArea
          label="What changed"
          hint="Such as: evening track opened. At most 200 characters, for the people who direct the program. No names of patients."
          rows={2}
          maxLength={200}
          value={draft.text}
          error={problems?.text}
          onChange={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        {problems ? <p role="alert">Nothing was sent. Correct the marked fields.</p> : null}
        <QueryProblem error={add.error} />
        <FormButtons>
          <button type="submit" className={buttons.framed} disabled={add.isPending}>
            Add note
          </button>
          <button type="button" className={buttons.plain} onClick={onClose}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </FormDialog>
  );
}
