import { type Instant, instantToMs, type SessionStatus } from "@soundings/clinical";
import type { Days } from "../days.ts";
import type { ChartDraft, SessionDraft } from "../draft.ts";
import { type Draw, drawsOf } from "../random.ts";
import { type Slot, sessionFrom } from "../schedule.ts";
import { absentAs, presentAs } from "./attendance.ts";

/** A session is marked so many minutes after it has ended. */
const MARKED_AFTER = 10;
/** The share that nobody has got to yet. */
const UNMARKED = 0.07;

const CAME: readonly SessionStatus[] = ["attended", "late", "left_early"];

/** Who came the last time comes today; who stayed away mostly does again. */
function chanceOfComing(sessions: readonly SessionDraft[]): number {
  const past = sessions.filter(({ start, status }) => start.day < 0 && status !== "scheduled");
  const [last, before] = past.slice(-2).reverse();
  if (last === undefined || CAME.includes(last.status)) return 0.93;
  return before === undefined || CAME.includes(before.status) ? 0.7 : 0.15;
}

function markedAs(draw: Draw, chance: number): SessionStatus {
  if (draw.chance(UNMARKED)) return "scheduled";
  return draw.chance(chance) ? presentAs(draw) : absentAs(draw, chance < 0.5);
}

/** The chart with those of today's sessions marked that have ended by `now`. */
export function markToday(
  draft: ChartDraft,
  { seed, days, now }: { readonly seed: number; readonly days: Days; readonly now: Instant },
): ChartDraft {
  if (!days.isOpen(0)) return draft;
  const hasEnded = ({ start, minutes }: Slot) =>
    start.day === 0 &&
    instantToMs(days.instant(0, start.minute + minutes + MARKED_AFTER)) <= instantToMs(now);
  if (!draft.sessions.some(hasEnded)) return draft;
  const status = markedAs(drawsOf(seed, "today", draft.recordNumber), chanceOfComing(draft.sessions));
  return {
    ...draft,
    sessions: draft.sessions.map((session) =>
      hasEnded(session) ? sessionFrom(session, status, 0) : session,
    ),
  };
}
