import type { Instant } from "@soundings/clinical";
import { sql } from "kysely";
import type { ReadConnection } from "../store/sqlite.ts";

/** The first psychiatry session of each patient that is on the schedule after a moment. */
export function nextVisitsQuery(connection: ReadConnection, patientIds: readonly string[], after: Instant) {
  return connection.query
    .selectFrom("sessions as v")
    .select(({ fn }) => ["v.patient_id", fn.min<Instant>("v.scheduled_start").as("starts_at")])
    .where(sql<boolean>`v.patient_id in (select value from json_each(${JSON.stringify(patientIds)}))`)
    .where("v.scheduled_start", ">", after)
    .where("v.service", "=", "psychiatry")
    .where("v.status", "=", "scheduled")
    .groupBy("v.patient_id");
}

/** By patient; a patient without such a session is absent. */
export function nextVisits(
  connection: ReadConnection,
  patientIds: readonly string[],
  after: Instant,
): ReadonlyMap<string, Instant> {
  const rows = connection.all(nextVisitsQuery(connection, patientIds, after));
  return new Map(rows.map((row) => [row.patient_id, row.starts_at]));
}
