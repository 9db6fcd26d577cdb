import { UrgencyMark } from "../../../ui/marks/index.ts";
import classes from "../cells.module.css";
import type { Column } from "./column.ts";

export const urgencyColumn: Column = {
  id: "urgency",
  label: "Urgency",
  sorts: [{ key: "urgency", label: "Urgency", name: "urgency", first: "asc" }],
  place: "urgency",
  skeleton: 7,
  cell: ({ leading }) =>
    leading ? <UrgencyMark urgency={leading.urgency} /> : <span className={classes.quiet}>None</span>,
};
