import type { SessionMarkOnTimeline } from "@soundings/clinical";
import { codeWords } from "../../ui/code-words.ts";
import { MarkWord } from "../../ui/marks/MarkWord.tsx";
import { EARLY_MISS, MODALITY_MARKS, SESSION_MARKS } from "../../ui/marks/sessions.ts";
import classes from "./attendance.module.css";
import { SERVICE_LETTERS } from "./session-words.ts";

interface LegendProps {
  readonly sessions: readonly SessionMarkOnTimeline[];
  readonly withPlace: boolean;
}

const known = <T,>(values: readonly (T | null)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null)),
];

/** The words of what is drawn above, and of nothing else. */
export function AttendanceLegend({ sessions, withPlace }: LegendProps) {
  if (sessions.length === 0) return null;
  const places = withPlace ? known(sessions.map(({ modality }) => modality)) : [];
  const hasUnknownPlace = withPlace && sessions.some(({ modality }) => modality === null);
  const drawn = known(sessions.map(({ mark, earlyMiss }) => (earlyMiss ? null : mark))).filter(
    (mark) => (SESSION_MARKS[mark].strokes ?? []).length > 0,
  );
  return (
    <ul className={classes.legend} aria-label="Marks of the calendar">
      {drawn.map((mark) => (
        <li key={mark}>
          <MarkWord mark={SESSION_MARKS[mark]} />
        </li>
      ))}
      {sessions.some(({ earlyMiss }) => earlyMiss) ? (
        <li>
          <MarkWord mark={EARLY_MISS} />
        </li>
      ) : null}
      {sessions.some(({ mark }) => mark === "unmarked" || mark === "planned") ? (
        <li>no block: not marked yet, or still to come</li>
      ) : null}
      {places.map((modality) => (
        <li key={modality}>
          <MarkWord mark={MODALITY_MARKS[modality]} />
        </li>
      ))}
      {hasUnknownPlace ? <li>no sign of the place: no data</li> : null}
      {known(sessions.map(({ service }) => service)).map((service) => (
        <li key={service}>
          {SERVICE_LETTERS[service]} {codeWords(service)}
        </li>
      ))}
      <li>numbers: minutes given, or scheduled where none were given</li>
    </ul>
  );
}
