import { type Consent, OTHER_BASES, type OtherBasis } from "@soundings/contract";
import { SelectField, TextArea, TextField } from "../../ui/form.tsx";
import type { BasisDraft } from "./basis.ts";
import { endWords } from "./words.ts";

interface BasisFieldsProps {
  readonly draft: BasisDraft;
  readonly consents: readonly Consent[];
  readonly onChange: (draft: BasisDraft) => void;
}

const BASES: readonly { readonly value: Exclude<BasisDraft["by"], "">; readonly label: string }[] = [
  { value: "consent", label: "A consent in force" },
  { value: "medical_emergency", label: "A medical emergency" },
  { value: "other", label: "Another permitted basis" },
];
const OTHERS = Object.entries(OTHER_BASES).map(([value, label]) => ({ value, label }));

/** Why the records may leave: without one of these they do not. */
export function BasisFields({ draft, consents, onChange }: BasisFieldsProps) {
  const put = (part: Partial<BasisDraft>) => onChange({ ...draft, ...part });
  const inForce = consents.filter(({ state }) => state === "in_force");
  const bases = BASES.filter(({ value }) => value !== "consent" || inForce.length > 0);
  return (
    <>
      <SelectField
        label="Basis"
        hint={inForce.length === 0 ? "No consent of this patient is in force." : undefined}
        none="Choose a basis"
        choices={bases}
        value={draft.by}
        onChange={({ currentTarget }) => put({ by: currentTarget.value as BasisDraft["by"] })}
      />
      {draft.by === "consent" ? (
        <SelectField
          label="Consent"
          none="Choose a consent"
          choices={inForce.map((consent) => ({
            value: consent.consentId,
            label: `${consent.recipient}: ${consent.purpose}, ${endWords(consent)}`,
          }))}
          value={draft.consentId}
          onChange={({ currentTarget }) => put({ consentId: currentTarget.value })}
        />
      ) : null}
      {draft.by === "medical_emergency" ? (
        <>
          <TextField
            label="Affiliation of the recipient"
            hint="Such as the emergency department of a hospital."
            value={draft.recipientAffiliation}
            maxLength={200}
            onChange={({ currentTarget }) => put({ recipientAffiliation: currentTarget.value })}
          />
          <TextArea
            label="Nature of the emergency"
            value={draft.nature}
            maxLength={500}
            onChange={({ currentTarget }) => put({ nature: currentTarget.value })}
          />
        </>
      ) : null}
      {draft.by === "other" ? (
        <>
          <SelectField
            label="Which basis"
            none="Choose a basis"
            choices={OTHERS}
            value={draft.other}
            onChange={({ currentTarget }) => put({ other: currentTarget.value as OtherBasis | "" })}
          />
          <TextArea
            label="Why it applies"
            value={draft.explanation}
            maxLength={500}
            onChange={({ currentTarget }) => put({ explanation: currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}
