import { ReasonMark } from "../../../ui/marks/index.ts";
import classes from "../trends.module.css";
import type { TrendColumn } from "./column.ts";

export const reviewColumn: TrendColumn = {
  id: "review",
  label: "Why a review",
  sort: { key: "review", label: "Why a review", name: "who needs a review", first: "asc" },
  track: "minmax(156px, 1.2fr)",
  cell: ({ reasons }) =>
    reasons.length === 0 ? (
      <span className={classes.quiet}>No reason now</span>
    ) : (
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>
            <ReasonMark reason={reason} />
          </li>
        ))}
      </ul>
    ),
};
