import { addDays, type CalendarDate, daysBetween, type SessionMarkOnTimeline } from "@soundings/clinical";
import { drawText, GRAY } from "../text.ts";
import { type Frame, type Lane, middleOf, startOf } from "./frame.ts";
import { earlyMiss, sessionBlock } from "./marks.ts";

const BLOCK = 4;
const PITCH = 4.8;
const MOST_ROWS = 12;

interface Column {
  readonly x: number;
  readonly across: number;
  readonly sessions: readonly SessionMarkOnTimeline[];
}

function drawn(sessions: readonly SessionMarkOnTimeline[]): readonly SessionMarkOnTimeline[] {
  return sessions.filter(({ mark }) => mark !== "planned" && mark !== "unmarked");
}

function grouped(
  sessions: readonly SessionMarkOnTimeline[],
  keyOf: (session: SessionMarkOnTimeline) => CalendarDate,
): ReadonlyMap<CalendarDate, readonly SessionMarkOnTimeline[]> {
  const groups = new Map<CalendarDate, SessionMarkOnTimeline[]>();
  for (const session of sessions) {
    const key = keyOf(session);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [session]);
    else group.push(session);
  }
  return groups;
}

/** One column a day where days have room for a block; else one a program week, its blocks in the order of the sessions. */
function columnsOf(frame: Frame): readonly Column[] {
  const { picture, dayWidth } = frame;
  const sessions = drawn(picture.sessions);
  if (dayWidth >= PITCH) {
    return [...grouped(sessions, ({ on }) => on)].map(([on, of]) => ({
      x: middleOf(frame, on) - BLOCK / 2,
      across: 1,
      sessions: of,
    }));
  }
  const weekOf = ({ on }: SessionMarkOnTimeline) =>
    addDays(picture.admittedOn, Math.floor(daysBetween(picture.admittedOn, on) / 7) * 7);
  const across = Math.max(1, Math.floor((dayWidth * 7) / PITCH));
  return [...grouped(sessions, weekOf)].map(([from, of]) => ({
    x: startOf(frame, from) + 0.5,
    across,
    sessions: of,
  }));
}

function drawColumn(frame: Frame, { x, across, sessions }: Column, bottom: number): void {
  const shown = sessions.slice(0, MOST_ROWS * across);
  shown.forEach((session, place) => {
    const at = { x: x + (place % across) * PITCH, y: bottom - (Math.floor(place / across) + 1) * PITCH };
    sessionBlock(frame.doc, at, BLOCK, session.mark);
    if (session.earlyMiss) earlyMiss(frame.doc, at, BLOCK);
  });
  const more = sessions.length - shown.length;
  if (more === 0) return;
  const y = bottom - (MOST_ROWS + 1) * PITCH - frame.size * 0.6;
  drawText(frame.doc, `+${more}`, { x, y }, { size: frame.size * 0.8 });
}

/** One block a session, from the bottom up. */
export function attendanceLane(frame: Frame): Lane {
  const columns = columnsOf(frame);
  const rows = columns.map(({ sessions, across }) => Math.ceil(sessions.length / across));
  const most = Math.max(2, ...rows);
  const height = Math.min(most, MOST_ROWS) * PITCH + (most > MOST_ROWS ? frame.size * 1.6 : 0) + 5;
  return {
    height,
    draw(top) {
      const { doc, names, left, size } = frame;
      drawText(doc, "Sessions", { x: names, y: top + height / 2 - size * 0.6 }, { size, weight: "bold" });
      for (const column of columns) drawColumn(frame, column, top + height - 2);
      if (columns.length > 0) return;
      const at = { x: left + 6, y: top + height / 2 - size * 0.6 };
      drawText(doc, "no data: no session is marked", at, { size, color: GRAY });
    },
  };
}
