import { dateWords } from "../ui/dates.ts";
import type { SpanChoice, SpanId } from "./spans.ts";
import classes from "./timeline.module.css";

interface SpanControlProps {
  readonly choices: readonly SpanChoice[];
  readonly span: SpanId;
  readonly onChoose: (span: SpanId) => void;
}

/** How much is drawn. */
export function SpanControl({ choices, span, onChoose }: SpanControlProps) {
  if (choices.length < 2) return null;
  const shown = choices.some(({ id }) => id === span) ? span : "stay";
  return (
    <div className={classes.controls}>
      {choices.map(({ id, label, from }) => (
        <button
          key={id}
          type="button"
          className={classes.span}
          aria-pressed={id === shown}
          onClick={() => onChoose(id)}
        >
          {label ?? `From ${dateWords(from, from)}`}
        </button>
      ))}
    </div>
  );
}
