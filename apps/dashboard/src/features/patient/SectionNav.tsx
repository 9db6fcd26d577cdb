import classes from "./page.module.css";
import { RecordLinks } from "./RecordLinks.tsx";

const PLACES = [
  ["timeline", "Timeline"],
  ["items", "Items"],
  ["medication", "Medication"],
  ["attendance", "Attendance"],
  ["screens", "Screens"],
  ["step-down", "Step-down"],
  ["values", "Values"],
  ["corrections", "Corrections"],
] as const;

/** What can be done with the record, and where to find what on a long page: one line where it has room. */
export function SectionNav() {
  return (
    <div className={classes.bar}>
      <RecordLinks />
      <nav className={classes.sections} aria-label="On this page">
        {PLACES.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
    </div>
  );
}
