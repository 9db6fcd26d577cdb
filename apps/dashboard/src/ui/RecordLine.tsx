import { Link } from "@tanstack/react-router";
import { useMay } from "../lib/me.ts";
import classes from "./RecordLine.module.css";

interface RecordLineProps {
  readonly patientId: string;
  /** Null for who may not know it; undefined while it is on its way. */
  readonly name: string | null | undefined;
}

/** Whose record a page is about, beside its title, and the way back to the patient. */
export function RecordLine({ patientId, name }: RecordLineProps) {
  const may = useMay();
  return (
    <p className={classes.line}>
      {name ? <span className={classes.name}>{name}</span> : null}
      <span>record {patientId}</span>
      {may("patient.view") ? (
        <Link to="/patients/$patientId" params={{ patientId }} search={{}} className={classes.back}>
          Back to the patient
        </Link>
      ) : null}
    </p>
  );
}
