import type { Modality, Service, SessionStatus } from "@soundings/clinical";
import { addDays, type CalendarDate, type Instant, startOfDay } from "@soundings/clinical";
import { sql } from "kysely";
import { sessionInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import { zoneOf } from "../store/site.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** One session with the names a schedule shows: attendance, and nothing clinical. */
export interface ScheduledSession {
  readonly sessionId: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  /** The program of the episode in which the session lies, else of the nearest; null for a patient without one. */
  readonly programId: string | null;
  readonly programName: string | null;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly service: Service;
  readonly modality: Modality | null;
  readonly leader: string | null;
  readonly status: SessionStatus;
  readonly attendedMinutes: number | null;
}

interface Day {
  readonly on: CalendarDate;
  readonly from: Instant;
  readonly until: Instant;
}

/** The episode that holds the day; else the last one before it; else the first one after it. */
function episodeOfDay({ on }: Day) {
  return sql<string>`(select "e"."program_id" from "episodes" as "e" where "e"."patient_id" = "v"."patient_id"
    order by "e"."admitted_on" <= ${on} desc, coalesce("e"."discharged_on" < ${on}, false), abs(julianday("e"."admitted_on") - julianday(${on})), "e"."episode_id" limit 1)`;
}

export function sessionsQuery(connection: ReadConnection, scope: PatientScope, day: Day) {
  const { from, until } = day;
  const sessions = connection.query
    .selectFrom("sessions as v")
    .innerJoin("patients as p", "p.patient_id", "v.patient_id")
    .leftJoin("contacts as c", "c.patient_id", "v.patient_id")
    .leftJoin("staff as t", "t.staff_id", "v.staff_id")
    .select([
      "v.session_id as sessionId",
      "v.patient_id as patientId",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.folded_name as foldedName",
      "c.preferred_name as preferredName",
      "v.scheduled_start as startsAt",
      "v.scheduled_minutes as minutes",
      "v.service",
      "v.modality",
      "t.name as leader",
      "v.status",
      "v.attended_minutes as attendedMinutes",
      episodeOfDay(day).as("programId"),
    ])
    .where("v.scheduled_start", ">=", from)
    .where("v.scheduled_start", "<", until)
    .where(sessionInScope(scope, "v"));
  return connection.query
    .selectFrom(sessions.as("d"))
    .leftJoin("programs as g", "g.program_id", "d.programId")
    .selectAll("d")
    .select("g.name as programName")
    .orderBy("d.startsAt")
    .orderBy("programName")
    .orderBy("d.foldedName")
    .orderBy("d.sessionId");
}

/** The sessions in scope that start on a civil day of the site, by time, then program, then name. */
export function sessionsOn(
  { reader }: ReadStore,
  scope: PatientScope,
  on: CalendarDate,
): readonly ScheduledSession[] {
  return reader.snapshot(() => {
    const { zone } = zoneOf(reader);
    const day = { on, from: startOfDay(on, zone), until: startOfDay(addDays(on, 1), zone) };
    return reader.all(sessionsQuery(reader, scope, day)).map(({ foldedName: _sorted, ...row }) => row);
  });
}
