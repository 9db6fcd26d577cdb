import type { RecordKind, RecordOfKind, ScreenResult } from "@soundings/clinical";
import { foldName } from "./fold-name.ts";

/**
 * How a property lies in its column. `text` and `number` as they are; `list` and `items` as JSON text; `key` is text with
 * '' for null, because a key column is never null.
 */
type Codec = "text" | "number" | "list" | "items" | "key";
export type Codecs<Record> = { readonly [Property in keyof Record]-?: Codec };

export interface Column {
  readonly property: string;
  readonly column: string;
  readonly codec: Codec;
}

/** One table: its columns in the order of the clinic export, its key, and a column that is computed from the record. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  readonly computed: { readonly column: string; readonly of: (record: Fields) => string } | null;
}

/** A record by property name, for code that works on every kind. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(record: object): Fields {
  return record as Fields;
}

type PlainKind = Exclude<RecordKind, "screen">;
type ScreenLevel = Omit<RecordOfKind["screen"], keyof ScreenResult>;
type ResultRow = { readonly screenId: string } & ScreenResult;

const CODECS: { readonly [Kind in PlainKind]: Codecs<RecordOfKind[Kind]> } = {
  program: {
    programId: "text",
    name: "text",
    levelOfCare: "text",
    timeZone: "text",
    plannedWeeksMin: "number",
    plannedWeeksMax: "number",
    hoursPerWeekMin: "number",
    daysPerWeekMin: "number",
    daysPerWeekMax: "number",
    tracks: "list",
    modalities: "list",
    screensPerWeek: "number",
  },
  staff: { staffId: "text", name: "text", role: "text", email: "text", programIds: "list" },
  patient: {
    patientId: "text",
    givenName: "text",
    familyName: "text",
    birthDate: "text",
    sex: "text",
    language: "text",
    race: "text",
    ethnicity: "text",
    phone: "text",
    email: "text",
  },
  episode: {
    episodeId: "text",
    patientId: "text",
    programId: "text",
    admittedOn: "text",
    dischargedOn: "text",
    dischargeReason: "text",
    track: "text",
    modality: "text",
    diagnoses: "list",
    therapistId: "text",
    prescriberId: "text",
    referralSource: "text",
    payer: "text",
  },
  placement: { episodeId: "text", levelOfCare: "text", startedOn: "text", endedOn: "text" },
  assessment: {
    assessmentId: "text",
    patientId: "text",
    instrument: "text",
    administeredOn: "text",
    items: "items",
    total: "number",
    mode: "text",
    recordedAt: "text",
    status: "text",
  },
  session: {
    sessionId: "text",
    patientId: "text",
    scheduledStart: "text",
    scheduledMinutes: "number",
    service: "text",
    status: "text",
    attendedMinutes: "number",
    modality: "text",
    staffId: "text",
    recordedAt: "text",
  },
  medication_change: {
    medicationChangeId: "text",
    patientId: "text",
    changedOn: "text",
    change: "text",
    medication: "text",
    dose: "text",
    unit: "text",
    frequency: "text",
    prescriberId: "text",
    reason: "text",
    rxnorm: "text",
  },
  event: {
    eventId: "text",
    patientId: "text",
    occurredOn: "text",
    kind: "text",
    result: "text",
    note: "text",
    recordedAt: "text",
  },
  decision: {
    decisionId: "text",
    patientId: "text",
    decidedOn: "text",
    decision: "text",
    levelOfCare: "text",
    reason: "text",
    staffId: "text",
    recordedAt: "text",
  },
};

const SCREEN_LEVEL: Codecs<ScreenLevel> = {
  screenId: "text",
  patientId: "text",
  scheduledOn: "text",
  collectedAt: "text",
  disposition: "text",
  specimen: "text",
  validity: "text",
};

const RESULT: Codecs<ResultRow> = {
  screenId: "text",
  analyte: "key",
  method: "key",
  result: "text",
  value: "text",
  unit: "text",
  cutoff: "text",
  resultStatus: "text",
  recordedAt: "text",
};

function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The shape of a table whose columns are named after the properties of its record. */
export function shape(table: string, codecs: Readonly<Record<string, Codec>>, key: readonly string[]): Shape {
  const columns = Object.entries(codecs).map(([property, codec]) => ({
    property,
    column: snake(property),
    codec,
  }));
  return { table, columns, key: columns.filter((one) => key.includes(one.property)), computed: null };
}

/** The table of each kind that has one table. */
export const SHAPES: { readonly [Kind in PlainKind]: Shape } = {
  program: shape("programs", CODECS.program, ["programId"]),
  staff: shape("staff", CODECS.staff, ["staffId"]),
  patient: {
    ...shape("patients", CODECS.patient, ["patientId"]),
    computed: {
      column: "folded_name",
      of: (record) => foldName(`${String(record.familyName)} ${String(record.givenName)}`),
    },
  },
  episode: shape("episodes", CODECS.episode, ["episodeId"]),
  placement: shape("placements", CODECS.placement, ["episodeId", "startedOn"]),
  assessment: shape("assessments", CODECS.assessment, ["assessmentId"]),
  session: shape("sessions", CODECS.session, ["sessionId"]),
  medication_change: shape("medication_changes", CODECS.medication_change, ["medicationChangeId"]),
  event: shape("events", CODECS.event, ["eventId"]),
  decision: shape("decisions", CODECS.decision, ["decisionId"]),
};

/** What the rows of one screen agree on. */
export const SCREEN_SHAPE: Shape = shape("screens", SCREEN_LEVEL, ["screenId"]);
/** One row of screens.csv without what the screen's rows agree on. */
export const RESULT_SHAPE: Shape = shape("screen_results", RESULT, ["screenId", "analyte", "method"]);

/** The columns of a whole row of screens.csv: the screen's own, then the result's. */
const SCREEN_ROW_COLUMNS: readonly Column[] = [
  ...SCREEN_SHAPE.columns,
  ...RESULT_SHAPE.columns.filter((one) => one.property !== "screenId"),
];

/** The properties of a record of the kind. */
export function columnsOf(kind: RecordKind): readonly Column[] {
  return kind === "screen" ? SCREEN_ROW_COLUMNS : SHAPES[kind].columns;
}

/** The columns whose values together name a record of the kind. */
export function keyColumnsOf(kind: RecordKind): readonly Column[] {
  return kind === "screen" ? RESULT_SHAPE.key : SHAPES[kind].key;
}

/** The key of a record as one text; `/` is in no identifier. */
export function keyOf(kind: RecordKind, record: Fields): string {
  return keyColumnsOf(kind)
    .map((one) => String(record[one.property] ?? ""))
    .join("/");
}
