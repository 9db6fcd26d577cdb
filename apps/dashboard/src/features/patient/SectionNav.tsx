import classes from "./page.module.css";

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

/** Where to find what on a long page. */
export function SectionNav() {
  return (
    <nav className={classes.sections} aria-label="On this page">
      {PLACES.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
