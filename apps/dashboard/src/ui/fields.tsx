import { useId } from "react";
import classes from "./fields.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceGroup {
  /** Names the group; choices of one without a name stand by themselves. */
  readonly name?: string;
  readonly choices: readonly Choice[];
}

interface ChoiceFieldProps {
  readonly label: string;
  /** The words for no choice. */
  readonly all: string;
  readonly value: string | undefined;
  /** Undefined while they are on their way. */
  readonly groups: readonly ChoiceGroup[] | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

export function ChoiceField({ label, all, value, groups, onChoose }: ChoiceFieldProps) {
  const id = useId();
  const isKnown = groups?.some(({ choices }) => choices.some((choice) => choice.value === value));
  return (
    <div>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        className={classes.select}
        data-pending={groups === undefined || undefined}
        data-chosen={value !== undefined || undefined}
        value={value ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {(groups ?? []).map(({ name, choices }) =>
          name === undefined ? (
            <Options key="" choices={choices} />
          ) : (
            <optgroup key={name} label={name}>
              <Options choices={choices} />
            </optgroup>
          ),
        )}
        {value === undefined || isKnown ? null : <option value={value}>{groups ? value : "…"}</option>}
      </select>
    </div>
  );
}

interface ToggleFieldProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function ToggleField({ label, on, onChange }: ToggleFieldProps) {
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
