import { useId } from "react";
import { DateField, FieldGroup, TextField } from "../../ui/form.tsx";
import type { By, Missing } from "./asked.ts";
import classes from "./opening.module.css";

const WAYS: readonly { readonly by: By; readonly label: string }[] = [
  { by: "record_number", label: "By record number" },
  { by: "name_and_birth_date", label: "By name and birth date" },
];

interface WhoFieldsProps {
  readonly by: By;
  readonly onChange: (by: By) => void;
  readonly missing: Missing;
}

/** Exactly who is meant: nothing is searched, and part of a name finds nobody. */
export function WhoFields({ by, onChange, missing }: WhoFieldsProps) {
  const id = useId();
  return (
    <>
      <FieldGroup legend="Who it is">
        <div className={classes.ways}>
          {WAYS.map((way) => (
            <label key={way.by} className={classes.way}>
              <input
                type="radio"
                name={`${id}by`}
                checked={by === way.by}
                onChange={() => onChange(way.by)}
              />
              {way.label}
            </label>
          ))}
        </div>
      </FieldGroup>
      {by === "record_number" ? (
        <TextField
          label="Record number"
          name="recordNumber"
          autoComplete="off"
          maxLength={64}
          error={missing.recordNumber}
        />
      ) : (
        <>
          <TextField
            label="Given name"
            name="givenName"
            autoComplete="off"
            maxLength={100}
            error={missing.givenName}
          />
          <TextField
            label="Family name"
            name="familyName"
            autoComplete="off"
            maxLength={100}
            error={missing.familyName}
          />
          <DateField label="Birth date" name="birthDate" autoComplete="off" error={missing.birthDate} />
        </>
      )}
    </>
  );
}
