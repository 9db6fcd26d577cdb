import { Link } from "@tanstack/react-router";
import { LEVEL_MARKS } from "../../../ui/marks/levels.ts";
import classes from "../trends.module.css";
import type { TrendColumn } from "./column.ts";

export const patientColumn: TrendColumn = {
  id: "patient",
  label: "Patient",
  sort: { key: "name", label: "Patient", name: "patient name", first: "asc" },
  track: "minmax(140px, 1.3fr)",
  cell: ({ patientId, episodeId, givenName, familyName, ...row }, { isOfOne }) => (
    <>
      <Link
        to="/patients/$patientId"
        params={{ patientId }}
        search={{ episodeId }}
        className={classes.name}
        data-row-link=""
      >
        {givenName} {familyName}
      </Link>
      <span className={classes.place} data-hint={row.programName}>
        {LEVEL_MARKS[row.levelOfCare].symbol ?? LEVEL_MARKS[row.levelOfCare].word} · week {row.week + 1} ·{" "}
        {row.programName}
      </span>
      {isOfOne ? null : <span className={classes.detail}>{row.prescriberName ?? "prescriber: no data"}</span>}
    </>
  ),
};
