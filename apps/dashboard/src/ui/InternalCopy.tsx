import classes from "./InternalCopy.module.css";

/** Stands on paper only. */
export function InternalCopy() {
  return <p className={classes.internal}>Internal copy. It may not leave the program.</p>;
}
