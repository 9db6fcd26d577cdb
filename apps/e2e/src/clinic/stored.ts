import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addDays, type CalendarDate, parseCalendarDate } from "@soundings/clinical";
import type { Clinic } from "./server.ts";

const ZONE = "America/Los_Angeles";
/** A record up to so many days before admission belongs to the stay. */
const DAYS_BEFORE = 14;

type Cell = string | number | null | undefined;
type Row = Readonly<Record<string, Cell>>;

/** Asks the clinic's file itself, beside everything that the product reads it with. */
export function ask(clinic: Clinic, sql: string, ...values: readonly string[]): Row[] {
  const database = new DatabaseSync(join(clinic.dataDir, "soundings.db"), { readOnly: true });
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

export function day(text: Cell): CalendarDate {
  const date = parseCalendarDate(String(text));
  if (date === null) throw new Error(`${text} is no date.`);
  return date;
}

const CIVIL = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });

/** The civil date of an instant where the clinic is. */
export function civil(instant: Cell): CalendarDate {
  return day(CIVIL.format(new Date(String(instant))));
}

export interface StoredAssessment {
  readonly id: string;
  readonly on: CalendarDate;
  readonly items: readonly (number | null)[];
  /** Null when too few items were answered. */
  readonly score: number | null;
  readonly prorated: boolean;
  readonly recordedOn: CalendarDate | null;
}

const COUNTED: Readonly<Record<string, { readonly items: number; readonly least: number }>> = {
  "phq-9": { items: 9, least: 7 },
  "gad-7": { items: 7, least: 6 },
};

export function storedAssessment(row: Row): StoredAssessment {
  const rule = COUNTED[String(row.instrument)];
  if (rule === undefined) throw new Error(`${row.instrument} is no instrument of this story.`);
  const items = JSON.parse(String(row.items)) as (number | null)[];
  const answers = items.slice(0, rule.items).filter((answer) => answer !== null);
  const sum = answers.reduce((all, answer) => all + answer, 0);
  const whole = answers.length === rule.items;
  const fromItems =
    answers.length < rule.least ? null : Math.floor((sum * rule.items) / answers.length + 0.5);
  return {
    id: String(row.assessment_id),
    on: day(row.administered_on),
    items,
    score: row.total === null || row.total === undefined ? fromItems : Number(row.total),
    prorated: row.total === null && fromItems !== null && !whole,
    recordedOn: typeof row.recorded_at !== "string" ? null : civil(row.recorded_at),
  };
}

/** A patient of one stay that has not ended, as the file holds the patient. */
export interface StoredStay {
  readonly patientId: string;
  readonly admittedOn: CalendarDate;
  /** The first day that the timeline has to show, from what the file holds. */
  readonly firstDay: CalendarDate;
  readonly today: CalendarDate;
  assessments(instrument: string): StoredAssessment[];
  rows(table: string): Row[];
}

const DATE_OF: Readonly<Record<string, (row: Row) => CalendarDate>> = {
  assessments: (row) => day(row.administered_on),
  sessions: (row) => civil(row.scheduled_start),
  screens: (row) => screenDate(row),
  medication_changes: (row) => day(row.changed_on),
  events: (row) => day(row.occurred_on),
  decisions: (row) => day(row.decided_on),
  notes: (row) => day(row.on),
  injections: (row) => day(row.given_on),
};

export function screenDate(row: Row): CalendarDate {
  return row.disposition === "collected" && row.collected_at !== null
    ? civil(row.collected_at)
    : day(row.scheduled_on);
}

export function storedStay(clinic: Clinic, patientId: string, today: CalendarDate): StoredStay {
  const stays = ask(clinic, "SELECT * FROM episodes WHERE patient_id = ?", patientId);
  const admittedOn = day(stays[0]?.admitted_on);
  if (stays.length !== 1 || stays[0]?.discharged_on !== null) throw new Error("Not one stay in treatment.");
  const opens = addDays(admittedOn, -DAYS_BEFORE);
  const dated = (table: string) => {
    const dateOf = DATE_OF[table];
    if (dateOf === undefined) throw new Error(`${table} has no date.`);
    return ask(clinic, `SELECT * FROM ${table} WHERE patient_id = ?`, patientId)
      .filter((row) => table !== "injections" || row.given_on !== null)
      .map((row) => ({ row, on: dateOf(row) }))
      .filter(({ on }) => on >= opens && on <= today)
      .filter(({ row }) => typeof row.recorded_at !== "string" || civil(row.recorded_at) <= today)
      .filter(({ row }) => row.status !== "entered_in_error");
  };
  const shown = ["assessments", "sessions", "screens", "events", "decisions"].flatMap(dated);
  const firstDay = [admittedOn, ...shown.map(({ on }) => on)].toSorted()[0] ?? admittedOn;
  const onAxis = (table: string) => dated(table).filter(({ on }) => on >= firstDay);
  return {
    patientId,
    admittedOn,
    firstDay,
    today,
    rows: (table) => onAxis(table).map(({ row }) => row),
    assessments: (instrument) =>
      onAxis("assessments")
        .filter(({ row }) => row.instrument === instrument)
        .map(({ row }) => storedAssessment(row)),
  };
}
