import type { SessionMark } from "@soundings/clinical";
import { BLOCK, type Mark, type Stroke } from "./mark.ts";

const frame: Stroke = { d: BLOCK, paint: "line" };
const tone = "var(--ink-2)";

const block = (id: string, word: string, meaning: string, strokes: readonly Stroke[]): Mark => ({
  id: `session-${id}`,
  word,
  meaning,
  strokes,
  tone,
});

/** One block a session. */
export const SESSION_MARKS: Readonly<Record<SessionMark, Mark>> = {
  attended: block("attended", "attended", "Filled: there for the whole session.", [
    { d: BLOCK, paint: "fill" },
  ]),
  partial: block("partial", "late or left early", "Half: there for a part.", [
    frame,
    { d: "M-5.5 0H5.5V5.5H-5.5Z", paint: "fill" },
  ]),
  absent: block("absent", "absent", "Outlined: did not come, or canceled.", [frame]),
  excused: block("excused", "excused", "Dotted: excused, counts neither way.", [{ d: BLOCK, paint: "dash" }]),
  cancelled_program: block("cancelled-program", "canceled by the program", "A slash: nobody's absence.", [
    { d: "M-4.5 5.5L4.5-5.5", paint: "line" },
  ]),
  unmarked: block("unmarked", "not marked yet", "Nothing is drawn until attendance is marked.", []),
  planned: block("planned", "planned", "Nothing is drawn for a session still to come.", []),
};
