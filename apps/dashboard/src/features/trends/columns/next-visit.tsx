import { dateOf, localTimeOf } from "@soundings/clinical";
import { dateWords } from "../../../ui/dates.ts";
import classes from "../trends.module.css";
import { untilWords } from "../words.ts";
import type { TrendColumn } from "./column.ts";

export const nextVisitColumn: TrendColumn = {
  id: "next_visit",
  label: "Next visit",
  sort: { key: "next_visit", label: "Next visit", name: "next psychiatry visit", first: "asc" },
  track: "minmax(92px, 0.7fr)",
  cell: ({ nextVisit }, { asOf, zone }) => {
    if (nextVisit === null) return <span className={classes.none}>none on the schedule</span>;
    const day = dateOf(nextVisit, zone);
    return (
      <span className={classes.since}>
        <span>
          {dateWords(day, asOf)}, {localTimeOf(nextVisit, zone)}
        </span>
        <span className={classes.detail}>{untilWords(day, asOf)}</span>
      </span>
    );
  },
};
