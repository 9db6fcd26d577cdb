import classes from "../cells.module.css";
import type { Column } from "./column.ts";

export const attendanceColumn: Column = {
  id: "attendance",
  label: "Attended, 14 days",
  sorts: [{ key: "attendance", label: "Attended, 14 days", name: "attended, 14 days", first: "asc" }],
  place: "fact",
  width: 68,
  skeleton: 5,
  cell: ({ attendance14: { attended, countable } }) =>
    countable === 0 ? (
      <span className={classes.none}>no sessions</span>
    ) : (
      <span className={classes.value}>
        {attended} of {countable}
      </span>
    ),
};
