import fc from "fast-check";
import { addDays } from "../calendar/civil.ts";
import { instantFromMs, instantToMs } from "../calendar/instant.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { dateOf, startOfDay } from "../calendar/zone.ts";
import { EXAMPLE_SITE } from "../records/example-chart.ts";
import type { OwnRecords } from "../records/own.ts";
import type { Chart, Screen, Site } from "../records/types.ts";
import { on } from "./example-rules.ts";

/** What laws hold a chart against: the same in another order, and the same without what was not yet known. */

export const shuffled = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

const shuffledScreens = (screens: readonly Screen[]) =>
  fc
    .tuple(...screens.map((screen) => shuffled(screen.results).map((results) => ({ ...screen, results }))))
    .chain(shuffled);

const shuffledOwn = (own: OwnRecords): fc.Arbitrary<OwnRecords> =>
  fc
    .record({
      notes: shuffled(own.notes),
      medicationNotes: shuffled(own.medicationNotes),
      injections: shuffled(own.injections),
    })
    .map((records) => ({ ...own, ...records }));

/** Any order of every list. */
export const shuffledChart = (given: Chart): fc.Arbitrary<Chart> =>
  fc
    .record({
      episodes: shuffled(given.episodes),
      placements: shuffled(given.placements),
      assessments: shuffled(given.assessments),
      sessions: shuffled(given.sessions),
      screens: shuffledScreens(given.screens),
      medicationChanges: shuffled(given.medicationChanges),
      events: shuffled(given.events),
      decisions: shuffled(given.decisions),
      ...(given.own === undefined ? {} : { own: shuffledOwn(given.own) }),
    })
    .map((records) => ({ ...given, ...records }));

type Known = (own: CalendarDate, recordedAt: Instant | null) => boolean;

function ownAsIf(own: OwnRecords, known: Known, asOf: CalendarDate): OwnRecords {
  return {
    ...own,
    notes: own.notes.filter((one) => known(one.on, one.recordedAt)),
    medicationNotes: own.medicationNotes.filter((one) => known(one.on, one.recordedAt)),
    injections: own.injections.filter((one) => known(one.givenOn ?? asOf, one.recordedAt)),
  };
}

/** Without what is dated or recorded after the date; discharges and placement ends after it taken back. */
export function asIfOn(given: Chart, { zone }: Site, asOf: CalendarDate): Chart {
  const known: Known = (own, recordedAt) =>
    own <= asOf && (recordedAt === null || dateOf(recordedAt, zone) <= asOf);
  const screenDate = ({ disposition, collectedAt, scheduledOn }: Screen) =>
    disposition === "collected" && collectedAt !== null ? dateOf(collectedAt, zone) : scheduledOn;
  return {
    ...given,
    episodes: given.episodes.map((one) =>
      one.dischargedOn !== null && one.dischargedOn > asOf
        ? { ...one, dischargedOn: null, dischargeReason: null }
        : one,
    ),
    placements: given.placements
      .filter(({ startedOn }) => startedOn <= asOf)
      .map((one) => (one.endedOn !== null && one.endedOn > asOf ? { ...one, endedOn: null } : one)),
    assessments: given.assessments.filter((one) => known(one.administeredOn, one.recordedAt)),
    sessions: given.sessions.filter((one) => known(dateOf(one.scheduledStart, zone), one.recordedAt)),
    screens: given.screens.filter(
      (one) => known(screenDate(one), null) && one.results.every(({ recordedAt }) => known(asOf, recordedAt)),
    ),
    medicationChanges: given.medicationChanges.filter(({ changedOn }) => changedOn <= asOf),
    events: given.events.filter((one) => known(one.occurredOn, one.recordedAt)),
    decisions: given.decisions.filter((one) => known(one.decidedOn, one.recordedAt)),
    ...(given.own === undefined ? {} : { own: ownAsIf(given.own, known, asOf) }),
  };
}

const anyDate = fc.integer({ min: -30, max: 75 }).map(on);
const nineOn = (date: CalendarDate): Instant =>
  instantFromMs(instantToMs(startOfDay(date, EXAMPLE_SITE.zone)) + 9 * 3_600_000);
const entered = fc
  .tuple(anyDate, fc.integer({ min: 0, max: 6 }))
  .map(([date, days]) => ({ date, recordedAt: nineOn(addDays(date, days)) }));

/** Anything entered here for the charts of `anyChart`, how long some of their assessments took included. */
export const anyOwn: fc.Arbitrary<OwnRecords> = fc
  .record({
    notes: fc.array(entered, { maxLength: 5 }),
    injections: fc.array(fc.tuple(entered, fc.boolean()), { maxLength: 5 }),
    seconds: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 16 }),
  })
  .map(({ notes, injections, seconds }) => ({
    notes: notes.map(({ date, recordedAt }, place) => ({
      noteId: `n${place}`,
      patientId: "p-1",
      on: date,
      text: `note ${place}`,
      by: "Staff",
      recordedAt,
    })),
    medicationNotes: [],
    injections: injections.map(([{ date, recordedAt }, given], place) => ({
      injectionId: `i${place}`,
      patientId: "p-1",
      medication: "naltrexone",
      dose: null,
      intervalDays: 28,
      givenOn: given ? date : null,
      givenBy: null,
      nextDueOn: addDays(date, 28),
      by: "Staff",
      recordedAt,
    })),
    secondsTaken: new Map(seconds.map((taken, place) => [`a${place}`, taken])),
  }));
