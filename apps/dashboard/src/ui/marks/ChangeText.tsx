import type { MeasureSummary } from "@soundings/clinical";
import { signed } from "../numbers.ts";
import { CHANGE_MARKS, changeWords, directionOf } from "./change.ts";
import classes from "./marks.module.css";
import { NoDataText } from "./NoDataText.tsx";

interface ChangeTextProps {
  /** Latest minus baseline; null when there is nothing to compare. */
  readonly change: number | null;
  readonly reliable: MeasureSummary["reliable"];
  /** What is missing when there is no change. */
  readonly missing?: string;
  /** How many values it is read from: fewer than three have no direction to draw. */
  readonly values?: number;
}

const TREND_FROM = 3;

/** "+7 ↑ reliably worse"; from two values "+7 reliably worse". */
export function ChangeText({ change, reliable, missing, values = TREND_FROM }: ChangeTextProps) {
  if (change === null) return <NoDataText missing={missing} />;
  const direction = directionOf(change);
  return (
    <span className={classes.change} data-direction={direction}>
      {signed(change)}{" "}
      {values < TREND_FROM ? null : <span aria-hidden="true">{CHANGE_MARKS[direction].symbol} </span>}
      {changeWords(change, reliable)}
    </span>
  );
}
