import { describe, expect, it } from "vitest";
import { clockOf, phaseOf, spokenSeconds, worthTelling } from "./idle-clock.ts";

const SERVER_NOW = Date.parse("2026-03-16T14:00:00.000Z");
const times = { idleEndsAt: "2026-03-16T14:15:00.000Z", endsAt: "2026-03-17T02:00:00.000Z" };
const clock = clockOf(times, SERVER_NOW, 5_000);
const MINUTE = 60_000;

describe("the clock of a sign-in", () => {
  it("counts from the server's moment, whatever the machine's clock says", () => {
    expect(clock).toEqual({ idleEnds: 5_000 + 15 * MINUTE, ends: 5_000 + 720 * MINUTE, toldAt: 5_000 });
  });

  it("is over at once when the answer's times have passed", () => {
    const late = clockOf(times, SERVER_NOW + 16 * MINUTE, 5_000);
    expect(phaseOf(late, 5_000)).toEqual({ phase: "over", why: "idle" });
  });

  it("is quiet, warns for the last minute, then is over", () => {
    expect(phaseOf(clock, clock.idleEnds - MINUTE - 1)).toEqual({ phase: "quiet" });
    expect(phaseOf(clock, clock.idleEnds - MINUTE)).toEqual({ phase: "warning", why: "idle", seconds: 60 });
    expect(phaseOf(clock, clock.idleEnds - 1)).toEqual({ phase: "warning", why: "idle", seconds: 1 });
    expect(phaseOf(clock, clock.idleEnds)).toEqual({ phase: "over", why: "idle" });
  });

  it("says when it is the day's limit that comes first", () => {
    const evening = { ...clock, idleEnds: clock.ends + MINUTE };
    expect(phaseOf(evening, clock.ends - 30_000)).toEqual({ phase: "warning", why: "ends", seconds: 30 });
    expect(phaseOf(evening, clock.ends)).toEqual({ phase: "over", why: "ends" });
  });
});

describe("telling the server that somebody is there", () => {
  it("happens for new activity only, and once a minute at most", () => {
    expect(worthTelling(clock, 6_000, 30_000)).toBe(false);
    expect(worthTelling(clock, 6_000, 5_000 + MINUTE)).toBe(true);
    expect(worthTelling(clock, 4_000, 5_000 + 2 * MINUTE)).toBe(false);
  });

  it("never happens for what somebody did long ago, as when a page was asleep meanwhile", () => {
    expect(worthTelling(clock, 6_000, 6_000 + 2 * MINUTE)).toBe(true);
    expect(worthTelling(clock, 6_000, 6_000 + 3 * MINUTE)).toBe(false);
  });
});

it("speaks three times in the last minute", () => {
  expect(new Set(Array.from({ length: 60 }, (_, index) => spokenSeconds(index + 1)))).toEqual(
    new Set([10, 30, 60]),
  );
});
