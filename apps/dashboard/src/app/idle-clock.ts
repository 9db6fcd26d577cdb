/** The last stretch before a sign-in ends, in which the page says so. */
const WARNING_MS = 60_000;
/** While somebody is active, the server is told no more often than this. */
const TELL_EVERY_MS = 60_000;

/** When the sign-in ends, in milliseconds of the page's own clock, which runs on from the page's start. */
export interface IdleClock {
  /** When it ends if nobody does anything. */
  readonly idleEnds: number;
  /** When it ends in any case. */
  readonly ends: number;
  /** When the server was last told that the person is there. */
  readonly toldAt: number;
}

interface ServerTimes {
  readonly idleEndsAt: string;
  readonly endsAt: string;
}

/**
 * The clock after an answer. The server's times are read against the server's own moment, so that a machine whose clock is
 * wrong counts right.
 */
export function clockOf(times: ServerTimes, serverNow: number, now: number): IdleClock {
  const left = (instant: string) => now + Math.max(0, Date.parse(instant) - serverNow);
  return { idleEnds: left(times.idleEndsAt), ends: left(times.endsAt), toldAt: now };
}

export type IdlePhase =
  | { readonly phase: "quiet" }
  /** `ends`: the limit of the day, which nobody can put off. */
  | { readonly phase: "warning"; readonly why: "idle" | "ends"; readonly seconds: number }
  | { readonly phase: "over"; readonly why: "idle" | "ends" };

export function phaseOf({ idleEnds, ends }: IdleClock, now: number): IdlePhase {
  const why = ends <= idleEnds ? "ends" : "idle";
  const left = Math.min(idleEnds, ends) - now;
  if (left <= 0) return { phase: "over", why };
  if (left > WARNING_MS) return { phase: "quiet" };
  return { phase: "warning", why, seconds: Math.ceil(left / 1_000) };
}

/** Whether the server is to be told now that somebody was active at `activeAt`; what was long ago says nothing of now. */
export function worthTelling({ toldAt }: IdleClock, activeAt: number, now: number): boolean {
  return activeAt > toldAt && now - toldAt >= TELL_EVERY_MS && now - activeAt <= 2 * TELL_EVERY_MS;
}

/** What a screen reader hears while the seconds run: at the start, halfway and near the end, not every second. */
export function spokenSeconds(seconds: number): number {
  return seconds > 30 ? 60 : seconds > 10 ? 30 : 10;
}
