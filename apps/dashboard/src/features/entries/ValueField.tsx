import type { RecordField } from "@soundings/contract";
import { DateField, SelectField, TextArea, TextField } from "../../ui/form.tsx";

interface ValueFieldProps {
  readonly field: RecordField;
  readonly value: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A code that is no choice any more stays one of this record. */
function choicesOf({ options, value }: RecordField) {
  const isKnown = value === "" || options.some((option) => option.value === value);
  return isKnown ? options : [{ value, label: value }, ...options];
}

/** One value of a record in the form that it takes. */
export function ValueField({ field, value, hint, error, onChange }: ValueFieldProps) {
  const shared = {
    label: field.label,
    hint,
    error,
    value,
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  switch (field.form) {
    case "passage":
      return (
        <div data-wide>
          <TextArea {...shared} rows={3} maxLength={5000} />
        </div>
      );
    case "code":
      return (
        <SelectField
          {...shared}
          choices={choicesOf(field)}
          {...(field.required && field.value !== "" ? {} : { none: "no data" })}
        />
      );
    case "date":
      return <DateField {...shared} />;
    case "number":
      return <TextField {...shared} inputMode="decimal" maxLength={20} />;
    case "moment":
      return (
        <div data-wide>
          <TextField
            {...shared}
            type="datetime-local"
            value={value.replace(" ", "T")}
            onChange={({ currentTarget }) => onChange(currentTarget.value.replace("T", " "))}
          />
        </div>
      );
    default:
      return <TextField {...shared} maxLength={5000} />;
  }
}
