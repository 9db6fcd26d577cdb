import { Link } from "@tanstack/react-router";
import { datesInWords, dateWords } from "../../../ui/dates.ts";
import { changesWords, heldWords } from "../../../ui/since-words.ts";
import classes from "../trends.module.css";
import type { TrendColumn } from "./column.ts";

const SHOWN = 3;

export const medicationColumn: TrendColumn = {
  id: "medication",
  label: "Medication, time on the dose",
  sort: {
    key: "weeks_on_dose",
    label: "Medication, time on the dose",
    name: "time on the dose",
    first: "asc",
  },
  track: "minmax(160px, 1.6fr)",
  cell: ({ medications, lastChange, patientId, episodeId }, { asOf }) => {
    const last =
      lastChange === null ? null : (
        <span className={classes.detail}>
          {dateWords(lastChange.on, asOf)}: {datesInWords(changesWords(lastChange.text), asOf)}
        </span>
      );
    if (medications.length === 0) {
      return (
        <>
          <span className={classes.none}>no present medication</span>
          {last}
        </>
      );
    }
    const more = medications.length - SHOWN;
    return (
      <>
        <ul className={classes.drugs}>
          {medications.slice(0, SHOWN).map(({ medication, doseText, daysOnDose }) => (
            <li key={medication}>
              <span>{`${medication} ${doseText}`.trim()}</span>{" "}
              <span className={classes.held}>{heldWords(daysOnDose)}</span>
            </li>
          ))}
          {more > 0 ? (
            <li>
              <Link
                to="/patients/$patientId"
                params={{ patientId }}
                search={{ episodeId }}
                hash="medication"
                className={classes.more}
              >
                +{more} more<span className="visually-hidden"> medications of this patient</span>
              </Link>
            </li>
          ) : null}
        </ul>
        {last}
      </>
    );
  },
};
