import type { LiveState } from "../lib/live.ts";
import classes from "./LiveStatus.module.css";

const time = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });

/** Silent while all is well; says quietly when the page is not kept up to date, and since when. */
export function LiveStatus({ state }: { state: LiveState }) {
  return (
    <span role="status" className={classes.status} data-live={state.live || undefined}>
      {state.live ? "Live" : `Not live, last update ${time.format(state.updatedAt)}`}
    </span>
  );
}
