import { dateWords } from "../ui/dates.ts";
import classes from "./controls.module.css";
import type { SpanChoice, SpanId } from "./spans.ts";

interface SpanControlProps {
  readonly choices: readonly SpanChoice[];
  /** Null while a part of its own is shown. */
  readonly span: SpanId | null;
  readonly onChoose: (span: SpanId) => void;
}

/** How much is drawn. While a part of its own is shown, even a single choice leads back from it. */
export function SpanControl({ choices, span, onChoose }: SpanControlProps) {
  if (choices.length < 2 && span !== null) return null;
  const shown = span === null || choices.some(({ id }) => id === span) ? span : "stay";
  return (
    <fieldset className={classes.choices} aria-label="Days that are shown">
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
    </fieldset>
  );
}
