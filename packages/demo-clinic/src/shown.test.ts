import {
  addDays,
  type Chart,
  DEFAULT_ZONE,
  dateOf,
  daysBetween,
  evaluateChart,
  medicationLens,
} from "@soundings/clinical";
import { describe, expect, test } from "vitest";
import { SITE } from "./clinic.testkit.ts";
import { demoCharts } from "./clinic.ts";
import { dateFrom, daysAround } from "./days.ts";

/** What pages have a mark for must be there to be seen, on days of every kind. */
const DAYS = ["2026-11-22", "2026-11-24", "2026-12-31", "2027-07-09"];
const SCORED = { "phq-9": 9, "gad-7": 7 } as const;

const isActive = ({ episodes }: Chart) => episodes.some(({ dischargedOn }) => dischargedOn === null);
const of = (day: string) => demoCharts({ seed: 1, today: dateFrom(day) });

interface Unread {
  readonly forms: number;
  readonly allSame: number;
  readonly copied: number;
}

/** The answers of every form of an instrument, oldest first; null for one that has items open or nothing but 0. */
function answersOf({ assessments }: Chart, instrument: keyof typeof SCORED): (string | null)[] {
  return assessments
    .filter((one) => one.instrument === instrument && one.status !== "entered_in_error")
    .map(({ items }) => items.slice(0, SCORED[instrument]))
    .map((items) => (items.includes(null) || items.every((item) => item === 0) ? null : items.join("")));
}

function unreadOf(chart: Chart): Unread {
  const lists = [answersOf(chart, "phq-9"), answersOf(chart, "gad-7")];
  const count = (holds: (answers: string, before: string | null | undefined) => boolean) =>
    lists.reduce(
      (sum, list) => sum + list.filter((one, place) => one !== null && holds(one, list[place - 1])).length,
      0,
    );
  return {
    forms: lists.flat().length,
    allSame: count((answers) => new Set(answers).size === 1),
    copied: count((answers, before) => answers === before),
  };
}

const sumOf = (charts: readonly Chart[], pick: (unread: Unread) => number) =>
  charts.reduce((sum, chart) => sum + pick(unreadOf(chart)), 0);

describe.each(DAYS)("on %s", (day) => {
  const charts = of(day);
  const active = charts.filter(isActive);
  const stories = active.filter(({ patient }) => patient.patientId >= "D-20000");
  const background = active.filter((chart) => !stories.includes(chart));

  test("few forms look as if nobody had read them, none of a story, and there is one of each sort", () => {
    const marked = sumOf(charts, ({ allSame, copied }) => allSame + copied);
    expect(marked / sumOf(charts, ({ forms }) => forms)).toBeLessThan(0.02);
    expect(sumOf(stories, ({ allSame, copied }) => allSame + copied)).toBe(0);
    expect(sumOf(background, ({ allSame }) => allSame)).toBeGreaterThan(0);
    expect(sumOf(background, ({ copied }) => copied)).toBeGreaterThan(0);
  });

  test("recent specimens have their creatinine and specific gravity, as their validity has it", () => {
    const screens = active.flatMap((chart) => chart.screens).filter(({ validity }) => validity !== null);
    const value = (screen: (typeof screens)[number], analyte: string) =>
      Number(screen.results.find((result) => result.analyte === analyte)?.value);
    const dilute = screens.filter(({ validity }) => validity === "dilute");
    expect(dilute.length).toBeGreaterThan(3);
    for (const screen of screens.filter(({ scheduledOn }) => scheduledOn > addDays(dateFrom(day), -290))) {
      const [creatinine, gravity] = [value(screen, "creatinine"), value(screen, "specific_gravity")];
      const looksDilute = creatinine >= 2 && creatinine < 20 && gravity > 1.001 && gravity < 1.003;
      expect([screen.screenId, looksDilute]).toEqual([screen.screenId, screen.validity === "dilute"]);
    }
  });

  test("every result has its cut-off, and some positives their confirmation", () => {
    const results = active.flatMap(({ screens }) => screens.flatMap((screen) => screen.results));
    const found = results.filter(({ method }) => method !== null);
    expect(found.filter(({ cutoff }) => cutoff === null)).toEqual([]);
    expect(
      found.filter(({ method, result }) => method === "definitive" && result === "positive").length,
    ).toBeGreaterThan(20);
  });

  test("a cup takes bupropion for amphetamine, unconfirmed once and once refuted", () => {
    const taking = background.filter(({ medicationChanges }) =>
      medicationChanges.some(({ medication }) => medication === "Bupropion XL"),
    );
    const answers = taking
      .flatMap(({ screens }) => screens.slice(-12))
      .map(({ results }) => results.filter(({ analyte }) => analyte === "amphetamine"))
      .filter((results) =>
        results.some(({ method, result }) => method !== "definitive" && result === "positive"),
      )
      .map((results) => results.find(({ method }) => method === "definitive")?.result ?? null);
    expect(answers).toContain(null);
    expect(answers).toContain("negative");
  });

  test("buprenorphine is missing from the specimen of somebody who takes it", () => {
    const found = background.filter((chart) =>
      evaluateChart(chart, SITE, dateFrom(day)).some(
        ({ phase, findings }) =>
          phase === "active" &&
          findings.some(
            ({ rule, headline }) => rule === "expected-drug-absent" && headline.includes("negative"),
          ),
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(6);
  });

  test("somebody under 25 has begun an antidepressant not long ago", () => {
    const young = background.filter(
      ({ patient, medicationChanges }) =>
        medicationChanges.length > 0 && Number(day.slice(0, 4)) - Number(patient.birthDate.slice(0, 4)) < 25,
    );
    const watched = young.filter((chart) => {
      const episodeId = chart.episodes.find(({ dischargedOn }) => dischargedOn === null)?.episodeId ?? "";
      return medicationLens(chart, SITE, episodeId, dateFrom(day)).watches.length > 0;
    });
    expect(watched.length).toBeGreaterThan(0);
  });

  test("most who take something have the next visit on the schedule, within four weeks and on a day of work", () => {
    const taking = background.filter(({ medicationChanges }) => medicationChanges.length > 0);
    const visits = taking.map(({ sessions }) =>
      sessions
        .filter(({ service, scheduledStart }) => service === "psychiatry" && scheduledStart > `${day}T23`)
        .map(({ scheduledStart, status }) => ({ on: dateOf(scheduledStart, DEFAULT_ZONE), status })),
    );
    const known = visits.filter((ahead) => ahead.length > 0);
    expect(known.length / taking.length).toBeGreaterThan(0.75);
    expect(known.length).toBeLessThan(taking.length);
    const days = daysAround(dateFrom(day), DEFAULT_ZONE);
    const limit = Date.parse(day) + 28 * 86_400_000;
    for (const { on, status } of visits.flat()) {
      expect(status).toBe("scheduled");
      expect([on, Date.parse(on) <= limit && days.isOpen(daysBetween(dateFrom(day), on))]).toEqual([
        on,
        true,
      ]);
    }
  });
});
