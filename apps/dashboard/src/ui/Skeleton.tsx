import classes from "./Skeleton.module.css";

/** A gray bar in the place of a value that is on its way; `width` is in characters. */
export function Bar({ width }: { width: number }) {
  return <span className={classes.bar} style={{ inlineSize: `${width}ch` }} aria-hidden="true" />;
}
