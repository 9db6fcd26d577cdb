import type { RecordView } from "@soundings/contract";
import { useMoment } from "../../lib/use-moment.ts";
import { changeWords } from "./correction.ts";
import classes from "./entries.module.css";

/** What stood before each correction, who made it, when and why. */
export function Revisions({ record }: { record: RecordView }) {
  const moment = useMoment();
  const { takenBack, revisions } = record;
  if (takenBack === null && revisions.length === 0) {
    return <p className={classes.quiet}>It was not corrected before.</p>;
  }
  return (
    <section className={classes.revisions} aria-label="What stood before">
      <h3>What stood before</h3>
      <ol>
        {takenBack ? (
          <li>
            <p>Marked as entered in error: it counts for nothing.</p>
            <p className={classes.quiet}>
              {moment(takenBack.at)}, {takenBack.by}: {takenBack.reason}
            </p>
          </li>
        ) : null}
        {revisions.map((one) => (
          <li key={one.revision}>
            {changeWords(record, one).map((words) => (
              <p key={words}>{words}</p>
            ))}
            <p className={classes.quiet}>
              {moment(one.at)}, {one.by}: {one.reason ?? "no reason given"}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
