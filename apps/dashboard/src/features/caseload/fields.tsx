import { useId } from "react";
import classes from "./Filters.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  /** The words for no choice. */
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string | undefined) => void;
}

export function ChoiceField({ label, all, value, choices, onChoose }: ChoiceFieldProps) {
  const id = useId();
  const unknown = value !== undefined && !choices.some((choice) => choice.value === value);
  return (
    <div className={classes.field}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        className={classes.select}
        data-chosen={value !== undefined || undefined}
        value={value ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {unknown ? <option value={value}>{value}</option> : null}
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
