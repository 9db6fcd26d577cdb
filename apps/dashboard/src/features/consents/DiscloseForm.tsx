import type { ConsentsPage, Disclosable, DiscloseInput } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { saveFile } from "../../lib/save-file.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, SelectField, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { BasisFields } from "./BasisFields.tsx";
import { type BasisDraft, basisOf, consentOf, NO_BASIS } from "./basis.ts";
import { WhatFields } from "./WhatFields.tsx";

interface DiscloseFormProps {
  readonly page: ConsentsPage;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

type FormOfRecords = DiscloseInput["form"];

/** What leaves, to whom, why, and on which basis; the file is made only when the basis stands. */
export function DiscloseForm({ page, onDone, onCancel }: DiscloseFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [basis, setBasis] = useState<BasisDraft>(NO_BASIS);
  const [form, setForm] = useState<FormOfRecords>("print");
  const [what, setWhat] = useState<ReadonlySet<Disclosable>>(new Set());
  const [recipient, setRecipient] = useState("");
  const [purpose, setPurpose] = useState("");
  const consent = consentOf(basis, page.consents);
  const make = useMutation(
    trpc.disclosures.make.mutationOptions({
      onSuccess: (document) => {
        saveFile(document.name, document.text, document.mediaType);
        queryClient.invalidateQueries(trpc.consents.pathFilter());
        onDone(
          `${document.name} was saved and the disclosure is on record.${form === "print" ? " Open the file to print it." : ""}`,
        );
      },
    }),
  );
  const choose = (next: BasisDraft) => {
    setBasis(next);
    const chosen = consentOf(next, page.consents);
    if (chosen === null || chosen.consentId === consent?.consentId) return;
    setRecipient(chosen.recipientKind === "name" ? chosen.recipient : "");
    setPurpose(chosen.purpose);
    setWhat(new Set([...what].filter((part) => chosen.what.includes(part))));
  };
  const given = basisOf(basis);
  const whole = given !== null && what.size > 0 && recipient.trim() !== "" && purpose.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given === null) return;
    make.mutate({ patientId: page.patientId, form, what: [...what], recipient, purpose, basis: given });
  };
  return (
    <Form onSubmit={submit}>
      <p>
        The file carries the notice against redisclosure. Who made it, for whom and why is entered in the
        audit and in the patient's list of disclosures.
      </p>
      <BasisFields draft={basis} consents={page.consents} onChange={choose} />
      <WhatFields
        legend="What leaves"
        hint="No more than the purpose needs."
        chosen={what}
        {...(consent ? { among: consent.what } : {})}
        onChange={setWhat}
      />
      <TextField
        label="To whom"
        hint={consent?.recipientKind === "class" ? `One of: ${consent.recipient}` : undefined}
        value={recipient}
        maxLength={300}
        readOnly={consent?.recipientKind === "name"}
        onChange={({ currentTarget }) => setRecipient(currentTarget.value)}
      />
      <TextField
        label="Purpose"
        value={purpose}
        maxLength={300}
        readOnly={consent !== null}
        onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
      />
      <SelectField
        label="As"
        choices={[
          { value: "print", label: "a page to print" },
          { value: "csv", label: "a table (CSV)" },
        ]}
        value={form}
        onChange={({ currentTarget }) => setForm(currentTarget.value as FormOfRecords)}
      />
      <QueryProblem error={make.error} />
      <FormButtons>
        <button type="submit" className={buttons.main} disabled={make.isPending || !whole}>
          Make the file and enter the disclosure
        </button>
        <button type="button" className={buttons.framed} onClick={onCancel}>
          Cancel
        </button>
      </FormButtons>
    </Form>
  );
}
