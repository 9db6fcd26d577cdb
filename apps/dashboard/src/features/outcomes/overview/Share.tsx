import type { Bounds, Rate } from "@soundings/clinical";
import classes from "./share.module.css";

const percent = (share: number) => `${share * 100}%`;

interface ShareProps {
  readonly rate: Rate;
  readonly bounds?: Bounds | undefined;
  /** The same share elsewhere or before. */
  readonly beside?: number | null | undefined;
}

/** A share with its interval on an axis from 0 to 100 %; lighter, how far those who were not measured could move it. */
export function Share({ rate: { rate, low, high }, bounds, beside }: ShareProps) {
  if (rate === null) return null;
  const [least, most] = bounds ?? [null, null];
  return (
    <svg className={classes.share} aria-hidden="true" focusable="false">
      <line className={classes.axis} x1="0%" x2="100%" y1="12" y2="12" />
      {[0, 50, 100].map((tick) => (
        <line key={tick} className={classes.axis} x1={`${tick}%`} x2={`${tick}%`} y1="8" y2="16" />
      ))}
      {least === null || most === null ? null : (
        <line className={classes.bounds} x1={percent(least)} x2={percent(most)} y1="12" y2="12" />
      )}
      {low === null || high === null ? null : (
        <>
          <line className={classes.interval} x1={percent(low)} x2={percent(high)} y1="12" y2="12" />
          {[low, high].map((end) => (
            <line key={end} className={classes.end} x1={percent(end)} x2={percent(end)} y1="8" y2="16" />
          ))}
        </>
      )}
      {beside === null || beside === undefined ? null : (
        <circle className={classes.beside} cx={percent(beside)} cy="20.5" r="3" />
      )}
      <circle className={classes.value} cx={percent(rate)} cy="12" r="2.75" />
    </svg>
  );
}

/** The ends of the axis of the shares below it. */
export function ShareAxis() {
  return (
    <span className={classes.head}>
      <span className="visually-hidden">Share with its interval, from</span>
      <span>0</span>
      <span>50</span>
      <span>100 %</span>
    </span>
  );
}
