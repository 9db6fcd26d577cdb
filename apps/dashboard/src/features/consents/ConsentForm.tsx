import type { ConsentsPage, Disclosable, RecordConsentInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { DateField, Form, FormButtons, SelectField, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { WhatFields } from "./WhatFields.tsx";

interface ConsentFormProps {
  readonly page: ConsentsPage;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

type EndsBy = RecordConsentInput["ends"]["by"];

interface Draft {
  readonly discloser: string;
  readonly recipient: string;
  readonly recipientKind: RecordConsentInput["recipientKind"];
  readonly purpose: string;
  readonly purposeKind: RecordConsentInput["purposeKind"];
  readonly endsBy: EndsBy;
  readonly endsOn: string;
  readonly endsEvent: string;
  readonly signedOn: string;
  readonly signedBy: string;
}

const EMPTY: Draft = {
  discloser: "",
  recipient: "",
  recipientKind: "name",
  purpose: "",
  purposeKind: "other",
  endsBy: "day",
  endsOn: "",
  endsEvent: "",
  signedOn: "",
  signedBy: "",
};

function endsOf({ endsBy, endsOn, endsEvent }: Draft): RecordConsentInput["ends"] {
  if (endsBy === "day") return { by: "day", on: endsOn };
  return endsBy === "event" ? { by: "event", event: endsEvent } : { by: "never" };
}

function isWhole(draft: Draft, what: ReadonlySet<Disclosable>): boolean {
  const { discloser, recipient, purpose, signedOn, signedBy, endsBy, endsOn, endsEvent } = draft;
  const texts = [discloser, recipient, purpose, signedOn, signedBy];
  if (endsBy === "day") texts.push(endsOn);
  if (endsBy === "event") texts.push(endsEvent);
  return what.size > 0 && texts.every((text) => text.trim() !== "");
}

const ENDS: readonly { readonly value: EndsBy; readonly label: string }[] = [
  { value: "day", label: "On a day" },
  { value: "event", label: "When something happens" },
  { value: "never", label: "Never" },
];

/** The elements of a written consent (42 CFR 2.31), as they stand on the signed form. */
export function ConsentForm({ page, onDone, onCancel }: ConsentFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [what, setWhat] = useState<ReadonlySet<Disclosable>>(new Set());
  const put = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const record = useMutation(
    trpc.consents.record.mutationOptions({
      onSuccess: ({ recipient }) => {
        queryClient.invalidateQueries(trpc.consents.pathFilter());
        onDone(`The consent for ${recipient} is on record.`);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { discloser, recipient, recipientKind, purpose, purposeKind, signedOn, signedBy } = draft;
    const terms = { discloser, recipient, recipientKind, purpose, purposeKind, signedOn, signedBy };
    record.mutate({ patientId: page.patientId, ...terms, what: [...what], ends: endsOf(draft) });
  };
  const ends = ENDS.filter(({ value }) => value !== "never" || draft.purposeKind !== "other");
  return (
    <Form onSubmit={submit}>
      <p>Enter what stands on the signed form. It is kept as it is; a mistake is marked, not overwritten.</p>
      <TextField
        label="Who may disclose"
        hint="This program, as the form names it."
        value={draft.discloser}
        maxLength={200}
        onChange={({ currentTarget }) => put({ discloser: currentTarget.value })}
      />
      <SelectField
        label="The recipient is"
        choices={[
          { value: "name", label: "named" },
          { value: "class", label: "a class, such as my treating providers" },
        ]}
        value={draft.recipientKind}
        onChange={({ currentTarget }) =>
          put({ recipientKind: currentTarget.value as Draft["recipientKind"] })
        }
      />
      <TextField
        label="To whom"
        value={draft.recipient}
        maxLength={300}
        onChange={({ currentTarget }) => put({ recipient: currentTarget.value })}
      />
      <WhatFields legend="What" chosen={what} onChange={setWhat} />
      <SelectField
        label="The purpose is"
        choices={[
          { value: "other", label: "one of its own" },
          { value: "treatment_payment_operations", label: "treatment, payment and health care operations" },
        ]}
        value={draft.purposeKind}
        onChange={({ currentTarget }) => {
          const purposeKind = currentTarget.value as Draft["purposeKind"];
          put({
            purposeKind,
            ...(purposeKind === "other" && draft.endsBy === "never" ? { endsBy: "day" } : {}),
          });
        }}
      />
      <TextField
        label="Purpose"
        value={draft.purpose}
        maxLength={300}
        onChange={({ currentTarget }) => put({ purpose: currentTarget.value })}
      />
      <SelectField
        label="It ends"
        choices={ends}
        value={draft.endsBy}
        onChange={({ currentTarget }) => put({ endsBy: currentTarget.value as EndsBy })}
      />
      {draft.endsBy === "day" ? (
        <DateField
          label="Last day"
          value={draft.endsOn}
          onChange={({ currentTarget }) => put({ endsOn: currentTarget.value })}
        />
      ) : null}
      {draft.endsBy === "event" ? (
        <TextField
          label="What ends it"
          hint="Such as: discharge from the program."
          value={draft.endsEvent}
          maxLength={300}
          onChange={({ currentTarget }) => put({ endsEvent: currentTarget.value })}
        />
      ) : null}
      <DateField
        label="Signed on"
        value={draft.signedOn}
        max={page.today}
        onChange={({ currentTarget }) => put({ signedOn: currentTarget.value })}
      />
      <TextField
        label="Signed by"
        hint="The patient, or who may sign for the patient."
        value={draft.signedBy}
        maxLength={120}
        onChange={({ currentTarget }) => put({ signedBy: currentTarget.value })}
      />
      <QueryProblem error={record.error} />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={record.isPending || !isWhole(draft, what)}>
          Record the consent
        </button>
        <button type="button" className={buttons.framed} onClick={onCancel}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}
