import { ScreenStrip } from "../../../ui/marks/index.ts";
import classes from "../cells.module.css";
import type { Column } from "./column.ts";

export const screensColumn: Column = {
  id: "screens",
  label: "Last 4 screens",
  sorts: [],
  place: "fact",
  width: 76,
  skeleton: 7,
  cell: ({ screens }, { asOf }) =>
    screens.length === 0 ? (
      <span className={classes.none}>no screens</span>
    ) : (
      <ScreenStrip screens={screens} near={asOf} />
    ),
};
