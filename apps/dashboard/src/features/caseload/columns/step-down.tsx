import classes from "../cells.module.css";
import type { Column } from "./column.ts";

export const stepDownColumn: Column = {
  id: "step_down",
  label: "Step-down criteria",
  sorts: [{ key: "step_down", label: "Step-down criteria", name: "step-down criteria met", first: "desc" }],
  place: "fact",
  width: 76,
  skeleton: 5,
  cell: ({ stepDown }) => {
    if (!stepDown) {
      return (
        <span className={classes.none} data-hint="A step-down card stands for active stays in PHP and IOP.">
          no card
        </span>
      );
    }
    return (
      <span className={classes.due}>
        <span className={classes.value}>
          {stepDown.met} of {stepDown.applicable} met
        </span>
        {stepDown.ready ? <span className={classes.ready}>ready</span> : null}
        {!stepDown.ready && stepDown.noData > 0 ? (
          <span className={classes.none}>{stepDown.noData} no data</span>
        ) : null}
      </span>
    );
  },
};
