import { REVIEW_REASONS } from "@soundings/clinical";
import type { TrendsFilter, TrendsPage } from "@soundings/contract";
import { ReasonMark } from "../../ui/marks/index.ts";
import classes from "./filters.module.css";
import { withChoice } from "./search.ts";
import { TrendsLink } from "./TrendsLink.tsx";

/** How many each reason holds, each a way to them; choosing it again goes back. */
export function Counts({ page, filter }: { page: TrendsPage | undefined; filter: TrendsFilter }) {
  return (
    <ul className={classes.counts} aria-label="Reasons for a review">
      {REVIEW_REASONS.map((reason) => {
        const isChosen = filter.reason === reason;
        return (
          <li key={reason}>
            <TrendsLink
              filter={withChoice(filter, { reason: isChosen ? undefined : reason })}
              isCurrent={isChosen}
              resetScroll={false}
              className={classes.count}
              mark={{ "data-none": page?.reasons[reason] === 0 || undefined }}
            >
              <span className={classes.number}>{page?.reasons[reason] ?? "–"}</span>{" "}
              <ReasonMark reason={reason} />
            </TrendsLink>
          </li>
        );
      })}
    </ul>
  );
}
