import type { OutcomePatients } from "@soundings/contract";
import { Link } from "@tanstack/react-router";
import { usePatientsAsked } from "../parts/use-question.ts";
import classes from "./patients.module.css";

/** Of a list that is longer than one answer: which rows stand here, and the way to the others. */
export function OtherRows({ page: { offset, total, rows } }: { page: OutcomePatients }) {
  const asked = usePatientsAsked();
  const last = offset + rows.length;
  const at = (first: number) => ({ ...asked, offset: first > 0 ? first : undefined });
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <p className={classes.more}>
      <span>
        {number(offset + 1)} to {number(last)} of {number(total)}, by name.
      </span>
      {offset > 0 ? (
        <Link to="/outcomes/patients" search={at(0)}>
          The first
        </Link>
      ) : null}
      {last < total ? (
        <Link to="/outcomes/patients" search={at(last)}>
          The next
        </Link>
      ) : null}
    </p>
  );
}
