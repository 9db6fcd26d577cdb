import type { ContactDetails, SaveContactInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Unsaved } from "../../ui/Unsaved.tsx";

type Kept = Omit<SaveContactInput, "patientId" | "revision">;
type Draft = { readonly [Name in keyof Kept]: string };

const FIELDS: readonly {
  readonly name: keyof Kept;
  readonly label: string;
  readonly hint?: string;
  readonly most: number;
}[] = [
  { name: "preferredName", label: "Preferred name", hint: "How staff call the patient.", most: 100 },
  { name: "pronouns", label: "Pronouns", most: 40 },
  {
    name: "reachBy",
    label: "How to reach the patient",
    hint: "Such as whether a message may be left, and under which name, so that nobody learns of the treatment.",
    most: 300,
  },
  { name: "emergencyName", label: "Emergency contact", most: 120 },
  { name: "emergencyRelation", label: "Relation to the patient", most: 60 },
  { name: "emergencyPhone", label: "Phone of the emergency contact", most: 40 },
];

function draftOf(contact: ContactDetails): Draft {
  const entries = FIELDS.map(({ name }) => [name, contact[name] ?? ""] as const);
  return Object.fromEntries(entries) as Draft;
}

function keptOf(draft: Draft): Kept {
  const entries = FIELDS.map(({ name }) => [name, draft[name].trim() || null] as const);
  return Object.fromEntries(entries) as Kept;
}

export function ContactForm({ contact }: { contact: ContactDetails }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(contact));
  const key = trpc.contact.get.queryKey({ patientId: contact.patientId });
  const save = useMutation(
    trpc.contact.save.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(key, saved);
        setDraft(draftOf(saved));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ patientId: contact.patientId, revision: contact.revision, ...keptOf(draft) });
  };
  const changed = FIELDS.some(({ name }) => draft[name] !== (contact[name] ?? ""));
  return (
    <Form onSubmit={submit} aria-label="Contact details">
      {FIELDS.map(({ name, label, hint, most }) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          value={draft[name]}
          maxLength={most}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setDraft((old) => ({ ...old, [name]: value }))}
        />
      ))}
      <Unsaved when={changed} />
      <QueryProblem error={save.error} />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={save.isPending || !changed}>
          {save.isPending ? "Saving" : "Save"}
        </button>
        <span role="status">{save.isSuccess && !changed ? "Saved." : ""}</span>
      </FormButtons>
    </Form>
  );
}
