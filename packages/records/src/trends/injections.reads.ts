import type { CalendarDate, Injection, Instant } from "@soundings/clinical";
import type { Bound, ReadConnection } from "../store/sqlite.ts";

/** Injections of some patients that were not taken back, for the checked-in list of queries. */
export const INJECTIONS_OF = `select i."injection_id", i."patient_id", i."medication", i."dose", i."interval_days", i."given_on", i."given_by", i."next_due_on", i."by", i."recorded_at" from "injections" as i where i."patient_id" in (select value from json_each(?)) and not exists (select 1 from "taken_back" as t where t."record_kind" = 'injection' and t."record_key" = i."injection_id") order by i."patient_id", i."recorded_at", i."injection_id"`;

function textOrNull(value: Bound | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function injectionOf(row: readonly Bound[]): Injection {
  const [injectionId, patientId, medication, dose, intervalDays, givenOn, givenBy, nextDueOn, by, at] = row;
  return {
    injectionId: String(injectionId),
    patientId: String(patientId),
    medication: String(medication),
    dose: textOrNull(dose),
    intervalDays: Number(intervalDays),
    givenOn: textOrNull(givenOn) as CalendarDate | null,
    givenBy: textOrNull(givenBy),
    nextDueOn: String(nextDueOn) as CalendarDate,
    by: String(by),
    recordedAt: String(at) as Instant,
  };
}

/** The injections of some patients, by patient: charts that are read many at once carry no own records. */
export function injectionsOf(
  connection: ReadConnection,
  patientIds: readonly string[],
): ReadonlyMap<string, readonly Injection[]> {
  const groups = new Map<string, Injection[]>();
  for (const row of connection.statement(INJECTIONS_OF).all([JSON.stringify(patientIds)])) {
    const injection = injectionOf(row);
    const group = groups.get(injection.patientId);
    if (group === undefined) groups.set(injection.patientId, [injection]);
    else group.push(injection);
  }
  return groups;
}
