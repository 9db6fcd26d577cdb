import classes from "./marks.module.css";
import { NO_DATA } from "./states.ts";

/** The words, and what is missing: a place without a value is never blank. */
export function NoDataText({ missing }: { missing?: string | undefined }) {
  return <span className={classes.nodata}>{missing ? `${NO_DATA.word}: ${missing}` : NO_DATA.word}</span>;
}
