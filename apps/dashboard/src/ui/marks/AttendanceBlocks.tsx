import type { SessionMarkOnTimeline } from "@soundings/clinical";
import { codeWords } from "../code-words.ts";
import { dateWords } from "../dates.ts";
import { Glyph } from "./Glyph.tsx";
import classes from "./marks.module.css";
import { SESSION_MARKS } from "./sessions.ts";

/** The sessions of a time as blocks, in their order; what is not marked yet leaves no block. */
export function AttendanceBlocks({ sessions }: { sessions: readonly SessionMarkOnTimeline[] }) {
  const drawn = sessions.filter(({ mark }) => (SESSION_MARKS[mark].strokes ?? []).length > 0);
  return (
    <span className={classes.blocks}>
      {drawn.map((session) => (
        <span key={session.sessionId} data-hint={`${dateWords(session.on)}: ${codeWords(session.status)}`}>
          <Glyph mark={SESSION_MARKS[session.mark]} size={11} />
        </span>
      ))}
    </span>
  );
}
