import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { type PatientSearch, usePatientAddress } from "./address.ts";
import classes from "./page.module.css";

const EARLIEST = "1990-01-01";

/** The day that the page stands for, always in sight, and the way to an earlier one. */
export function AsOfControl({ asOf, today }: { asOf: string; today: string }) {
  const id = useId();
  const navigate = useNavigate();
  const { patientId, search } = usePatientAddress();
  const choose = (day: string) => {
    if (day < EARLIEST || day > today || day === asOf) return;
    const next: PatientSearch = { ...search, asOf: day === today ? undefined : day };
    navigate({ to: "/patients/$patientId", params: { patientId }, search: next, resetScroll: false });
  };
  return (
    <div className={classes.asOf}>
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        key={asOf}
        type="date"
        defaultValue={asOf}
        min={EARLIEST}
        max={today}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <span className={classes.printed}>{asOf}</span>
      {asOf === today ? <span className={classes.quiet}>today</span> : null}
    </div>
  );
}

/** Stays in sight while the page stands for another day than today. */
export function AsOfStrip({ asOf, corrections }: { asOf: string; corrections: number }) {
  const { patientId, search } = usePatientAddress();
  return (
    <div className={classes.strip} role="status">
      <strong>As of {asOf}, not today.</strong>
      <span>
        Everything here is computed from what was known on that day.
        {corrections > 0 ? " Values corrected since are marked." : ""}
      </span>
      <Link to="/patients/$patientId" params={{ patientId }} search={{ ...search, asOf: undefined }}>
        Back to today
      </Link>
    </div>
  );
}
