import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "../calendar/civil.ts";
import { instantFromMs, instantToMs } from "../calendar/instant.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { startOfDay } from "../calendar/zone.ts";
import { evaluateChart } from "../findings/evaluate.ts";
import {
  ANALYTE_RESULTS,
  DISPOSITIONS,
  EVENT_KINDS,
  INSTRUMENT_IDS,
  MEASURE_MISSED_RESULTS,
  MEDICATION_CHANGES,
  RESULT_STATUSES,
  SCREEN_METHODS,
  SESSION_STATUSES,
  VALIDITIES,
} from "../records/codes.ts";
import {
  assessment,
  chart,
  day,
  decision,
  EXAMPLE_SITE,
  episode,
  event,
  medicationChange,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Chart } from "../records/types.ts";
import { summarizeEpisode } from "../summary/summarize.ts";
import { drawEpisode } from "./draw.ts";

/** Charts of one patient over about half a year, with everything that can happen, sound or not. */

const FIRST = day("2025-12-20");
const anyDay = fc.integer({ min: 0, max: 150 }).map((days) => addDays(FIRST, days));
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const oneOf = <T>(codes: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...codes);
const many = <T>(record: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(record, { maxLength });

function hourOf(date: CalendarDate, hour: number): Instant {
  return instantFromMs(instantToMs(startOfDay(date, EXAMPLE_SITE.zone)) + hour * 3_600_000);
}

const anyMoment = fc.tuple(anyDay, fc.integer({ min: 0, max: 23 })).map(([date, hour]) => hourOf(date, hour));
const anyRecordedAt = perhaps(anyMoment);

const assessments = many(
  fc.record({
    on: anyDay,
    instrument: oneOf(INSTRUMENT_IDS),
    answers: fc.array(perhaps(fc.integer({ min: 0, max: 3 })), { minLength: 8, maxLength: 8 }),
    total: perhaps(fc.integer({ min: 0, max: 21 })),
    recordedAt: anyRecordedAt,
  }),
  12,
).map((all) =>
  all.map(({ on, answers, ...given }, place) =>
    assessment(`a-${place}`, on, { ...given, items: [...answers, null, null] }),
  ),
);

const sessions = many(
  fc.record({ at: anyMoment, status: oneOf(SESSION_STATUSES), recordedAt: anyRecordedAt }),
  12,
).map((all) =>
  all.map(({ at, ...given }, place) => session(`s-${place}`, "2026-01-01", { ...given, scheduledStart: at })),
);

const anyResult = fc
  .record({
    analyte: oneOf(["cocaine", "thc", "fentanyl", "buprenorphine", "gabapentin"]),
    method: perhaps(oneOf(SCREEN_METHODS)),
    result: perhaps(oneOf(ANALYTE_RESULTS)),
    resultStatus: perhaps(oneOf(RESULT_STATUSES)),
    recordedAt: anyRecordedAt,
  })
  .map(({ analyte, ...given }) => result(analyte, given));

const screens = many(
  fc.record({
    on: anyDay,
    disposition: oneOf(DISPOSITIONS),
    validity: perhaps(oneOf(VALIDITIES)),
    results: fc.uniqueArray(anyResult, {
      maxLength: 5,
      selector: ({ analyte, method }) => `${analyte}/${method}`,
    }),
  }),
  8,
).map((all) =>
  all.map(({ on, results, ...given }, place) =>
    screen(`u-${place}`, on, { ...given, results: given.disposition === "collected" ? results : [] }),
  ),
);

const medicationChanges = many(
  fc.record({
    on: anyDay,
    change: oneOf(MEDICATION_CHANGES),
    medication: oneOf(["sertraline", "Suboxone 8/2 film", "suboxone 8/2 FILM"]),
    dose: perhaps(oneOf(["25", "50", "8/2"])),
    unit: perhaps(oneOf(["mg", "MG"])),
  }),
  8,
).map((all) => all.map(({ on, ...given }, place) => medicationChange(`m-${place}`, on, given)));

const events = many(
  fc.record({
    on: anyDay,
    kind: oneOf(EVENT_KINDS),
    result: perhaps(oneOf(MEASURE_MISSED_RESULTS)),
    recordedAt: anyRecordedAt,
  }),
  8,
).map((all) => all.map(({ on, ...given }, place) => event(`v-${place}`, on, given)));

const decisions = many(fc.record({ on: anyDay, recordedAt: anyRecordedAt }), 3).map((all) =>
  all.map(({ on, ...given }, place) => decision(`d-${place}`, on, given)),
);

const stays = fc.record({ from: anyDay, stay: perhaps(fc.integer({ min: 0, max: 90 })) });

const episodes = fc.array(stays, { minLength: 1, maxLength: 3 }).map((all) =>
  all.map(({ from, stay }, place) =>
    episode({
      episodeId: `e-${place + 1}`,
      admittedOn: from,
      dischargedOn: stay === null ? null : addDays(from, stay),
      dischargeReason: stay === null ? null : "completed",
    }),
  ),
);

const placements = many(fc.record({ from: anyDay, php: fc.boolean() }), 3).map((all) =>
  all.map(({ from, php }) => placement({ startedOn: from, levelOfCare: php ? "php" : "iop" })),
);

const anyChart = fc
  .record({ episodes, placements, assessments, sessions, screens, medicationChanges, events, decisions })
  .map((given) => chart({ ...given, placements: oneAStart(given.placements) }));

function oneAStart(all: Chart["placements"]): Chart["placements"] {
  return all.filter((one, place) => all.findIndex((other) => other.startedOn === one.startedOn) === place);
}

const QUIET = { episode: episode(), phase: "active" as const, findings: [], stepDown: null };
const picture = (of: Chart, asOf: CalendarDate) => drawEpisode(of, EXAMPLE_SITE, "e-1", asOf);
const summary = (of: Chart, asOf: CalendarDate) => summarizeEpisode(of, EXAMPLE_SITE, QUIET, asOf);

/** The chart with every list turned round and cut at `at`, as another database would return it. */
function reordered(of: Chart, at: number): Chart {
  const turn = <T>(list: readonly T[]): readonly T[] => {
    const cut = list.length === 0 ? 0 : at % list.length;
    return [...list.slice(cut), ...list.slice(0, cut)].toReversed();
  };
  return {
    patient: of.patient,
    episodes: turn(of.episodes),
    placements: turn(of.placements),
    assessments: turn(of.assessments),
    sessions: turn(of.sessions),
    screens: turn(of.screens).map((one) => ({ ...one, results: turn(one.results) })),
    medicationChanges: turn(of.medicationChanges),
    events: turn(of.events),
    decisions: turn(of.decisions),
  };
}

/** The chart without anything dated or recorded after the day. */
function until(of: Chart, asOf: CalendarDate): Chart {
  const end = startOfDay(addDays(asOf, 1), EXAMPLE_SITE.zone);
  const recorded = (at: Instant | null): boolean => at === null || instantToMs(at) < instantToMs(end);
  return {
    ...of,
    assessments: of.assessments.filter((one) => one.administeredOn <= asOf && recorded(one.recordedAt)),
    sessions: of.sessions.filter(
      (one) => instantToMs(one.scheduledStart) < instantToMs(end) && recorded(one.recordedAt),
    ),
    screens: of.screens.filter(
      (one) => one.scheduledOn <= asOf && one.results.every((row) => recorded(row.recordedAt)),
    ),
    medicationChanges: of.medicationChanges.filter((one) => one.changedOn <= asOf),
    events: of.events.filter((one) => one.occurredOn <= asOf && recorded(one.recordedAt)),
    decisions: of.decisions.filter((one) => one.decidedOn <= asOf && recorded(one.recordedAt)),
    placements: of.placements
      .filter((one) => one.startedOn <= asOf)
      .map((one) => (one.endedOn !== null && one.endedOn > asOf ? { ...one, endedOn: null } : one)),
    episodes: of.episodes.map((one) =>
      one.dischargedOn !== null && one.dischargedOn > asOf
        ? { ...one, dischargedOn: null, dischargeReason: null }
        : one,
    ),
  };
}

test("the order of records never matters", () => {
  fc.assert(
    fc.property(anyChart, anyDay, fc.nat(), (one, asOf, at) => {
      expect(picture(reordered(one, at), asOf)).toEqual(picture(one, asOf));
      expect(summary(reordered(one, at), asOf)).toEqual(summary(one, asOf));
    }),
  );
});

test("what was not yet known changes nothing", () => {
  fc.assert(
    fc.property(anyChart, anyDay, (one, asOf) => {
      expect(picture(until(one, asOf), asOf)).toEqual(picture(one, asOf));
      expect(summary(until(one, asOf), asOf)).toEqual(summary(one, asOf));
    }),
  );
});

test("everything drawn lies on the axis, and no lane knows more than its records", () => {
  fc.assert(
    fc.property(anyChart, anyDay, (one, asOf) => {
      const drawn = picture(one, asOf);
      const marks = [
        ...drawn.measures.flatMap((lane) => lane.marks),
        ...drawn.sessions,
        ...drawn.screens,
        ...drawn.medications.flatMap((lane) => lane.changes),
        ...drawn.events,
        ...drawn.decisions,
      ];
      for (const { on } of marks) expect(on >= drawn.from && on <= drawn.to).toBe(true);
      expect(drawn.to <= asOf).toBe(true);
      expect(drawn.from <= drawn.to).toBe(true);
      for (const lane of drawn.measures) {
        expect(lane.weeks.map((week) => week.week)).toEqual(lane.weeks.map((_, place) => place));
        for (const week of lane.weeks) {
          expect(week.score === null).toBe(week.state !== "done" && week.state !== "late");
          if (week.on !== null) {
            expect(Math.floor(daysBetween(drawn.admittedOn, week.on) / 7)).toBe(week.week);
          }
        }
      }
      for (const lane of drawn.medications) {
        lane.segments.forEach((segment, place) => {
          const before = lane.segments[place - 1];
          if (before !== undefined) expect((before.to ?? "9999") < segment.from).toBe(true);
          if (segment.to !== null) expect(segment.from <= segment.to).toBe(true);
        });
      }
    }),
  );
});

test("a row's latest score is the last done week's, and its change is what lies between", () => {
  fc.assert(
    fc.property(anyChart, anyDay, (one, asOf) => {
      for (const measure of summary(one, asOf).measures) {
        const done = measure.weeks.findLast((week) => week.score !== null);
        if (done !== undefined && measure.latest !== null && measure.latest.on <= (done.on ?? "")) {
          expect(done).toMatchObject({
            score: measure.latest.score,
            assessmentId: measure.latest.assessmentId,
          });
        }
        const { latest, baseline, change } = measure;
        const comparable = latest !== null && baseline !== null && latest.on > baseline.on;
        expect(change).toBe(comparable ? latest.score - baseline.score : null);
      }
    }),
  );
});

test("whatever a finding rests on can be pointed at in the picture of its episode", () => {
  fc.assert(
    fc.property(anyChart, anyDay, (one, asOf) => {
      for (const { episode: of, findings } of evaluateChart(one, EXAMPLE_SITE, asOf)) {
        const drawn = drawEpisode(one, EXAMPLE_SITE, of.episodeId, asOf);
        const ids: Readonly<Record<string, readonly string[]>> = {
          assessment: drawn.measures.flatMap((lane) => lane.marks.map((mark) => mark.assessmentId)),
          session: drawn.sessions.map((mark) => mark.sessionId),
          screen: drawn.screens.map((mark) => mark.screenId),
          event: drawn.events.map((mark) => mark.eventId),
          decision: drawn.decisions.map((mark) => mark.decisionId),
        };
        for (const { type, id } of findings.flatMap((finding) => finding.evidence)) {
          expect(ids[type]?.includes(id) ?? true).toBe(true);
        }
      }
    }),
  );
});

test("the row of every evaluated episode leads with one of its findings, and no two rows rank alike", () => {
  fc.assert(
    fc.property(anyChart, anyDay, (one, asOf) => {
      const rows = evaluateChart(one, EXAMPLE_SITE, asOf).map((evaluation) =>
        summarizeEpisode(one, EXAMPLE_SITE, evaluation, asOf),
      );
      for (const row of rows) {
        expect(row.leading === null).toBe(row.findingCount === 0);
        if (row.leading !== null) expect(row.rules).toContain(row.leading.rule);
        const overdue = row.measures.some((measure) => measure.overdue);
        expect(row.rules.includes("measure-overdue")).toBe(overdue);
      }
      expect(new Set(rows.map((row) => row.rank)).size).toBe(rows.length);
    }),
  );
});
