import type { MeetingsPage } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import {
  CheckField,
  DateField,
  FieldGroup,
  Form,
  FormButtons,
  SelectField,
  TextArea,
  TextField,
} from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { inputOf, type MeetingDraft, problemsOf } from "./draft.ts";
import classes from "./MeetingsPage.module.css";

interface AddMeetingProps {
  readonly page: MeetingsPage;
  readonly today: string;
  readonly onSaid: (said: string) => void;
  readonly onClose: () => void;
}

interface PartProps {
  readonly draft: MeetingDraft;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<MeetingDraft>) => void;
}

function PeopleField({ people, draft, error, onChange }: PartProps & { people: MeetingsPage["people"] }) {
  const choose = (personId: string, on: boolean) =>
    onChange({
      personIds: on ? [...draft.personIds, personId] : draft.personIds.filter((id) => id !== personId),
    });
  return (
    <FieldGroup legend="People who take part" error={error}>
      <div className={classes.choices}>
        {people.map(({ personId, name }) => (
          <CheckField
            key={personId}
            label={name}
            checked={draft.personIds.includes(personId)}
            onChange={({ currentTarget }) => choose(personId, currentTarget.checked)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function PatientsField({ draft, error, onChange }: PartProps) {
  return (
    <>
      <SelectField
        label="Patients"
        choices={[
          { value: "whole", label: "Every patient in treatment in the program" },
          { value: "chosen", label: "Chosen by record number" },
        ]}
        value={draft.whole ? "whole" : "chosen"}
        onChange={({ currentTarget }) => onChange({ whole: currentTarget.value === "whole" })}
      />
      {draft.whole ? null : (
        <TextArea
          label="Record numbers"
          hint="With a space, a comma or a new line between two of them."
          rows={3}
          value={draft.numbers}
          error={error}
          onChange={({ currentTarget }) => onChange({ numbers: currentTarget.value })}
        />
      )}
    </>
  );
}

export function AddMeeting({ page, today, onSaid, onClose }: AddMeetingProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<MeetingDraft>({
    name: "",
    programId: page.programs.length === 1 ? (page.programs[0]?.programId ?? "") : "",
    startsOn: today,
    endsOn: "",
    personIds: [],
    whole: true,
    numbers: "",
  });
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>(null);
  const add = useMutation(
    trpc.meetings.add.mutationOptions({
      onSuccess: ({ name }) => {
        queryClient.invalidateQueries(trpc.meetings.pathFilter());
        onSaid(`${name} was added.`);
        onClose();
      },
    }),
  );
  const set = (change: Partial<MeetingDraft>) => setDraft({ ...draft, ...change });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (found === null) add.mutate(inputOf(draft));
    else goToFirstWrong(event.currentTarget);
  };
  return (
    <FormDialog title="Add a team meeting" onClose={onClose}>
      <Form onSubmit={send}>
        <TextField
          label="Name"
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          error={problems?.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <SelectField
          label="Program"
          none="Choose a program"
          choices={page.programs.map(({ programId, name }) => ({ value: programId, label: name }))}
          value={draft.programId}
          error={problems?.programId}
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
        <PeopleField people={page.people} draft={draft} error={problems?.personIds} onChange={set} />
        <PatientsField draft={draft} error={problems?.numbers} onChange={set} />
        {problems ? <p role="alert">Nothing was sent. Correct the marked fields.</p> : null}
        <QueryProblem error={add.error}>What you entered is still here.</QueryProblem>
        <FormButtons>
          <button type="submit" className={buttons.framed} disabled={add.isPending}>
            Add meeting
          </button>
          <button type="button" className={buttons.plain} onClick={onClose}>
            Cancel
          </button>
        </FormButtons>
      </Form>
    </FormDialog>
  );
}
