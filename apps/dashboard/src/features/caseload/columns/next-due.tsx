import classes from "../cells.module.css";
import { nextMeasure } from "../words.ts";
import type { Column } from "./column.ts";

export const nextDueColumn: Column = {
  id: "next_due",
  label: "Next measure",
  sorts: [{ key: "next_due", label: "Next measure", name: "next measure", first: "asc" }],
  place: "fact",
  width: 90,
  skeleton: 8,
  cell: (row, { asOf }) => {
    const next = nextMeasure(row, asOf);
    if (!next) return <span className={classes.none}>none expected</span>;
    return (
      <span className={classes.due} data-state={next.state}>
        <span className={classes.value}>{next.words}</span>
        <span className={classes.detail}>{next.detail}</span>
      </span>
    );
  },
};
