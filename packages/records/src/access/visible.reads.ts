import { sql } from "kysely";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { concernsScope, patientInScope } from "./conditions.ts";
import type { PatientScope } from "./scope.ts";

function amongPatients(connection: ReadConnection, patientIds: readonly string[]) {
  const given = sql<string>`select value from json_each(${JSON.stringify(patientIds)})`;
  return connection.query
    .selectFrom("patients as p")
    .select("p.patient_id")
    .where(sql<boolean>`p.patient_id in (${given})`)
    .orderBy("p.patient_id");
}

export function visibleQuery(connection: ReadConnection, scope: PatientScope, patientIds: readonly string[]) {
  return amongPatients(connection, patientIds).where(patientInScope(scope, "p.patient_id"));
}

export function concernedQuery(
  connection: ReadConnection,
  scope: PatientScope,
  patientIds: readonly string[],
) {
  return amongPatients(connection, patientIds).where(concernsScope(scope, "p.patient_id"));
}

/** Of some patients, those on record and in scope, in the order of their ids. */
export function visibleAmong(
  { reader }: ReadStore,
  scope: PatientScope,
  patientIds: readonly string[],
): readonly string[] {
  return reader.all(visibleQuery(reader, scope, patientIds)).map((row) => row.patient_id);
}

/** Whether a patient is on record and in scope. The same work for one who is neither. */
export function visiblePatient(store: ReadStore, scope: PatientScope, patientId: string): boolean {
  return visibleAmong(store, scope, [patientId]).length > 0;
}

/** Of some patients, those of whom anything is in scope: also those of a session that is led. */
export function concernedAmong(
  { reader }: ReadStore,
  scope: PatientScope,
  patientIds: readonly string[],
): readonly string[] {
  return reader.all(concernedQuery(reader, scope, patientIds)).map((row) => row.patient_id);
}
