import type { ProgramCore, RuleFacts } from "@soundings/contract";
import { CheckField, FieldGroup, TextArea, TextField } from "../../ui/form.tsx";
import { NUMBER_RANGES, type ProgramProblems } from "./draft.ts";
import type { LinesKey, NumberKey, ProgramDraft, SwitchKey } from "./typed.ts";
import { readByWords } from "./words.ts";

/** What every part of the form needs. */
export interface PartProps {
  readonly draft: ProgramDraft;
  readonly problems: ProgramProblems;
  readonly rules: readonly RuleFacts[];
  readonly onChange: (change: Partial<ProgramDraft>) => void;
}

interface OneProps<Key> {
  readonly part: PartProps;
  readonly name: Key;
  readonly label: string;
  readonly hint?: string;
}

/** A number; its label says the unit. */
export function NumberField({ part, name, label, hint }: OneProps<NumberKey>) {
  const { whole } = NUMBER_RANGES[name];
  const read = readByWords(name as keyof ProgramCore, part.rules);
  return (
    <TextField
      label={label}
      hint={[hint, read].filter(Boolean).join(" ")}
      inputMode={whole ? "numeric" : "decimal"}
      autoComplete="off"
      maxLength={6}
      value={part.draft[name]}
      error={part.problems[name]}
      onChange={({ currentTarget }) => part.onChange({ [name]: currentTarget.value })}
    />
  );
}

/** A list, a line for each of its items. */
export function LinesField({ part, name, label, hint }: OneProps<LinesKey>) {
  const rows = Math.max(2, part.draft[name].split("\n").length);
  return (
    <TextArea
      label={label}
      hint={hint ?? "One on each line."}
      rows={rows}
      value={part.draft[name]}
      error={part.problems[name]}
      onChange={({ currentTarget }) => part.onChange({ [name]: currentTarget.value })}
    />
  );
}

export function SwitchField({ part, name, label, hint }: OneProps<SwitchKey>) {
  return (
    <CheckField
      label={label}
      hint={hint}
      checked={part.draft[name]}
      onChange={({ currentTarget }) => part.onChange({ [name]: currentTarget.checked })}
    />
  );
}

interface SeveralProps<Code extends string> {
  readonly legend: string;
  readonly codes: readonly Code[];
  readonly chosen: readonly Code[];
  readonly wordsOf: (code: Code) => string;
  readonly onChange: (chosen: Code[]) => void;
}

/** Any of a few, kept in their order. */
export function SeveralField<Code extends string>(props: SeveralProps<Code>) {
  const { legend, codes, chosen, wordsOf, onChange } = props;
  return (
    <FieldGroup legend={legend}>
      {codes.map((code) => (
        <CheckField
          key={code}
          label={wordsOf(code)}
          checked={chosen.includes(code)}
          onChange={({ currentTarget }) =>
            onChange(codes.filter((one) => (one === code ? currentTarget.checked : chosen.includes(one))))
          }
        />
      ))}
    </FieldGroup>
  );
}
