import { Bar } from "../../ui/Skeleton.tsx";
import classes from "./page.module.css";

const LINES = ["a", "b", "c", "d"] as const;

/** The places of the page while it is on its way. */
export function PatientSkeleton() {
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The patient's page is loading"
      className={`${classes.page} ${classes.waitingPage}`}
    >
      <div className={classes.header}>
        <div className={classes.who}>
          <Bar width={24} />
        </div>
        <div className={classes.facts}>
          {LINES.map((line) => (
            <Bar key={line} width={20} />
          ))}
        </div>
      </div>
      <div className={classes.overview}>
        <div>
          {LINES.map((line) => (
            <p key={line} className={classes.waiting}>
              <Bar width={36} />
            </p>
          ))}
        </div>
        <div className={`${classes.timeline} ${classes.waitingTimeline}`} />
      </div>
    </div>
  );
}
