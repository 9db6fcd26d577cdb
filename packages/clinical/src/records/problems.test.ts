import { describe, expect, test } from "vitest";
import type { CalendarDate, Instant } from "../calendar/types.ts";
import { SESSION_STATUSES } from "./codes.ts";
import type { RecordKind, RecordOfKind } from "./incoming.ts";
import { problemOf } from "./problems.ts";

const on = (text: string): CalendarDate => text as CalendarDate;
const at = (text: string): Instant => text as Instant;
const none = (): null[] => Array(10).fill(null);

/** A sound record of each kind, with the least that it needs. */
const SOUND: RecordOfKind = {
  program: {
    programId: "p",
    name: "Evening IOP",
    levelOfCare: "iop",
    timeZone: null,
    plannedWeeksMin: null,
    plannedWeeksMax: null,
    hoursPerWeekMin: null,
    daysPerWeekMin: null,
    daysPerWeekMax: null,
    tracks: [],
    modalities: [],
    screensPerWeek: null,
  },
  staff: { staffId: "s", name: "S", role: "therapist", email: null, programIds: [] },
  patient: {
    patientId: "a",
    givenName: "A",
    familyName: "B",
    birthDate: on("1980-02-29"),
    sex: null,
    language: null,
    race: null,
    ethnicity: null,
    phone: null,
    email: null,
  },
  episode: {
    episodeId: "e",
    patientId: "a",
    programId: "p",
    admittedOn: on("2026-02-02"),
    dischargedOn: null,
    dischargeReason: null,
    track: null,
    modality: null,
    diagnoses: [],
    therapistId: null,
    prescriberId: null,
    referralSource: null,
    payer: null,
  },
  placement: { episodeId: "e", levelOfCare: "iop", startedOn: on("2026-02-02"), endedOn: null },
  assessment: {
    assessmentId: "m",
    patientId: "a",
    instrument: "phq-9",
    administeredOn: on("2026-02-02"),
    items: [1, 1, 1, 1, 1, 1, 1, 1, 0, null],
    total: null,
    mode: null,
    recordedAt: null,
    status: null,
  },
  session: {
    sessionId: "t",
    patientId: "a",
    scheduledStart: at("2026-02-02T17:00:00Z"),
    scheduledMinutes: 180,
    service: "group",
    status: "attended",
    attendedMinutes: 170,
    modality: null,
    staffId: null,
    recordedAt: null,
  },
  screen: {
    screenId: "u",
    patientId: "a",
    scheduledOn: on("2026-02-02"),
    collectedAt: null,
    disposition: "collected",
    specimen: null,
    validity: null,
    method: null,
    analyte: "cocaine",
    result: "negative",
    value: null,
    unit: null,
    cutoff: null,
    resultStatus: null,
    recordedAt: null,
  },
  medication_change: {
    medicationChangeId: "x",
    patientId: "a",
    changedOn: on("2026-02-02"),
    change: "start",
    medication: "sertraline",
    dose: null,
    unit: null,
    frequency: null,
    prescriberId: null,
    reason: null,
    rxnorm: null,
  },
  event: {
    eventId: "v",
    patientId: "a",
    occurredOn: on("2026-02-02"),
    kind: "other",
    result: null,
    note: null,
    recordedAt: null,
  },
  decision: {
    decisionId: "d",
    patientId: "a",
    decidedOn: on("2026-02-02"),
    decision: "continue",
    levelOfCare: null,
    reason: null,
    staffId: null,
    recordedAt: null,
  },
};

function verdict<K extends RecordKind>(kind: K, change: Partial<RecordOfKind[K]>): string {
  const problem = problemOf(kind, { ...SOUND[kind], ...change });
  return problem === null ? "sound" : `${problem.column} ${problem.code}`;
}

test.each(Object.keys(SOUND) as RecordKind[])("the least %s is sound", (kind) => {
  expect(problemOf(kind, SOUND[kind])).toBeNull();
});

test("programs: a minimum may be its maximum, not more; one alone says nothing", () => {
  expect(verdict("program", { plannedWeeksMin: 8, plannedWeeksMax: 8 })).toBe("sound");
  expect(verdict("program", { plannedWeeksMin: 9, plannedWeeksMax: 8 })).toBe(
    "planned_weeks_min wrong_order",
  );
  expect(verdict("program", { plannedWeeksMin: 9 })).toBe("sound");
  expect(verdict("program", { daysPerWeekMin: 5, daysPerWeekMax: 5 })).toBe("sound");
  expect(verdict("program", { daysPerWeekMin: 5, daysPerWeekMax: 3 })).toBe("days_per_week_min wrong_order");
});

test("patients: 1900 is the first year of birth", () => {
  expect(verdict("patient", { birthDate: on("1900-01-01") })).toBe("sound");
  expect(verdict("patient", { birthDate: on("1899-12-31") })).toBe("birth_date out_of_range");
});

test("episodes: a discharge on the day of admission, not before; a reason needs a date, a date no reason", () => {
  expect(verdict("episode", { dischargedOn: on("2026-02-02") })).toBe("sound");
  expect(verdict("episode", { dischargedOn: on("2026-02-01") })).toBe("discharged_on wrong_order");
  expect(verdict("episode", { dischargeReason: "completed" })).toBe("discharged_on missing_value");
  expect(verdict("episode", { dischargeReason: "completed", dischargedOn: on("2026-03-02") })).toBe("sound");
});

test("placements: an end on the first day, not before", () => {
  expect(verdict("placement", { endedOn: on("2026-02-02") })).toBe("sound");
  expect(verdict("placement", { endedOn: on("2026-02-01") })).toBe("ended_on wrong_order");
});

describe("assessments", () => {
  const gad = (items: readonly (number | null)[], total: number | null = null) =>
    verdict("assessment", { instrument: "gad-7", items, total });
  const phq = (items: readonly (number | null)[], total: number | null = null) =>
    verdict("assessment", { instrument: "phq-9", items, total });
  const place = (number: number, answer: number) =>
    none().map((_, at) => (at === number - 1 ? answer : null));

  test("one answer that counts, or a total, is enough", () => {
    expect(phq(place(9, 0))).toBe("sound");
    expect(gad(place(7, 0))).toBe("sound");
    expect(phq(none(), 0)).toBe("sound");
  });

  test("an answer to the difficulty item alone says nothing", () => {
    expect(phq(place(10, 3))).toBe("total missing_value");
    expect(gad(place(8, 3))).toBe("total missing_value");
    expect(phq(none())).toBe("total missing_value");
  });

  test("the GAD-7 has neither item 9 nor item 10, the PHQ-9 has both", () => {
    expect(gad([1, 1, 1, 1, 1, 1, 1, null, 0, null])).toBe("item_9 out_of_range");
    expect(gad([1, 1, 1, 1, 1, 1, 1, null, null, 0])).toBe("item_10 out_of_range");
    expect(gad([1, 1, 1, 1, 1, 1, 1, 2, null, null])).toBe("sound");
    expect(phq([1, 1, 1, 1, 1, 1, 1, 1, 0, 2])).toBe("sound");
  });

  test("a total ends with its scale", () => {
    expect(phq(none(), 27)).toBe("sound");
    expect(phq(none(), 28)).toBe("total out_of_range");
    expect(gad(none(), 21)).toBe("sound");
    expect(gad(none(), 22)).toBe("total out_of_range");
  });

  test("a total is held against the items only when all are answered", () => {
    expect(phq([1, 1, 1, 1, 1, 1, 1, 1, 0, 3], 8)).toBe("sound");
    expect(phq([1, 1, 1, 1, 1, 1, 1, 1, 0, 3], 11)).toBe("total total_mismatch");
    expect(phq([1, 1, 1, 1, 1, 1, 1, 1, null, 3], 20)).toBe("sound");
    expect(gad([1, 1, 1, 1, 1, 1, 1, 3, null, null], 7)).toBe("sound");
    expect(gad([1, 1, 1, 1, 1, 1, 1, 3, null, null], 10)).toBe("total total_mismatch");
  });
});

test.each(SESSION_STATUSES)("sessions: minutes on a session that is %s", (status) => {
  const attended = ["attended", "late", "left_early"].includes(status);
  expect(verdict("session", { status, attendedMinutes: 1 })).toBe(
    attended ? "sound" : "attended_minutes out_of_range",
  );
  expect(verdict("session", { status, attendedMinutes: 0 })).toBe("sound");
  expect(verdict("session", { status, attendedMinutes: null })).toBe("sound");
});

test("screens: a result needs an analyte and a specimen", () => {
  expect(verdict("screen", { analyte: null, result: null })).toBe("sound");
  expect(verdict("screen", { analyte: null })).toBe("analyte missing_value");
  expect(verdict("screen", { result: null })).toBe("sound");
  expect(verdict("screen", { disposition: "missed" })).toBe("result disagrees");
  expect(verdict("screen", { disposition: "refused", result: null })).toBe("sound");
  expect(verdict("screen", { disposition: "missed", analyte: null })).toBe("analyte missing_value");
});

test("events: a result is a code where the kind has codes", () => {
  expect(verdict("event", { kind: "c_ssrs", result: "high" })).toBe("sound");
  expect(verdict("event", { kind: "c_ssrs", result: null })).toBe("sound");
  expect(verdict("event", { kind: "c_ssrs", result: "HIGH" })).toBe("result bad_code");
  expect(verdict("event", { kind: "c_ssrs", result: "refused" })).toBe("result bad_code");
  expect(verdict("event", { kind: "measure_missed", result: "refused" })).toBe("sound");
  expect(verdict("event", { kind: "measure_missed", result: "high" })).toBe("result bad_code");
  expect(verdict("event", { kind: "other", result: "whatever was seen" })).toBe("sound");
});

test("a problem says what to do in one sentence", () => {
  const problem = problemOf("patient", { ...SOUND.patient, birthDate: on("1850-01-01") });
  expect(problem?.message).toBe("A birth before 1900 is not taken: correct the year.");
});
