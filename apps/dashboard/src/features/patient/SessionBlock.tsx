import type { SessionMarkOnTimeline } from "@soundings/clinical";
import { Glyph } from "../../ui/marks/Glyph.tsx";
import { EARLY_MISS, MODALITY_MARKS, SESSION_MARKS } from "../../ui/marks/sessions.ts";
import classes from "./attendance.module.css";
import { minutesOf, missedWords, SERVICE_LETTERS, sessionWords } from "./session-words.ts";

interface SessionBlockProps {
  readonly session: SessionMarkOnTimeline;
  readonly near: string;
  /** Whether the place has a mark, where the sessions differ in it. */
  readonly withPlace: boolean;
  /** Where the keyboard enters the calendar. */
  readonly entry: boolean;
}

/** One session: how it was attended, which service, how long and where; all of it in words on focus. */
export function SessionBlock({ session, near, withPlace, entry }: SessionBlockProps) {
  const { mark, modality, earlyMiss, service, sessionId } = session;
  const words = sessionWords(session, near);
  const missed = missedWords(session);
  return (
    <span
      className={classes.block}
      role="img"
      aria-label={words}
      tabIndex={entry ? 0 : -1}
      data-cell
      data-correct={sessionId}
      data-hint={words}
      data-mark={mark}
      data-early={earlyMiss || undefined}
    >
      <Glyph mark={earlyMiss ? EARLY_MISS : SESSION_MARKS[mark]} size={12} />
      <span className={classes.letter}>{SERVICE_LETTERS[service]}</span>
      <span>{minutesOf(session)}</span>
      {withPlace && modality !== null ? <Glyph mark={MODALITY_MARKS[modality]} size={11} /> : null}
      {missed ? <span className={classes.missed}>{earlyMiss ? `early: ${missed}` : missed}</span> : null}
    </span>
  );
}
