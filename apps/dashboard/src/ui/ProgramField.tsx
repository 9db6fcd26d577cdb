import { ChoiceField } from "./fields.tsx";

interface ProgramFieldProps {
  readonly programs: readonly { readonly programId: string; readonly name: string }[] | undefined;
  readonly value: string | undefined;
  readonly onChoose: (program: string | undefined) => unknown;
}

/** Narrows a list to one program, where it holds several or is narrowed already. */
export function ProgramField({ programs = [], value, onChoose }: ProgramFieldProps) {
  if (programs.length < 2 && value === undefined) return null;
  const choices = programs.map(({ programId, name }) => ({ value: programId, label: name }));
  return (
    <ChoiceField
      label="Program"
      all="All programs"
      value={value}
      groups={[{ choices }]}
      onChoose={(program) => void onChoose(program)}
    />
  );
}
