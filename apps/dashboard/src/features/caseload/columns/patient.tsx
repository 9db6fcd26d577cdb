import { Link } from "@tanstack/react-router";
import classes from "../cells.module.css";
import { fullName, levelWords, weekWords } from "../words.ts";
import type { Column } from "./column.ts";

export const patientColumn: Column = {
  id: "patient",
  label: "Patient",
  sorts: [
    { key: "name", label: "Patient", name: "patient name", first: "asc" },
    { key: "program", label: "Program", name: "program", first: "asc" },
    { key: "week", label: "Week", name: "week", first: "asc" },
  ],
  place: "who",
  skeleton: 30,
  cell: (row, { asOf, today }) => (
    <>
      <Link
        to="/patients/$patientId"
        params={{ patientId: row.patientId }}
        search={{ episodeId: row.episodeId, asOf: asOf === today ? undefined : asOf }}
        className={classes.name}
        data-row-link=""
      >
        {fullName(row)}
      </Link>
      <span className={classes.place}>
        <span className={classes.program}>{row.programName}</span>
        <span>{levelWords(row.levelOfCare)}</span>
        <span data-phase={row.phase}>{weekWords(row)}</span>
      </span>
    </>
  ),
};
