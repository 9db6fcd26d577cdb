import type { CoversPage } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import { DateField, Form, FormButtons, SelectField, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { type CoverDraft, inputOf, problemsOf } from "./draft.ts";

interface AddCoverProps {
  readonly page: CoversPage;
  readonly today: string;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

export function AddCover({ page, today, onSaid, onClose }: AddCoverProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<CoverDraft>({
    awayStaffId: "",
    coveringPersonId: "",
    programId: "",
    startsOn: today,
    endsOn: "",
    note: "",
  });
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>(null);
  const add = useMutation(
    trpc.covers.add.mutationOptions({
      onSuccess: ({ awayName, coveringName }) => {
        queryClient.invalidateQueries(trpc.covers.pathFilter());
        onSaid(`${coveringName} covers for ${awayName}.`);
        onClose();
      },
    }),
  );
  const set = (change: Partial<CoverDraft>) => setDraft({ ...draft, ...change });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (found === null) add.mutate(inputOf(draft));
    else goToFirstWrong(event.currentTarget);
  };
  return (
    <FormDialog title="Add a cover" onClose={onClose}>
      <Form onSubmit={send}>
        <SelectField
          label="Who is away"
          none="Choose a member of staff"
          choices={page.staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          value={draft.awayStaffId}
          error={problems?.awayStaffId}
          onChange={({ currentTarget }) => set({ awayStaffId: currentTarget.value })}
        />
        <SelectField
          label="Who covers"
          hint="Somebody else, with a role in a program of whoever is away."
          none="Choose a person"
          choices={page.people.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={draft.coveringPersonId}
          error={problems?.coveringPersonId}
          onChange={({ currentTarget }) => set({ coveringPersonId: currentTarget.value })}
        />
        <SelectField
          label="Program"
          none="Every program of the covering person"
          choices={page.programs.map(({ programId, name }) => ({ value: programId, label: name }))}
          value={draft.programId}
          onChange={({ currentTarget }) => set({ programId: currentTarget.value })}
        />
        <DateField
          label="First day"
          value={draft.startsOn}
          error={problems?.startsOn}
          onChange={({ currentTarget }) => set({ startsOn: currentTarget.value })}
        />
        <DateField
          label="Last day"
          min={draft.startsOn}
          value={draft.endsOn}
          error={problems?.endsOn}
          onChange={({ currentTarget }) => set({ endsOn: currentTarget.value })}
        />
        <TextField
          label="Note"
          hint="Such as vacation or leave. Nothing about a patient."
          maxLength={200}
          autoComplete="off"
          value={draft.note}
          onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        />
        {problems ? <p role="alert">Nothing was sent. Correct the marked fields.</p> : null}
        <QueryProblem error={add.error} />
        <FormButtons>
          <button type="submit" className={buttons.framed} disabled={add.isPending}>
            Add cover
          </button>
          <button type="button" className={buttons.plain} onClick={onClose}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </FormDialog>
  );
}
