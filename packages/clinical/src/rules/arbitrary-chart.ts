import fc from "fast-check";
import { addDays } from "../calendar/civil.ts";
import { parseInstant } from "../calendar/parse-instant.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { DEFAULT_ZONE } from "../calendar/zone.ts";
import {
  DECISION_KINDS,
  DISCHARGE_REASONS,
  DISPOSITIONS,
  EVENT_KINDS,
  INSTRUMENT_IDS,
  LEVELS_OF_CARE,
  RESULT_STATUSES,
  SCREEN_METHODS,
  SESSION_STATUSES,
  VALIDITIES,
} from "../records/codes.ts";
import {
  assessment,
  chart,
  decision,
  EXAMPLE_PROGRAM,
  EXAMPLE_SITE,
  episode,
  event,
  medicationChange,
  placement,
  result,
  screen,
  session,
} from "../records/example-chart.ts";
import type { Chart, Program, Site } from "../records/types.ts";
import { on } from "./example-rules.ts";

/** Any chart of one patient over some three months around the example admission. Used by tests only. */

const FIRST = -30;
const LAST = 75;
const anyDay = fc.integer({ min: FIRST, max: LAST });
const anyDate = anyDay.map(on);

/** Also the hour on both sides of midnight, and of the clock change of 2026-03-08. */
function momentOf(date: CalendarDate, time: string): Instant {
  const instant = parseInstant(`${date}T${time}`, DEFAULT_ZONE);
  if (instant === null) throw new RangeError("not a moment");
  return instant;
}
const anyTime = fc.constantFrom("00:00:00", "01:30:00", "09:00:00", "09:00:00.250", "23:59:59");

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 8 });

/** Recorded on the day, or some days later, or not known. */
const recordedFrom = (date: CalendarDate) =>
  rarely(
    fc
      .tuple(fc.integer({ min: 0, max: 6 }), anyTime)
      .map(([days, time]) => momentOf(addDays(date, days), time)),
  );

const anyAnswer = mostly(fc.constantFrom(0, 0, 0, 1, 2, 3));
const anyItems = fc.array(anyAnswer, { minLength: 10, maxLength: 10 });

const anyAssessment = fc
  .tuple(anyDate, fc.constantFrom(...INSTRUMENT_IDS), anyItems, rarely(fc.integer({ min: 0, max: 21 })))
  .chain(([date, instrument, items, total]) =>
    fc
      .tuple(
        recordedFrom(date),
        fc.constantFrom(null, "final" as const, "final" as const, "entered_in_error" as const),
      )
      .map(([recordedAt, status]) => ({ date, instrument, items, total, recordedAt, status })),
  );

const anySession = fc
  .tuple(anyDate, anyTime, fc.constantFrom(...SESSION_STATUSES), mostly(fc.integer({ min: 0, max: 300 })))
  .chain(([date, time, status, attendedMinutes]) =>
    recordedFrom(date).map((recordedAt) => ({
      start: momentOf(date, time),
      status,
      attendedMinutes,
      recordedAt,
    })),
  );

const ANALYTES = [
  "cocaine",
  "fentanyl",
  "thc",
  "buprenorphine",
  "norbuprenorphine",
  "methadone",
  "ketamine",
] as const;
const anyRow = (analyte: string, date: CalendarDate) =>
  fc
    .tuple(
      fc.constantFrom(
        "negative" as const,
        "negative" as const,
        "positive" as const,
        "inconclusive" as const,
        null,
      ),
      fc.constantFrom(null, ...RESULT_STATUSES, "final" as const, "final" as const),
      fc.constantFrom(null, "1", "2.5", "100", "800", "<2"),
      fc.constantFrom("ng/mL", "ng/mL", null, ""),
      recordedFrom(date),
    )
    .map(([given, resultStatus, value, unit, recordedAt]) =>
      result(analyte, { result: given, resultStatus, value, unit, recordedAt }),
    );

const anyRows = (date: CalendarDate) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ANALYTES), fc.constantFrom(null, ...SCREEN_METHODS)), {
      maxLength: 5,
      selector: ([analyte, method]) => `${analyte} ${method}`,
    })
    .chain((keys) =>
      fc.tuple(...keys.map(([analyte, method]) => anyRow(analyte, date).map((row) => ({ ...row, method })))),
    );

const anyScreen = fc
  .tuple(
    anyDate,
    mostly(anyTime),
    fc.constantFrom(...DISPOSITIONS, "collected" as const, "collected" as const),
    fc.constantFrom(null, "valid" as const, "valid" as const, ...VALIDITIES),
  )
  .chain(([date, time, disposition, validity]) =>
    anyRows(date).map((results) => ({
      date,
      collectedAt: time === null ? null : momentOf(date, time),
      disposition,
      validity,
      results: disposition === "collected" ? results : [],
    })),
  );

const anyChange = fc.tuple(
  anyDate,
  fc.constantFrom("start" as const, "dose" as const, "stop" as const),
  fc.constantFrom("Suboxone", "methadone 40 mg", "Vivitrol", "fentanyl patch", "sertraline"),
);

const anyEvent = fc
  .tuple(
    anyDate,
    fc.constantFrom(...EVENT_KINDS, "c_ssrs" as const),
    fc.constantFrom(null, "none", "low", "moderate", "high"),
  )
  .chain(([date, kind, level]) =>
    recordedFrom(date).map((recordedAt) => ({ date, kind, level, recordedAt })),
  );

const anyStay = fc.tuple(
  fc.integer({ min: FIRST, max: 40 }),
  fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  fc.constantFrom(null, ...DISCHARGE_REASONS),
);
const anyPlacement = fc.tuple(
  fc.constantFrom("e-1", "e-2"),
  fc.constantFrom(...LEVELS_OF_CARE, "iop" as const, "iop" as const),
  anyDate,
  fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
);

/** A chart with up to three stays; the first is the example episode, often still active. */
export const anyChart: fc.Arbitrary<Chart> = fc
  .record({
    first: fc.tuple(fc.constantFrom(null, null, 20, 45), fc.constantFrom(null, ...DISCHARGE_REASONS)),
    others: fc.array(anyStay, { maxLength: 2 }),
    placements: fc.uniqueArray(anyPlacement, { maxLength: 4, selector: ([id, , date]) => `${id} ${date}` }),
    assessments: fc.array(anyAssessment, { maxLength: 16 }),
    sessions: fc.array(anySession, { maxLength: 20 }),
    screens: fc.array(anyScreen, { maxLength: 8 }),
    changes: fc.array(anyChange, { maxLength: 6 }),
    events: fc.array(anyEvent, { maxLength: 6 }),
    decisions: fc.array(fc.tuple(anyDate, fc.constantFrom(...DECISION_KINDS)), { maxLength: 3 }),
  })
  .map((given) => {
    const [leftAfter, reason] = given.first;
    const dischargedOn = leftAfter === null ? null : on(leftAfter);
    const first = episode({ dischargedOn, dischargeReason: dischargedOn === null ? null : reason });
    const others = given.others.map(([admitted, stay, why], place) =>
      episode({
        episodeId: `e-${place + 2}`,
        admittedOn: on(admitted),
        dischargedOn: stay === null ? null : on(admitted + stay),
        dischargeReason: stay === null ? null : why,
      }),
    );
    return chart({
      episodes: [first, ...others],
      placements: given.placements.map(([episodeId, levelOfCare, startedOn, days]) =>
        placement({
          episodeId,
          levelOfCare,
          startedOn,
          endedOn: days === null ? null : addDays(startedOn, days),
        }),
      ),
      assessments: given.assessments.map(({ date, ...rest }, place) => assessment(`a${place}`, date, rest)),
      sessions: given.sessions.map(({ start, ...rest }, place) =>
        session(`s${place}`, "2026-02-02T10:00:00", { scheduledStart: start, ...rest }),
      ),
      screens: given.screens.map(({ date, ...rest }, place) => screen(`u${place}`, date, rest)),
      medicationChanges: given.changes.map(([date, change, medication], place) =>
        medicationChange(`m${place}`, date, { change, medication }),
      ),
      events: given.events.map(({ date, kind, level, recordedAt }, place) =>
        event(`v${place}`, date, { kind, result: kind === "c_ssrs" ? level : null, recordedAt }),
      ),
      decisions: given.decisions.map(([date, kind], place) =>
        decision(`d${place}`, date, { decision: kind }),
      ),
    });
  });

const anyProgram: fc.Arbitrary<Program> = fc
  .tuple(
    fc.constantFrom(...LEVELS_OF_CARE, "iop" as const),
    fc.constantFrom(null, 6, 9, 9.5),
    fc.constantFrom(null, 2, 8),
    fc.constantFrom(null, 0, 1),
  )
  .map(([levelOfCare, hoursPerWeekMin, plannedWeeksMax, screensPerWeek]) => ({
    ...EXAMPLE_PROGRAM,
    levelOfCare,
    hoursPerWeekMin,
    plannedWeeksMax,
    screensPerWeek,
  }));

export const anySite: fc.Arbitrary<Site> = anyProgram.map((program) => ({
  ...EXAMPLE_SITE,
  programs: new Map([[program.programId, program]]),
}));

export const anyAsOf: fc.Arbitrary<CalendarDate> = fc.oneof(anyDate, fc.integer({ min: 0, max: 60 }).map(on));

/** A moment after the last record of any chart, so that whatever is recorded then is not yet known. */
export const LONG_AFTER: Instant = momentOf(on(LAST + 300), "09:00:00");
