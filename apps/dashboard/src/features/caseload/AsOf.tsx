import type { CaseloadFilter } from "@soundings/contract";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import classes from "./AsOf.module.css";
import { withChoice } from "./search.ts";

const EARLIEST = "1990-01-01";

interface AsOfProps {
  readonly filter: CaseloadFilter;
  /** Today at the site; null until it is known. */
  readonly today: string | null;
}

/** The day that the page stands for, always in sight, and the way to an earlier one. */
export function AsOfControl({ filter, today }: AsOfProps) {
  const id = useId();
  const navigate = useNavigate();
  const choose = (day: string) => {
    if (day < EARLIEST || (today !== null && day > today)) return;
    navigate({ to: "/caseload", search: withChoice(filter, { asOf: day === today ? undefined : day }) });
  };
  const day = filter.asOf ?? today ?? "";
  return (
    <div className={classes.control}>
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        key={day}
        type="date"
        className={classes.input}
        defaultValue={day}
        min={EARLIEST}
        max={today ?? undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {filter.asOf || !today ? null : <span className={classes.today}>today</span>}
    </div>
  );
}

/** Stays in sight while the page stands for another day than today. */
export function AsOfStrip({ filter }: { filter: CaseloadFilter }) {
  if (!filter.asOf) return null;
  return (
    <div className={classes.strip} role="status">
      <strong>As of {filter.asOf}, not today.</strong>
      <span>Everything here is computed from what was known on that day.</span>
      <Link to="/caseload" search={withChoice(filter, { asOf: undefined })}>
        Back to today
      </Link>
    </div>
  );
}
