import type { ResultMark, ScreenMark, ScreenSummary } from "@soundings/clinical";
import { datesInWords, dateWords } from "../dates.ts";
import { hintStop } from "./hint-stop.ts";
import type { Mark } from "./mark.ts";
import classes from "./marks.module.css";
import { RESULT_MARK_SIGNS, SCREEN_MARK_SIGNS } from "./screens.ts";

interface ScreenSymbolProps {
  readonly mark: ScreenMark | ResultMark;
  /** What to say instead of the mark's own word, such as a date and the analytes. */
  readonly text?: string;
  /** A stop for the keyboard, where the word stands nowhere beside it. */
  readonly focusable?: boolean;
}

const SIGNS = { ...RESULT_MARK_SIGNS, ...SCREEN_MARK_SIGNS };

/** One screen or one analyte as a sign; its word is heard, and shown on focus. */
export function ScreenSymbol({ mark, text, focusable = false }: ScreenSymbolProps) {
  const sign = SIGNS[mark];
  const words = text ?? sign.word;
  return (
    <span
      className={classes.symbol}
      data-id={sign.id}
      data-hint={words}
      style={{ color: sign.tone }}
      role="img"
      aria-label={words}
      {...(focusable ? hintStop(words) : {})}
    >
      {sign.symbol}
    </span>
  );
}

/** A sign where its words stand beside it, or are heard and shown by what holds it. */
export function BareScreenSign({ mark }: { mark: ScreenMark | ResultMark | Mark }) {
  const sign = typeof mark === "string" ? SIGNS[mark] : mark;
  return (
    <span aria-hidden="true" className={classes.symbol} data-id={sign.id} style={{ color: sign.tone }}>
      {sign.symbol}
    </span>
  );
}

/** The last screens of a row, oldest first, as one stop for the keyboard. */
export function ScreenStrip({ screens, near }: { screens: readonly ScreenSummary[]; near: string }) {
  if (screens.length === 0) return <span className={classes.nodata}>no screens</span>;
  const words = screens.map((screen) => `${dateWords(screen.on, near)}: ${datesInWords(screen.text, near)}`);
  return (
    <span
      className={classes.strip}
      role="img"
      aria-label={`Screens, oldest first. ${words.join(". ")}`}
      {...hintStop(words.join("\n"))}
    >
      {screens.map((screen, place) => {
        const sign = SCREEN_MARK_SIGNS[screen.mark];
        return (
          <span
            key={screen.screenId}
            className={classes.symbol}
            data-id={sign.id}
            data-hint={words[place]}
            style={{ color: sign.tone }}
          >
            {sign.symbol}
          </span>
        );
      })}
    </span>
  );
}
