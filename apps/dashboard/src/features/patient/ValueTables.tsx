import type { PatientPage } from "@soundings/contract";
import { dateWords } from "../../ui/dates.ts";
import type { CorrectedKeys } from "./correction-words.ts";
import classes from "./tables.module.css";
import { type ValueRow, ValueTable } from "./ValueTable.tsx";
import {
  injectionRows,
  measureRows,
  medicationRows,
  notableRows,
  noteRows,
  placementRows,
  resultRows,
  screenRows,
  sessionRows,
} from "./value-rows.tsx";

type Table = readonly [title: string, columns: readonly string[], rows: readonly ValueRow[]];

function tablesOf({ picture, staffNames }: PatientPage): readonly Table[] {
  return [
    [
      "Measures",
      ["Date", "Measure", "Score", "Items answered", "How", "Recorded", "Notes"],
      measureRows(picture),
    ],
    [
      "Sessions",
      ["Date", "Time", "Service", "Attendance", "Scheduled", "Delivered", "Place", "Notes"],
      sessionRows(picture),
    ],
    [
      "Drug screens",
      ["Date", "Disposition", "Specimen", "Validity", "Reading", "Results"],
      screenRows(picture),
    ],
    [
      "Results of screens",
      ["Date", "Analyte", "Result", "Method", "Status", "Value", "Cut-off", "Reading"],
      resultRows(picture),
    ],
    ["Medication changes", ["Date", "Medication", "Change", "Reason"], medicationRows(picture)],
    ["Injections", ["Date", "Medication", "What"], injectionRows(picture)],
    [
      "Events and decisions",
      ["Date", "Flag", "Kind", "What", "Result, note or reason"],
      notableRows(picture),
    ],
    ["Notes", ["Date", "Note", "By"], noteRows(picture, (staffId) => staffNames[staffId] ?? staffId)],
    ["Placements", ["Level of care", "From", "To"], placementRows(picture)],
  ];
}

/** Every dated value of the picture, as text. */
export function ValueTables({ page, corrected }: { page: PatientPage; corrected: CorrectedKeys }) {
  const { picture } = page;
  return (
    <section className={`${classes.section} ${classes.values}`} aria-labelledby="values">
      <h2 id="values" className={classes.title}>
        Every value as a table
      </h2>
      <p className={classes.empty}>
        What the timeline draws from {dateWords(picture.from)} to {dateWords(picture.to)}.
      </p>
      {tablesOf(page).map(([title, columns, rows]) => (
        <ValueTable key={title} title={title} columns={columns} rows={rows} corrected={corrected} />
      ))}
    </section>
  );
}
