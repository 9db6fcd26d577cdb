import { describe, expect, test } from "vitest";
import {
  assessment,
  chart,
  day,
  EXAMPLE_SITE,
  episode,
  screen,
  session,
} from "../../records/example-chart.ts";
import type { Chart } from "../../records/types.ts";
import { factsOf } from "../facts.ts";
import type { EpisodeFacts } from "../facts.types.ts";
import { qualityAnswerOf } from "./answer.ts";

const QUESTION = {
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  asOf: day("2026-12-31"),
  filter: {},
} as const;

const answerOf = (facts: readonly EpisodeFacts[]) => qualityAnswerOf(facts, EXAMPLE_SITE, QUESTION);
const facts = (given: Partial<Chart>) => factsOf(chart(given), EXAMPLE_SITE, QUESTION.asOf);

/** Two weeks, one of them measured. */
const stay = (id: string, therapistId: string | null) =>
  facts({
    episodes: [
      episode({
        episodeId: id,
        therapistId,
        dischargedOn: day("2026-02-15"),
        dischargeReason: "completed",
      }),
    ],
    assessments: [assessment("a", "2026-02-03", { instrument: "phq-9", total: 12 })],
  });
const stays = (count: number, therapistId: string | null) =>
  Array.from({ length: count }, (_, place) => stay(`${therapistId}-${place}`, therapistId)).flat();

test("an empty cohort has nothing, and no share", () => {
  const answer = answerOf(facts({}));
  expect(answer).toMatchObject({ discharged: 0, byWeek: [], byTherapist: [] });
  expect(answer.checks.map(({ problems, episodes }) => problems + episodes)).toEqual(Array(8).fill(0));
});

test("problems are counted out of the records that were looked at, and the episodes that have one", () => {
  const unmarked = (id: string) => session(id, "2026-02-03T09:00", { status: "scheduled" });
  const answer = answerOf(
    facts({
      episodes: [episode({ dischargedOn: day("2026-02-15") })],
      assessments: [assessment("a", "2026-02-03", { instrument: "phq-9", total: 12 })],
      sessions: [unmarked("s"), unmarked("t"), session("u", "2026-02-04T09:00")],
      screens: [screen("x", "2026-02-04")],
    }),
  );
  expect(answer.discharged).toBe(1);
  expect(answer.checks).toEqual([
    { check: "week-not-measured", problems: 1, episodes: 1, of: 2 },
    { check: "recorded-late", problems: 0, episodes: 0, of: 1 },
    { check: "items-missing", problems: 0, episodes: 0, of: 0 },
    { check: "prorated", problems: 0, episodes: 0, of: 0 },
    { check: "session-not-marked", problems: 2, episodes: 1, of: 3 },
    { check: "screen-without-result", problems: 1, episodes: 1, of: 1 },
    { check: "no-discharge-reason", problems: 1, episodes: 1, of: null },
    { check: "impossible-sequence", problems: 0, episodes: 0, of: null },
  ]);
});

describe("weekly measurement", () => {
  test("the weeks without a PHQ-9 are the rest of those that count", () => {
    const { checks, byWeek } = answerOf(stays(3, "t-1"));
    const expected = byWeek.reduce((sum, week) => sum + week.expected, 0);
    const measured = byWeek.reduce((sum, week) => sum + week.measured, 0);
    expect(checks[0]).toMatchObject({ problems: expected - measured, of: expected });
    expect(byWeek).toEqual([
      { week: 0, expected: 3, measured: 3 },
      { week: 1, expected: 3, measured: 0 },
    ]);
  });

  test("a therapist with 20 closed episodes is shown, one with 19 is counted only, nobody's are shown", () => {
    const { byTherapist, notShown } = answerOf([...stays(20, "t-2"), ...stays(19, "t-1"), ...stays(1, null)]);
    expect(byTherapist).toMatchObject([
      { therapistId: "t-2", episodes: 20, rate: { numerator: 20, denominator: 40, rate: 0.5 } },
      { therapistId: null, episodes: 1, rate: { numerator: 1, denominator: 2 } },
    ]);
    expect(notShown).toEqual({ groups: 1, episodes: 19 });
  });
});

test("of one therapist with 19 closed episodes there are lists, and no shares", () => {
  const asked = { ...QUESTION, filter: { therapist: "t-1" } };
  const few = qualityAnswerOf([...stays(19, "t-1"), ...stays(30, "t-2")], EXAMPLE_SITE, asked);
  expect(few).toMatchObject({ discharged: 19, tooFew: true, byWeek: [], byTherapist: [] });
  expect(few.checks[0]).toEqual({ check: "week-not-measured", problems: 19, episodes: 19, of: null });
  const enough = qualityAnswerOf(stays(20, "t-1"), EXAMPLE_SITE, asked);
  expect(enough).toMatchObject({ tooFew: false, byTherapist: [{ episodes: 20 }] });
  expect(enough.checks[0]?.of).toBe(40);
});
