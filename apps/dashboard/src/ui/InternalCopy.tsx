import classes from "./InternalCopy.module.css";

interface InternalCopyProps {
  /** Where a page is shown as it will be printed. */
  readonly onScreen?: boolean;
}

/** Stands on paper only, unless asked for. */
export function InternalCopy({ onScreen = false }: InternalCopyProps) {
  return (
    <p className={classes.internal} data-on-screen={onScreen || undefined}>
      Internal copy. It may not leave the program.
    </p>
  );
}
