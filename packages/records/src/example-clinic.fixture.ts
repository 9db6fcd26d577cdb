import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  CalendarDate,
  IncomingRow,
  IncomingValues,
  Instant,
  RecordKind,
  RecordOfKind,
  ZoneName,
} from "@soundings/clinical";
import { beginImport, type ImportReport } from "./imports/import.ts";
import { columnsOf, keyOf } from "./kinds/shapes.ts";
import type { StoreKey } from "./store/key.ts";
import { type Creation, openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";

/** The present moment of the example clinic: the evening of Monday 2026-03-16 in Los Angeles. */
export const NOW = "2026-03-17T02:00:00Z" as Instant;
export const TODAY = "2026-03-16" as CalendarDate;
export const ZONE = "America/Los_Angeles" as ZoneName;

export function day(text: string): CalendarDate {
  return text as CalendarDate;
}

export function moment(text: string): Instant {
  return text as Instant;
}

const FILE_OF: { readonly [Kind in RecordKind]: string } = {
  program: "programs.csv",
  staff: "staff.csv",
  patient: "patients.csv",
  episode: "episodes.csv",
  placement: "placements.csv",
  assessment: "assessments.csv",
  session: "sessions.csv",
  screen: "screens.csv",
  medication_change: "medications.csv",
  event: "events.csv",
  decision: "decisions.csv",
};

/** One row as a reader hands it over; `line` counts up within the file unless given. */
export interface GivenRow<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly values: IncomingValues<Kind>;
}

export function row<Kind extends RecordKind>(kind: Kind, values: IncomingValues<Kind>): GivenRow<Kind> {
  return { kind, values };
}

function cellsOf({ kind, values }: GivenRow): Record<string, string> {
  const given = values as Readonly<Record<string, unknown>>;
  const columns = columnsOf(kind).filter((column) => given[column.property] !== undefined);
  return Object.fromEntries(columns.map((column) => [column.column, String(given[column.property] ?? "")]));
}

/** Rows of one folder, in the order of kinds, numbered from line 2 of each file. */
export function* incoming(rows: readonly GivenRow[]): Generator<IncomingRow> {
  const lines = new Map<string, number>();
  for (const given of rows) {
    const file = FILE_OF[given.kind];
    const line = (lines.get(file) ?? 1) + 1;
    lines.set(file, line);
    const key = keyOf(given.kind, given.values as Readonly<Record<string, unknown>>);
    yield { kind: given.kind, file, line, key, values: given.values, cells: cellsOf(given) } as IncomingRow;
  }
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), "soundings-records-"));
}

/** A new database in a new directory. */
export function newStore(create: Creation = { purpose: "real" }, key: StoreKey | null = null): Store {
  return openStore({ dataDir: temporaryDirectory(), key, access: "write", create });
}

export interface Taking {
  readonly dryRun?: boolean;
  readonly by?: string;
  readonly reason?: string;
  readonly now?: Instant;
}

/** Takes rows in as one folder. */
export async function take(
  store: Store,
  rows: readonly GivenRow[],
  { dryRun = false, by = "tester", reason, now = NOW }: Taking = {},
): Promise<ImportReport> {
  const reading = beginImport(store, { source: "folder", by, reason: reason ?? null, dryRun, now });
  for (const one of incoming(rows)) reading.stage(one);
  return reading.apply();
}

export const DAY_PROGRAM = row("program", {
  programId: "IOP-DAY",
  name: "Day IOP",
  levelOfCare: "iop",
  timeZone: ZONE,
  plannedWeeksMin: 8,
  plannedWeeksMax: 12,
  hoursPerWeekMin: 9,
  daysPerWeekMin: 3,
  daysPerWeekMax: 5,
  tracks: [],
  modalities: ["in_person"],
  screensPerWeek: 1,
});
export const EVENING_PROGRAM = row("program", {
  ...(DAY_PROGRAM.values as RecordOfKind["program"]),
  programId: "IOP-EVE",
  name: "Evening IOP",
});
export const THERAPIST = row("staff", {
  staffId: "S-1",
  name: "Therapist One",
  role: "therapist",
  email: null,
  programIds: ["IOP-DAY", "IOP-EVE"],
});
export const PRESCRIBER = row("staff", {
  staffId: "S-9",
  name: "Prescriber Nine",
  role: "prescriber",
  email: null,
  programIds: [],
});

export function patient(patientId: string, more: Partial<RecordOfKind["patient"]> = {}): GivenRow<"patient"> {
  return row("patient", {
    patientId,
    givenName: "Ada",
    familyName: `Testcase ${patientId}`,
    birthDate: day("1990-04-01"),
    sex: null,
    language: "en",
    race: null,
    ethnicity: null,
    phone: null,
    email: null,
    ...more,
  });
}

export function episode(
  episodeId: string,
  patientId: string,
  more: Partial<RecordOfKind["episode"]> = {},
): GivenRow<"episode"> {
  return row("episode", {
    episodeId,
    patientId,
    programId: "IOP-DAY",
    admittedOn: day("2026-02-02"),
    dischargedOn: null,
    dischargeReason: null,
    track: null,
    modality: null,
    diagnoses: ["F33.1"],
    therapistId: "S-1",
    prescriberId: null,
    referralSource: null,
    payer: null,
    ...more,
  });
}

export function placement(
  episodeId: string,
  more: Partial<RecordOfKind["placement"]> = {},
): GivenRow<"placement"> {
  return row("placement", {
    episodeId,
    levelOfCare: "iop",
    startedOn: day("2026-02-02"),
    endedOn: null,
    ...more,
  });
}

export function phq9(
  assessmentId: string,
  patientId: string,
  administeredOn: string,
  answers: readonly (number | null)[],
): GivenRow<"assessment"> {
  return row("assessment", {
    assessmentId,
    patientId,
    instrument: "phq-9",
    administeredOn: day(administeredOn),
    items: Array.from({ length: 10 }, (_, place) => answers[place] ?? null),
    total: null,
    mode: "self",
    recordedAt: null,
    status: null,
  });
}

export function session(
  sessionId: string,
  patientId: string,
  scheduledStart: string,
  more: Partial<RecordOfKind["session"]> = {},
): GivenRow<"session"> {
  return row("session", {
    sessionId,
    patientId,
    scheduledStart: moment(scheduledStart),
    scheduledMinutes: 180,
    service: "group",
    status: "attended",
    attendedMinutes: null,
    modality: null,
    staffId: "S-1",
    recordedAt: null,
    ...more,
  });
}

export function screen(
  screenId: string,
  patientId: string,
  more: Partial<RecordOfKind["screen"]> = {},
): GivenRow<"screen"> {
  return row("screen", {
    screenId,
    patientId,
    scheduledOn: day("2026-03-10"),
    collectedAt: moment("2026-03-10T17:00:00Z"),
    disposition: "collected",
    specimen: "urine",
    validity: "valid",
    method: "presumptive",
    analyte: "cocaine",
    result: "negative",
    value: null,
    unit: null,
    cutoff: null,
    resultStatus: "final",
    recordedAt: null,
    ...more,
  });
}

const WORSE = [3, 3, 3, 2, 2, 2, 2, 2, 0];
const BEFORE = [1, 1, 1, 1, 1, 1, 1, 1, 0];

/** Two patients in treatment in the day program: P-1 gets worse (PHQ-9 8 → 19), P-2 has one score. */
export const CLINIC: readonly GivenRow[] = [
  DAY_PROGRAM,
  EVENING_PROGRAM,
  THERAPIST,
  PRESCRIBER,
  patient("P-1"),
  patient("P-2", { givenName: "José", familyName: "Muñoz" }),
  episode("E-1", "P-1", { prescriberId: "S-9" }),
  episode("E-2", "P-2"),
  placement("E-1"),
  placement("E-2"),
  phq9("A-1", "P-1", "2026-02-02", BEFORE),
  phq9("A-2", "P-1", "2026-03-14", WORSE),
  phq9("A-3", "P-2", "2026-03-10", BEFORE),
  session("V-1", "P-1", "2026-03-12T17:00:00Z"),
  session("V-2", "P-2", "2026-03-12T17:00:00Z", { status: "no_show" }),
  screen("U-1", "P-1"),
  screen("U-1", "P-1", { analyte: "opiates" }),
  row("medication_change", {
    medicationChangeId: "M-1",
    patientId: "P-1",
    changedOn: day("2026-02-03"),
    change: "start",
    medication: "sertraline",
    dose: "50",
    unit: "mg",
    frequency: "daily",
    prescriberId: "S-9",
    reason: null,
    rxnorm: null,
  }),
  row("event", {
    eventId: "X-1",
    patientId: "P-2",
    occurredOn: day("2026-03-01"),
    kind: "safety_plan",
    result: null,
    note: null,
    recordedAt: null,
  }),
  row("decision", {
    decisionId: "D-1",
    patientId: "P-2",
    decidedOn: day("2026-03-02"),
    decision: "continue",
    levelOfCare: null,
    reason: null,
    staffId: "S-1",
    recordedAt: null,
  }),
];
