import type { ComponentProps } from "react";
import { useId } from "react";
import { DateField, SelectField, TextArea, TextField } from "../../ui/form.tsx";
import type { DraftField, EntryDraft, Problems } from "./draft.ts";
import type { PresentMedication } from "./medications.ts";

/** What the fields of every form share. */
export interface PartsProps {
  readonly draft: EntryDraft;
  readonly put: (part: Partial<EntryDraft>) => void;
  readonly problems: Problems;
  readonly today: string;
  readonly present: readonly PresentMedication[];
}

type Held = Pick<PartsProps, "draft" | "put" | "problems"> & { readonly field: DraftField };

function held({ draft, put, problems, field }: Held) {
  return {
    value: draft[field],
    error: problems[field],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      put({ [field]: currentTarget.value }),
  };
}

type Rest<Field extends typeof TextField | typeof TextArea | typeof SelectField> = Omit<
  ComponentProps<Field>,
  keyof ReturnType<typeof held>
>;

/** One line of text of a draft. */
export function TextPart({
  parts,
  field,
  ...rest
}: { parts: PartsProps; field: DraftField } & Rest<typeof TextField>) {
  return <TextField {...rest} {...held({ ...parts, field })} />;
}

/** Several lines of text of a draft. */
export function PassagePart({
  parts,
  field,
  ...rest
}: { parts: PartsProps; field: DraftField } & Rest<typeof TextArea>) {
  return <TextArea rows={3} {...rest} {...held({ ...parts, field })} />;
}

/** A choice of a draft. */
export function ChoicePart({
  parts,
  field,
  ...rest
}: { parts: PartsProps; field: DraftField } & Rest<typeof SelectField>) {
  return <SelectField {...rest} {...held({ ...parts, field })} />;
}

interface DayPartProps {
  readonly parts: PartsProps;
  readonly field: "on" | "givenOn" | "nextDueOn";
  readonly label: string;
  readonly hint?: string;
  /** For days that may lie ahead. */
  readonly ahead?: boolean;
}

export function DayPart({ parts, field, label, hint, ahead = false }: DayPartProps) {
  return (
    <DateField
      label={label}
      hint={hint}
      max={ahead ? undefined : parts.today}
      {...held({ ...parts, field })}
    />
  );
}

/** The text of a medication, with what the patient takes to choose from. */
export function MedicationPart({ parts, hint }: { parts: PartsProps; hint?: string | undefined }) {
  const list = useId();
  return (
    <>
      <TextPart parts={parts} field="medication" label="Medication" hint={hint} list={list} maxLength={200} />
      <datalist id={list}>
        {parts.present.map(({ medication, doseText }) => (
          <option key={medication} value={medication}>
            {doseText}
          </option>
        ))}
      </datalist>
    </>
  );
}
