import fc from "fast-check";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { chart, clock, EXAMPLE_SITE } from "../records/example-chart.ts";
import { ADHERENCES, type Injection, type MedicationNote, NO_OWN_RECORDS } from "../records/own.ts";
import type { Chart } from "../records/types.ts";
import { anyChart } from "../rules/arbitrary-chart.ts";
import { type Asked, on } from "../rules/example-rules.ts";
import { medicationLens } from "./lens.ts";
import type { MedicationLens } from "./types.ts";

/** What is entered here, by day of the example episode, for tests of the prescriber's views. Used by tests only. */

function recorded(date: CalendarDate): Instant {
  return clock(`${date}T12:00:00`);
}

/** Given and recorded on the day, next due four weeks later; a line without an injection is given by null. */
export function injection(dayOfEpisode: number, given: Partial<Injection> = {}): Injection {
  return {
    injectionId: `i-${dayOfEpisode}`,
    patientId: "p-1",
    medication: "Vivitrol",
    dose: null,
    intervalDays: 28,
    givenOn: on(dayOfEpisode),
    givenBy: null,
    nextDueOn: on(dayOfEpisode + 28),
    by: "account-1",
    recordedAt: recorded(on(dayOfEpisode)),
    ...given,
  };
}

export function medicationNote(dayOfEpisode: number, given: Partial<MedicationNote> = {}): MedicationNote {
  return {
    medicationNoteId: `n-${dayOfEpisode}`,
    patientId: "p-1",
    on: on(dayOfEpisode),
    medication: "sertraline",
    kind: "adherence",
    adherence: "some_missed",
    text: null,
    by: "account-1",
    recordedAt: recorded(on(dayOfEpisode)),
    ...given,
  };
}

/** The lens of the example episode as of a day. */
export function lensOf({ chart: given, day, site = EXAMPLE_SITE }: Asked): MedicationLens {
  return medicationLens(chart(given), site, "e-1", on(day));
}

const anyDay = fc.integer({ min: -30, max: 75 });
const anyMedication = fc.constantFrom(
  "Vivitrol",
  "VIVITROL",
  "Sublocade",
  "Suboxone",
  "sertraline",
  "haloperidol",
);

const anyInjection = fc
  .tuple(anyDay, anyMedication, fc.boolean(), fc.integer({ min: 0, max: 6 }))
  .map(([given, medication, isGiven, late]) =>
    injection(given, {
      medication,
      recordedAt: recorded(on(given + late)),
      givenOn: isGiven ? on(given) : null,
    }),
  );

const anyNote = fc
  .tuple(anyDay, anyMedication, fc.constantFrom(...ADHERENCES), fc.integer({ min: 0, max: 6 }))
  .map(([given, medication, adherence, late]) =>
    medicationNote(given, { medication, adherence, recordedAt: recorded(on(given + late)) }),
  );

/** Any chart with what may have been entered here. */
export const anyOwnChart: fc.Arbitrary<Chart> = fc
  .tuple(anyChart, fc.array(anyInjection, { maxLength: 5 }), fc.array(anyNote, { maxLength: 5 }))
  .map(([given, injections, notes]) => ({
    ...given,
    own: {
      ...NO_OWN_RECORDS,
      injections: injections.map((one, place) => ({ ...one, injectionId: `i${place}` })),
      medicationNotes: notes.map((one, place) => ({ ...one, medicationNoteId: `n${place}` })),
    },
  }));
