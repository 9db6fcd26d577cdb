/** How often something is done: so many times as soon as it is asked for, then once in every so often. */
export interface Pace {
  /** Takes a turn at a moment of the machine's clock, in milliseconds. Answers 0, or how long it is until there is one. */
  take(now: number): number;
}

export function createPace(atOnce: number, everyMs: number): Pace {
  let turns = atOnce;
  let countedAt: number | null = null;
  return {
    take(now) {
      if (countedAt !== null) turns = Math.min(atOnce, turns + Math.max(0, now - countedAt) / everyMs);
      countedAt = now;
      if (turns < 1) return Math.ceil((1 - turns) * everyMs);
      turns -= 1;
      return 0;
    },
  };
}
