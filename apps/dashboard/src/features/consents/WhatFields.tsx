import { DISCLOSABLE, type Disclosable } from "@soundings/contract";
import { CheckField, FieldGroup } from "../../ui/form.tsx";

const ALL = Object.keys(DISCLOSABLE) as readonly Disclosable[];

interface WhatFieldsProps {
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: ReadonlySet<Disclosable>;
  /** What can be chosen; everything unless given. */
  readonly among?: readonly Disclosable[];
  readonly onChange: (chosen: ReadonlySet<Disclosable>) => void;
}

/** The parts of a record, each to be chosen by itself: no more than is needed. */
export function WhatFields({ legend, hint, chosen, among = ALL, onChange }: WhatFieldsProps) {
  const toggle = (part: Disclosable, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(part);
    else next.delete(part);
    onChange(next);
  };
  return (
    <FieldGroup legend={legend} hint={hint}>
      {ALL.filter((part) => among.includes(part)).map((part) => (
        <CheckField
          key={part}
          label={DISCLOSABLE[part]}
          checked={chosen.has(part)}
          onChange={({ currentTarget }) => toggle(part, currentTarget.checked)}
        />
      ))}
    </FieldGroup>
  );
}
