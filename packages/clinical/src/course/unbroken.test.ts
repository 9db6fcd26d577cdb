import { describe, expect, test } from "vitest";
import { addDays } from "../calendar/civil.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import { chart, day, EXAMPLE_SITE, episode, event, placement } from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { gad7, item9, on, phq9, READY_CHART } from "../rules/example-rules.ts";
import { courseOf } from "./course.ts";

function sinceOn(given: Partial<Chart>, dayOfEpisode: number) {
  const { metSince, readySince } = courseOf(chart(given), EXAMPLE_SITE, "e-1", on(dayOfEpisode));
  return { metSince, readySince };
}

test("nothing is met without a card", () => {
  const dischargedOn = on(20);
  const ended = { episodes: [episode({ dischargedOn, dischargeReason: "completed" as const })] };
  const upcoming = { episodes: [episode({ admittedOn: on(40) })] };
  const residential = { placements: [placement({ levelOfCare: "residential" as const })] };
  for (const given of [ended, upcoming, residential]) {
    expect(sinceOn(given, 30)).toEqual({ metSince: {}, readySince: null });
  }
});

test("a criterion has been met since the day that decided it", () => {
  const { metSince } = sinceOn(READY_CHART, 35);
  expect(metSince).toMatchObject({
    "days-at-level": on(28),
    "phq-9-low": on(34),
    "gad-7-low": on(34),
    improved: on(27),
    "no-suicidal-ideation": on(34),
  });
});

test("ready since the first day of the unbroken run, and not on a day when it is not", () => {
  expect(sinceOn(READY_CHART, 35).readySince).toBe(on(34));
  expect(sinceOn(READY_CHART, 33).readySince).toBeNull();
});

test("a day on which it was not met breaks the run, though it was met before", () => {
  const assessments = [phq9(0, 8), gad7(0, 4), phq9(7, 8), phq9(14, 12), phq9(21, 8), phq9(28, 8)];
  expect(sinceOn({ assessments }, 13).metSince).toMatchObject({ "phq-9-low": on(7) });
  expect(sinceOn({ assessments }, 20).metSince).not.toHaveProperty("phq-9-low");
  expect(sinceOn({ assessments }, 30).metSince).toMatchObject({ "phq-9-low": on(28) });
});

test("an earlier day is judged by what was known on it", () => {
  const assessments = [item9(0, 0), item9(7, 0), item9(14, 0)];
  const events = [
    event("v", on(3), { kind: "overdose", recordedAt: null }),
    event("w", on(60), { kind: "overdose", recordedAt: null }),
  ];
  const { metSince } = sinceOn({ assessments, events }, 20);
  expect(metSince["no-suicidal-ideation"]).toBe(on(7));
  expect(metSince["no-escalation"]).toBe(on(10));
});

test("goes back to admission and no further than 366 days", () => {
  const empty = chart();
  const near = courseOf(empty, EXAMPLE_SITE, "e-1", on(2)).metSince;
  expect(near["no-escalation"]).toBe(on(0));
  const long = courseOf(chart({ placements: [placement()] }), EXAMPLE_SITE, "e-1", on(900)).metSince;
  expect(long["days-at-level"]).toBe(addDays(on(900), -365));
});

describe("holds with the card of every day", () => {
  test.each([20, 28, 34, 35, 40])("as of day %i", (asOf) => {
    const given = chart(READY_CHART);
    const { metSince } = courseOf(given, EXAMPLE_SITE, "e-1", on(asOf));
    const metOn = (dayOfEpisode: number) =>
      (evaluateChart(given, EXAMPLE_SITE, on(dayOfEpisode))[0]?.stepDown?.criteria ?? [])
        .filter(({ state }) => state === "met")
        .map(({ id }) => id);
    expect(Object.keys(metSince).toSorted()).toEqual(metOn(asOf).toSorted());
    for (const [id, since] of Object.entries(metSince)) {
      for (let one = asOf; on(one) >= since; one -= 1) expect(metOn(one)).toContain(id);
      const before = addDays(since, -1);
      if (before >= day("2026-02-02")) {
        const daysIn = Array.from({ length: asOf }, (_, place) => place).find(
          (place) => on(place) === before,
        );
        expect(metOn(daysIn ?? 0)).not.toContain(id);
      }
    }
  });
});
