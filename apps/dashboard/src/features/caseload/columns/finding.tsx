import { Link } from "@tanstack/react-router";
import { datesInWords } from "../../../ui/dates.ts";
import { CorrectedMark } from "../CorrectedMark.tsx";
import classes from "../cells.module.css";
import type { Column } from "./column.ts";

export const findingColumn: Column = {
  id: "finding",
  label: "Leading finding",
  sorts: [],
  place: "why",
  skeleton: 44,
  cell: (row, { asOf, today }) => {
    const corrected = row.correctedSince ? <CorrectedMark /> : null;
    if (!row.leading) return <span className={classes.quiet}>No finding {corrected}</span>;
    const more = row.findingCount - 1;
    return (
      <>
        {datesInWords(row.leading.headline, asOf)}
        {more > 0 ? (
          <>
            {" "}
            <Link
              to="/patients/$patientId"
              params={{ patientId: row.patientId }}
              search={{ episodeId: row.episodeId, asOf: asOf === today ? undefined : asOf }}
              hash="findings"
              className={classes.more}
            >
              +{more} more<span className="visually-hidden"> findings for this patient</span>
            </Link>
          </>
        ) : null}{" "}
        {corrected}
      </>
    );
  },
};
