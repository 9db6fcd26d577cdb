import type { Chart, Patient, RecordKind, Screen } from "@soundings/clinical";
import { stands } from "../entries/standing.ts";
import { selectedColumns } from "../kinds/access.ts";
import { decode } from "../kinds/codec.ts";
import { type Column, type Fields, RESULT_SHAPE, SCREEN_SHAPE, SHAPES, type Shape } from "../kinds/shapes.ts";
import type { Bound, ReadConnection } from "../store/sqlite.ts";

/** Patients whose charts are read with one query a table. */
export const CHARTS_AT_ONCE = 100;

const OWN_TABLE = ["episode", "assessment", "session"] as const satisfies readonly RecordKind[];

/** `in` with a fixed number of places: the statement stays the same, a shorter list repeats its last. */
const PLACES = Array.from({ length: CHARTS_AT_ONCE }, () => "?").join(", ");

function ofPatients(shape: Shape): string {
  return `select t."patient_id", ${selectedColumns(shape, "t")} from "${shape.table}" as t where t."patient_id" in (${PLACES})`;
}

/** Without what was marked as entered in error. */
function standing(kind: "medication_change" | "event" | "decision"): string {
  return `${ofPatients(SHAPES[kind])} and ${stands(kind, SHAPES[kind])}`;
}

const MEDICATION_CHANGES = standing("medication_change");
const EVENTS = standing("event");
const DECISIONS = standing("decision");

const PLACEMENTS = `select e."patient_id", ${selectedColumns(SHAPES.placement, "t")} from "episodes" as e join "placements" as t on t."episode_id" = e."episode_id" where e."patient_id" in (${PLACES})`;
const RESULTS = `select s."patient_id", ${selectedColumns(RESULT_SHAPE, "t")} from "screens" as s join "screen_results" as t on t."screen_id" = s."screen_id" where s."patient_id" in (${PLACES})`;

/** The queries that read charts, for the checked-in list of queries. */
export const CHART_QUERIES: readonly (readonly [name: string, sql: string])[] = [
  ["charts: patients", ofPatients(SHAPES.patient)],
  ...OWN_TABLE.map((kind) => [`charts: ${SHAPES[kind].table}`, ofPatients(SHAPES[kind])] as const),
  ["charts: medication_changes", MEDICATION_CHANGES],
  ["charts: events", EVENTS],
  ["charts: decisions", DECISIONS],
  ["charts: placements", PLACEMENTS],
  ["charts: screens", ofPatients(SCREEN_SHAPE)],
  ["charts: screen_results", RESULTS],
];

type ByPatient = ReadonlyMap<string, readonly Fields[]>;

interface Reading {
  readonly connection: ReadConnection;
  readonly ids: readonly Bound[];
}

function group({ connection, ids }: Reading, sql: string, columns: readonly Column[]): ByPatient {
  const groups = new Map<string, Fields[]>();
  for (const row of connection.statement(sql).all(ids)) {
    const patientId = String(row[0]);
    const group = groups.get(patientId);
    const record = decode(columns, row, 1);
    if (group === undefined) groups.set(patientId, [record]);
    else group.push(record);
  }
  return groups;
}

function groupOf(reading: Reading, shape: Shape): ByPatient {
  return group(reading, ofPatients(shape), shape.columns);
}

/** Results by screen, without the screen's id: it is the screen's. */
function resultsByScreen(reading: Reading): ReadonlyMap<string, readonly Fields[]> {
  const columns = RESULT_SHAPE.columns.slice(1);
  const groups = new Map<string, Fields[]>();
  for (const row of reading.connection.statement(RESULTS).all(reading.ids)) {
    const screenId = String(row[1]);
    const group = groups.get(screenId);
    const result = decode(columns, row, 2);
    if (group === undefined) groups.set(screenId, [result]);
    else group.push(result);
  }
  return groups;
}

const NONE: readonly Fields[] = [];

function readingOf(connection: ReadConnection, patientIds: readonly string[]): Reading {
  const last = patientIds.at(-1) ?? null;
  return {
    connection,
    ids: Array.from({ length: CHARTS_AT_ONCE }, (_, place) => patientIds[place] ?? last),
  };
}

function readSome(connection: ReadConnection, patientIds: readonly string[]): readonly Chart[] {
  const reading = readingOf(connection, patientIds);
  const patients = groupOf(reading, SHAPES.patient);
  const episodes = groupOf(reading, SHAPES.episode);
  const placements = group(reading, PLACEMENTS, SHAPES.placement.columns);
  const assessments = groupOf(reading, SHAPES.assessment);
  const sessions = groupOf(reading, SHAPES.session);
  const screens = groupOf(reading, SCREEN_SHAPE);
  const results = resultsByScreen(reading);
  const medicationChanges = group(reading, MEDICATION_CHANGES, SHAPES.medication_change.columns);
  const events = group(reading, EVENTS, SHAPES.event.columns);
  const decisions = group(reading, DECISIONS, SHAPES.decision.columns);
  const whole = (screen: Fields): Screen =>
    ({ ...screen, results: results.get(String(screen.screenId)) ?? NONE }) as unknown as Screen;
  return patientIds.flatMap((id) => {
    const patient = patients.get(id)?.[0];
    if (patient === undefined) return [];
    const chart = {
      patient: patient as unknown as Patient,
      episodes: episodes.get(id) ?? NONE,
      placements: placements.get(id) ?? NONE,
      assessments: assessments.get(id) ?? NONE,
      sessions: sessions.get(id) ?? NONE,
      screens: (screens.get(id) ?? NONE).map(whole),
      medicationChanges: medicationChanges.get(id) ?? NONE,
      events: events.get(id) ?? NONE,
      decisions: decisions.get(id) ?? NONE,
    };
    return [chart as unknown as Chart];
  });
}

/** The charts of some patients as they stand now, in the order of the ids; unknown ids are left out. */
export function readCharts(connection: ReadConnection, patientIds: readonly string[]): readonly Chart[] {
  const charts: Chart[] = [];
  for (let from = 0; from < patientIds.length; from += CHARTS_AT_ONCE) {
    charts.push(...readSome(connection, patientIds.slice(from, from + CHARTS_AT_ONCE)));
  }
  return charts;
}
