import { daysBetween, type EpisodePicture } from "@soundings/clinical";
import { SPANS, type SpanId } from "./frame.ts";
import classes from "./timeline.module.css";

interface SpanControlProps {
  readonly picture: EpisodePicture;
  readonly span: SpanId;
  readonly onChoose: (span: SpanId) => void;
}

/** How much of the stay is drawn; only the parts that are shorter than it. */
export function SpanControl({ picture, span, onChoose }: SpanControlProps) {
  const days = daysBetween(picture.from, picture.to) + 1;
  const offered = SPANS.filter((choice) => choice.days === null || choice.days < days);
  if (offered.length < 2) return null;
  return (
    <div className={classes.controls}>
      {offered.map((choice) => (
        <button
          key={choice.id}
          type="button"
          className={classes.span}
          aria-pressed={choice.id === span}
          onClick={() => onChoose(choice.id)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
