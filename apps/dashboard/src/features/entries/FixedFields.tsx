import type { RecordView } from "@soundings/contract";
import { datesInWords } from "../../ui/dates.ts";
import { valueWords } from "./correction.ts";
import classes from "./entries.module.css";

/** What ties a record to its patient and its day: shown, and not to be corrected here. */
export function FixedFields({ record }: { record: RecordView }) {
  const shown = record.takenBack === null ? record.fields.filter(({ fixed }) => fixed) : record.fields;
  return (
    <dl className={classes.fixed}>
      {shown.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{datesInWords(valueWords(record, field, value))}</dd>
        </div>
      ))}
    </dl>
  );
}
