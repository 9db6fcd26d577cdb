import type { SessionMarkOnTimeline } from "@soundings/clinical";
import { GlyphAt } from "../ui/marks/Glyph.tsx";
import { EARLY_MISS, SESSION_MARKS } from "../ui/marks/sessions.ts";
import type { Frame } from "./frame.ts";
import { Lane, RecordMark } from "./Lane.tsx";
import { inRange, xOf } from "./time-scale.ts";

const BLOCK = 9;
const STEP = 11;

/** Sessions of each day from its earliest, with the place in its stack. */
function stacked(
  sessions: readonly SessionMarkOnTimeline[],
): { session: SessionMarkOnTimeline; place: number }[] {
  const counts = new Map<string, number>();
  return [...sessions]
    .sort((a, b) => (`${a.on}${a.time}` < `${b.on}${b.time}` ? -1 : 1))
    .map((session) => {
      const place = counts.get(session.on) ?? 0;
      counts.set(session.on, place + 1);
      return { session, place };
    });
}

function sentenceOf(sessions: readonly SessionMarkOnTimeline[]): string {
  const count = (...marks: SessionMarkOnTimeline["mark"][]) =>
    sessions.filter(({ mark }) => marks.includes(mark)).length;
  return `Attendance: ${count("attended", "partial")} sessions attended, ${count("absent")} absent, ${count("excused", "cancelled_program")} excused or canceled by the program.`;
}

/** One block a session, stacked by day. */
export function AttendanceLane({ frame }: { frame: Frame }) {
  const { scale } = frame;
  const drawn = frame.picture.sessions.filter(
    ({ mark, on }) => (SESSION_MARKS[mark].strokes ?? []).length > 0 && inRange(scale, on),
  );
  const blocks = stacked(drawn);
  const highest = blocks.reduce((most, { place }) => Math.max(most, place + 1), 1);
  const height = highest * STEP + 13;
  const width = Math.min(BLOCK, Math.max(1.8, scale.dayWidth - 1));
  return (
    <Lane frame={frame} name="Attendance" height={height} sentence={sentenceOf(frame.picture.sessions)}>
      {blocks.map(({ session, place }) => {
        const at = { x: xOf(scale, session.on), y: height - 9 - place * STEP };
        return (
          <RecordMark
            key={session.sessionId}
            frame={frame}
            type="session"
            id={session.sessionId}
            at={at}
            reach={8}
          >
            <GlyphAt
              mark={session.earlyMiss ? EARLY_MISS : SESSION_MARKS[session.mark]}
              x={at.x}
              y={at.y}
              size={(width * 12) / 11}
              height={BLOCK}
              weight={Math.min(1.2, width / 3)}
            />
          </RecordMark>
        );
      })}
    </Lane>
  );
}
