import { REVIEW_REASONS } from "@soundings/clinical";
import type { TrendsFilter, TrendsPage } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { ReasonMark } from "../../ui/marks/index.ts";
import classes from "./filters.module.css";
import { withChoice } from "./search.ts";

/** How many each reason holds, each a way to them; choosing it again goes back. */
export function Counts({ page, filter }: { page: TrendsPage | undefined; filter: TrendsFilter }) {
  return (
    <ul className={classes.counts} aria-label="Reasons for a review">
      {REVIEW_REASONS.map((reason) => {
        const isChosen = filter.reason === reason;
        return (
          <li key={reason}>
            <Link
              to="/trends"
              search={withChoice(filter, { reason: isChosen ? undefined : reason })}
              resetScroll={false}
              activeProps={{}}
              className={classes.count}
              data-chosen={isChosen || undefined}
              data-none={page?.reasons[reason] === 0 || undefined}
              aria-label={isChosen ? "Take this reason away" : undefined}
            >
              <span className={classes.number}>{page?.reasons[reason] ?? "–"}</span>{" "}
              <ReasonMark reason={reason} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
