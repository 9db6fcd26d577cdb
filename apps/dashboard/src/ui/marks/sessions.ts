import type { Modality, SessionMark } from "@soundings/clinical";
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

/** Stands around an absence in the first two weeks of a stay. */
export const EARLY_MISS: Mark = {
  ...block(
    "early-miss",
    "missed in the first two weeks",
    "A frame in a frame: absent when an absence weighs more.",
    [frame, { d: "M-2.5-2.5H2.5V2.5H-2.5Z", paint: "line" }],
  ),
  tone: "var(--worse)",
};

/** Where a session takes place. */
export const MODALITY_MARKS: Readonly<Record<Modality, Mark>> = {
  in_person: block("in-person", "in person", "A head and shoulders: in the same room.", [
    { d: "M2.5-3A2.5 2.5 0 1 1-2.5-3A2.5 2.5 0 1 1 2.5-3ZM-5 5.5C-5 0.5 5 0.5 5 5.5", paint: "line" },
  ]),
  telehealth: block("virtual", "virtual", "A screen on a stand: over video or telephone.", [
    { d: "M-5.5-4.5H5.5V2.5H-5.5ZM-3 5.5H3M0 2.5V5.5", paint: "line" },
  ]),
  hybrid: block("hybrid", "partly virtual", "Half a screen: some in the room, some over video.", [
    { d: "M5.5-4.5H-5.5V2.5H0M-3 5.5H3M0 2.5V5.5", paint: "line" },
  ]),
};
