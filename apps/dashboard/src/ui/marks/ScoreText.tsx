import classes from "./marks.module.css";
import { tintOfBand } from "./severity.ts";

interface ScoreTextProps {
  readonly score: number;
  readonly band: string | null;
  readonly prorated?: boolean;
}

/** The number with the name of its band. */
export function ScoreText({ score, band, prorated = false }: ScoreTextProps) {
  return (
    <span className={classes.score}>
      <span>{score}</span>
      {band ? (
        <span className={classes.band} style={{ "--tint": tintOfBand(band) }}>
          {band}
        </span>
      ) : null}
      {prorated ? <span className={classes.note}>prorated</span> : null}
    </span>
  );
}
