import { type ConsentsPage, DISCLOSABLE, type Disclosable, type DisclosedForm } from "@soundings/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { bytesOf, saveFile } from "../../lib/save-file.ts";
import { useTRPC } from "../../lib/trpc.ts";
import buttons from "../../ui/buttons.module.css";
import { Form, FormButtons, SelectField, TextField } from "../../ui/form.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { BasisFields } from "./BasisFields.tsx";
import { type BasisDraft, basisOf, consentOf, NO_BASIS, TO_PATIENT } from "./basis.ts";
import { FORM_CHOICES, FORM_FACTS, firstParts, isPaper, partsLeftOut } from "./forms.ts";
import { WhatFields } from "./WhatFields.tsx";
import { whatWords } from "./words.ts";

interface DiscloseFormProps {
  readonly page: ConsentsPage;
  /** What was asked for on the way here. */
  readonly first: { readonly form: DisclosedForm | undefined; readonly episodeId: string | undefined };
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

const THE_PATIENT = "the patient";

/** What of the paper stays out, and what of the consent it uses, in one hint. */
function whatHint(
  form: DisclosedForm,
  what: ReadonlySet<Disclosable>,
  covered: readonly Disclosable[] | null,
) {
  const left = partsLeftOut(form, what);
  const words = [
    "No more than the purpose needs.",
    covered === null ? "" : `The consent covers: ${whatWords(covered)}.`,
    left.length === 0 || what.size === 0
      ? ""
      : `The paper says that it leaves out: ${left.map((part) => DISCLOSABLE[part]).join("; ")}.`,
  ];
  return words.filter(Boolean).join(" ");
}

function holdsWords(form: DisclosedForm, episodeId: string | undefined): string {
  const stay =
    episodeId === undefined ? " Of the present stay, or else the latest." : " Of the stay that was open.";
  return FORM_FACTS[form].holds + (isPaper(form) ? stay : "");
}

/** What leaves, to whom, why, and on which basis; the file is made only when the basis stands. */
export function DiscloseForm({ page, first, onDone, onCancel }: DiscloseFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<DisclosedForm>(first.form ?? "print");
  const isToPatient = first.form === "patient_copy";
  const [basis, setBasis] = useState<BasisDraft>(isToPatient ? TO_PATIENT : NO_BASIS);
  const [what, setWhat] = useState<ReadonlySet<Disclosable>>(() => firstParts(form, null));
  const [recipient, setRecipient] = useState(isToPatient ? THE_PATIENT : "");
  const [purpose, setPurpose] = useState("");
  const consent = consentOf(basis, page.consents);
  const make = useMutation(
    trpc.disclosures.make.mutationOptions({
      onSuccess: (document) => {
        saveFile(document.name, bytesOf(document.base64), document.mediaType);
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
    const wanted = isPaper(form) ? firstParts(form, null) : what;
    setWhat(new Set([...wanted].filter((part) => chosen.what.includes(part))));
  };
  const chooseForm = (next: DisclosedForm) => {
    setForm(next);
    if (isPaper(next)) setWhat(firstParts(next, consent?.what ?? null));
    if (next !== "patient_copy" || basis.by !== "") return;
    setBasis(TO_PATIENT);
    setRecipient(recipient || THE_PATIENT);
  };
  const given = basisOf(basis);
  const whole = given !== null && what.size > 0 && recipient.trim() !== "" && purpose.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given === null) return;
    const ofStay = isPaper(form) ? { episodeId: first.episodeId } : {};
    const { patientId } = page;
    make.mutate({ patientId, form, ...ofStay, what: [...what], recipient, purpose, basis: given });
  };
  return (
    <Form onSubmit={submit}>
      <p>
        The file carries the notice against redisclosure. Who made it, for whom and why is entered in the
        audit and in the patient's list of disclosures.
      </p>
      <SelectField
        label="As"
        hint={holdsWords(form, first.episodeId)}
        choices={FORM_CHOICES}
        value={form}
        onChange={({ currentTarget }) => chooseForm(currentTarget.value as DisclosedForm)}
      />
      <BasisFields draft={basis} consents={page.consents} onChange={choose} />
      <WhatFields
        legend="What leaves"
        hint={whatHint(form, what, consent?.what ?? null)}
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
