import { describe, expect, test } from "vitest";
import type { SessionStatus } from "../records/codes.ts";
import { EXAMPLE_SITE } from "../records/example-chart.ts";
import { sessionOn, viewOf } from "../rules/example-rules.ts";
import { sessionOnTimeline } from "./attendance.ts";

describe("an early miss", () => {
  const early = (dayOfEpisode: number, status: SessionStatus) => {
    const view = viewOf({ chart: { sessions: [sessionOn(dayOfEpisode, status)] }, day: 30 });
    return view.sessions.map((session) => sessionOnTimeline(session, view, EXAMPLE_SITE.zone).earlyMiss);
  };

  test.each([
    [0, true],
    [13, true],
    [14, false],
  ])("an absence on day %i: %s", (dayOfEpisode, expected) => {
    expect(early(dayOfEpisode, "no_show")).toEqual([expected]);
  });

  test.each([
    ["cancelled_patient", true],
    ["attended", false],
    ["late", false],
    ["left_early", false],
    ["excused", false],
    ["cancelled_program", false],
    ["scheduled", false],
  ] as const)("%s on day 3: %s", (status, expected) => {
    expect(early(3, status)).toEqual([expected]);
  });
});
