import {
  addDays,
  type CohortFilter,
  DEFAULT_ZONE,
  factsOf,
  groupMovesOf,
  levelsOf,
  overTimeOf,
  qualityAnswerOf,
} from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { SITE } from "./clinic.testkit.ts";
import { demoCharts } from "./clinic.ts";
import { type Day, dateFrom, daysAround } from "./days.ts";
import { turningPoints } from "./turning-points.ts";

const TODAY = dateFrom("2026-11-23");
const days = daysAround(TODAY, DEFAULT_ZONE);
const turns = turningPoints(days);
const facts = demoCharts({ seed: 1, today: TODAY }).flatMap((chart) => factsOf(chart, SITE, TODAY));

const question = (filter: CohortFilter, from: Day = -364) => ({
  from: addDays(TODAY, from),
  to: TODAY,
  asOf: TODAY,
  filter,
});
const monthOf = (day: Day) => days.date(day).slice(0, 7);

test("what changed lies where a director looks for it", () => {
  const { noBus } = turns;
  expect(days.date(noBus.from)).toBe("2026-04-01");
  expect(days.date(noBus.to)).toBe("2026-06-30");
  expect(monthOf(turns.tabletSince)).toBe("2026-03");
  expect(monthOf(turns.eveningOpened)).toBe("2025-09");
  expect(days.weekday(turns.hardWeek)).toBe(0);
  const inJanuary = daysAround(dateFrom("2027-01-05"), DEFAULT_ZONE);
  const { noBus: before, reported } = turningPoints(inJanuary);
  expect([before.from, before.to, reported].map(inJanuary.date)).toEqual([
    "2026-07-01",
    "2026-09-30",
    "2026-10-07",
  ]);
});

describe("the records show what changed", () => {
  test("weeks are measured more often since there is a tablet", () => {
    const { points } = overTimeOf(facts, SITE, question({ program: "compass" }), {
      measure: "weekly-measurement",
      every: "month",
    });
    const closed = points.filter(({ open }) => !open);
    const since = days.date(turns.tabletSince);
    const before = closed.filter(({ to }) => to < since);
    const settled = closed.filter(({ from }) => from > addDays(since, 60));
    expect(before.length).toBeGreaterThan(2);
    for (const { value } of before) expect(value).toBeLessThan(0.8);
    for (const { value } of settled) expect(value).toBeGreaterThan(0.84);
    expect(closed.some(({ marks }) => marks.includes("seven_one_side"))).toBe(true);
  });

  test("one quarter, and no other, is out of the limits of completion", () => {
    const { chart, points } = overTimeOf(facts, SITE, question({ program: "tidewater" }, -800), {
      measure: "completion",
      every: "quarter",
    });
    expect(chart).toBe("p");
    const marked = points.filter(({ marks }) => marks.length > 0);
    expect(marked).toMatchObject([{ from: days.date(turns.noBus.from), marks: ["outside"] }]);
  });

  test("one week, and no other of the year, saw a whole track rise together", () => {
    const { tracks } = groupMovesOf(facts, SITE, question({}), "phq-9");
    const rose = tracks.flatMap(({ programId, track, weeks }) =>
      weeks.filter(({ together }) => together === "up").map(({ from }) => [programId, track, from]),
    );
    expect(rose).toEqual([["breakwater", "evening", days.date(turns.hardWeek)]]);
  });

  test("nobody sat in the evening track before it opened", () => {
    const evening = facts.filter(({ programId, track }) => programId === "breakwater" && track === "evening");
    const first = evening.map(({ admittedOn }) => admittedOn).toSorted()[0];
    expect(first && first >= days.date(turns.eveningOpened)).toBe(true);
    expect(evening.length).toBeGreaterThan(80);
  });
});

test("some come back, and some come from and go to other levels", () => {
  const { returned, links } = levelsOf(facts, SITE, question({}));
  expect(returned.within30.rate).toBeGreaterThan(0.01);
  expect(returned.within30.rate).toBeLessThan(0.05);
  expect(returned.within90.rate).toBeGreaterThan(0.025);
  expect(returned.within90.rate).toBeLessThan(0.09);
  const count = (from: string, to: string) =>
    links.find((link) => link.from === from && link.to === to)?.episodes ?? 0;
  expect(count("from_residential", "iop")).toBeGreaterThan(5);
  expect(count("from_php", "iop")).toBeGreaterThan(2);
  expect(count("residential", "to_iop")).toBeGreaterThan(5);
  expect(count("iop", "to_php")).toBeGreaterThan(3);
  expect(count("iop", "to_iop")).toBeGreaterThan(3);
});

test("every list of data quality has something to work through, and none is endless", () => {
  const { checks } = qualityAnswerOf(facts, SITE, question({}));
  const problems = new Map(checks.map(({ check, problems: found }) => [check, found]));
  expect(problems.get("no-discharge-reason")).toBe(6);
  expect(problems.get("screen-without-result")).toBe(5);
  expect(problems.get("impossible-sequence")).toBe(4);
  for (const [check, found] of problems) {
    expect([check, found > 3 && found < 1200]).toEqual([check, true]);
  }
});
