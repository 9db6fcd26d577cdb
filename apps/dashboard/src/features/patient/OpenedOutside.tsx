import type { PatientPage } from "@soundings/contract";
import { useMoment } from "../../lib/use-moment.ts";
import classes from "./opened-outside.module.css";

/** Stands on the page, and on its paper, for as long as the patient is open from outside. */
export function OpenedOutside({ until, reason }: NonNullable<PatientPage["openedOutside"]>) {
  const moment = useMoment();
  return (
    <aside className={classes.strip} aria-label="Opened from outside">
      <p>
        <strong>Opened from outside until {moment(until)}.</strong> Reason: {reason}
      </p>
      <p className={classes.quiet}>What you look at is recorded, and the director has been told.</p>
    </aside>
  );
}
