import { type PeoplePage, ROLES, type Role } from "@soundings/contract";
import { type FormEvent, useState } from "react";
import buttons from "../../ui/buttons.module.css";
import type { Step } from "../../ui/ConfirmDialog.tsx";
import { goToFirstWrong } from "../../ui/first-wrong.ts";
import { CheckField, FieldGroup, Form, FormButtons, SelectField, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { capital, ROLE_WORDS } from "../../ui/role-words.ts";
import { type Draft, type DraftProblems, draftOfStaff, isOfSite, problemsOf, withRole } from "./draft.ts";
import classes from "./PeoplePage.module.css";

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  therapist: "Sees their own patients, and those of a colleague or a team meeting on its days.",
  prescriber: "Sees their own patients, and those of a colleague or a team meeting on its days.",
  director: "Sees every patient of these programs. Needs a second factor.",
  front_desk: "Sees sessions, attendance, who is due and contact details; no scores, screens or notes.",
  administrator: "Sees people, settings, imports and the audit; no clinical content. Needs a second factor.",
};

interface RoleFieldProps {
  readonly role: Role;
  readonly programIds: readonly string[] | undefined;
  readonly programs: PeoplePage["programs"];
  readonly error: string | undefined;
  readonly onChange: (programIds: readonly string[] | undefined) => void;
}

/** A role, and once it is chosen its programs. The only program there is needs no choosing. */
function RoleField({ role, programIds, programs, error, onChange }: RoleFieldProps) {
  const only = programs.length === 1 ? programs.map(({ programId }) => programId) : [];
  const name = ROLE_WORDS[role];
  const choose = (programId: string, on: boolean) =>
    onChange(
      on ? [...(programIds ?? []), programId] : (programIds ?? []).filter((chosen) => chosen !== programId),
    );
  return (
    <div className={classes.role}>
      <CheckField
        label={capital(name)}
        hint={ROLE_HINTS[role]}
        checked={programIds !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? only : undefined)}
      />
      {programIds === undefined || isOfSite(role) ? null : (
        <div className={classes.programs}>
          <FieldGroup legend={`Programs as ${name}`} error={error}>
            {programs.map((program) => (
              <CheckField
                key={program.programId}
                label={program.name}
                checked={programIds.includes(program.programId)}
                onChange={({ currentTarget }) => choose(program.programId, currentTarget.checked)}
              />
            ))}
          </FieldGroup>
        </div>
      )}
    </div>
  );
}

interface PersonFormProps {
  readonly start: Draft;
  readonly page: PeoplePage;
  /** Of whom the person may be: staff without an account, and whoever it is already. */
  readonly staff: readonly { readonly staffId: string; readonly name: string }[];
  readonly does: string;
  readonly step: Step;
  /** Choosing a member of staff fills the fields of a new person. */
  readonly fills: boolean;
  readonly onSend: (draft: Draft) => void;
  readonly onClose: () => void;
}

export function PersonForm({ start, page, staff, does, step, fills, onSend, onClose }: PersonFormProps) {
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<DraftProblems | null>(null);
  const chooseStaff = (staffId: string) => {
    const chosen = page.uninvited.find((one) => one.staffId === staffId);
    setDraft(fills && chosen ? draftOfStaff(chosen) : { ...draft, staffId: staffId === "" ? null : staffId });
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (found === null) onSend(draft);
    else goToFirstWrong(event.currentTarget);
  };
  return (
    <Form onSubmit={send}>
      <SelectField
        label="Member of staff of the records"
        hint="Whose patients count as this person's own."
        none="none, such as for somebody who treats nobody"
        choices={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        value={draft.staffId ?? ""}
        onChange={({ currentTarget }) => chooseStaff(currentTarget.value)}
      />
      <TextField
        label="Name"
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        error={problems?.name}
        onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
      />
      <TextField
        label="E-mail address"
        hint="The person signs in with it."
        type="email"
        autoComplete="off"
        maxLength={254}
        value={draft.email}
        error={problems?.email}
        onChange={({ currentTarget }) => setDraft({ ...draft, email: currentTarget.value })}
      />
      <FieldGroup legend="Roles" hint="Several add up." error={problems?.roles}>
        {ROLES.map((role) => (
          <RoleField
            key={role}
            role={role}
            programIds={draft.roles[role]}
            programs={page.programs}
            error={problems?.programs[role]}
            onChange={(programIds) => setDraft(withRole(draft, role, programIds))}
          />
        ))}
      </FieldGroup>
      {problems ? <p role="alert">Nothing was sent. Correct the marked fields.</p> : null}
      <QueryProblem error={step.error} />
      <FormButtons>
        <button type="submit" className={buttons.framed} disabled={step.isPending}>
          {does}
        </button>
        <button type="button" className={buttons.plain} onClick={onClose}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}
