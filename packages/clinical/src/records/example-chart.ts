import { dateOfDayNumber, parseCalendarDate } from "../calendar/civil.ts";
import { parseInstant } from "../calendar/parse-instant.ts";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { DEFAULT_ZONE } from "../calendar/zone.ts";
import type { InstrumentId } from "./codes.ts";
import type {
  Assessment,
  Chart,
  ClinicalEvent,
  Decision,
  Episode,
  MedicationChange,
  Placement,
  Program,
  Screen,
  ScreenResult,
  Session,
  Site,
} from "./types.ts";

/** Records for examples and laws: one patient in one program, every property given or not known. Used by tests only. */

export function day(text: string): CalendarDate {
  return parseCalendarDate(text) ?? dateOfDayNumber(0);
}

/** A clock time of the example site. */
export function clock(text: string): Instant {
  const instant = parseInstant(text, DEFAULT_ZONE);
  if (instant === null) throw new RangeError(`not a moment: ${text}`);
  return instant;
}

export const EXAMPLE_PROGRAM: Program = {
  programId: "iop",
  name: "Example IOP",
  levelOfCare: "iop",
  timeZone: DEFAULT_ZONE,
  plannedWeeksMin: 8,
  plannedWeeksMax: 12,
  hoursPerWeekMin: 9,
  daysPerWeekMin: 3,
  daysPerWeekMax: 5,
  tracks: [],
  modalities: [],
  screensPerWeek: 1,
};

export const EXAMPLE_SITE: Site = {
  zone: DEFAULT_ZONE,
  programs: new Map([[EXAMPLE_PROGRAM.programId, EXAMPLE_PROGRAM]]),
};

export function episode(given: Partial<Episode> = {}): Episode {
  return {
    episodeId: "e-1",
    patientId: "p-1",
    programId: "iop",
    admittedOn: day("2026-02-02"),
    dischargedOn: null,
    dischargeReason: null,
    track: null,
    modality: null,
    diagnoses: [],
    therapistId: null,
    prescriberId: null,
    referralSource: null,
    payer: null,
    ...given,
  };
}

export function placement(given: Partial<Placement> = {}): Placement {
  return { episodeId: "e-1", levelOfCare: "iop", startedOn: day("2026-02-02"), endedOn: null, ...given };
}

/** An assessment known by its total unless items are given. */
export function assessment(
  id: string,
  on: string,
  given: Partial<Assessment> & { readonly instrument: InstrumentId },
): Assessment {
  return {
    assessmentId: id,
    patientId: "p-1",
    administeredOn: day(on),
    items: Array.from({ length: 10 }, () => null),
    total: null,
    mode: null,
    recordedAt: null,
    status: null,
    ...given,
  };
}

export function session(id: string, start: string, given: Partial<Session> = {}): Session {
  return {
    sessionId: id,
    patientId: "p-1",
    scheduledStart: clock(start),
    scheduledMinutes: 180,
    service: "group",
    status: "attended",
    attendedMinutes: null,
    modality: null,
    staffId: null,
    recordedAt: null,
    ...given,
  };
}

export function result(analyte: string | null, given: Partial<ScreenResult> = {}): ScreenResult {
  return {
    method: "definitive",
    analyte,
    result: analyte === null ? null : "negative",
    value: null,
    unit: null,
    cutoff: null,
    resultStatus: "final",
    recordedAt: null,
    ...given,
  };
}

/** A collected, valid screen unless said otherwise. */
export function screen(id: string, on: string, given: Partial<Screen> = {}): Screen {
  return {
    screenId: id,
    patientId: "p-1",
    scheduledOn: day(on),
    collectedAt: null,
    disposition: "collected",
    specimen: "urine",
    validity: "valid",
    results: [],
    ...given,
  };
}

export function medicationChange(
  id: string,
  on: string,
  given: Partial<MedicationChange> = {},
): MedicationChange {
  return {
    medicationChangeId: id,
    patientId: "p-1",
    changedOn: day(on),
    change: "start",
    medication: "sertraline",
    dose: null,
    unit: null,
    frequency: null,
    prescriberId: null,
    reason: null,
    rxnorm: null,
    ...given,
  };
}

export function event(id: string, on: string, given: Partial<ClinicalEvent> = {}): ClinicalEvent {
  return {
    eventId: id,
    patientId: "p-1",
    occurredOn: day(on),
    kind: "other",
    result: null,
    note: null,
    recordedAt: null,
    ...given,
  };
}

export function decision(id: string, on: string, given: Partial<Decision> = {}): Decision {
  return {
    decisionId: id,
    patientId: "p-1",
    decidedOn: day(on),
    decision: "continue",
    levelOfCare: null,
    reason: null,
    staffId: null,
    recordedAt: null,
    ...given,
  };
}

/** A chart with one episode, from 2026-02-02 on, and nothing else unless given. */
export function chart(given: Partial<Chart> = {}): Chart {
  return {
    patient: {
      patientId: "p-1",
      givenName: "Example",
      familyName: "Patient",
      birthDate: day("1990-01-01"),
      sex: null,
      language: null,
      race: null,
      ethnicity: null,
      phone: null,
      email: null,
    },
    episodes: [episode()],
    placements: [],
    assessments: [],
    sessions: [],
    screens: [],
    medicationChanges: [],
    events: [],
    decisions: [],
    ...given,
  };
}
