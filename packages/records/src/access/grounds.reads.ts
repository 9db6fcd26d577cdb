import { type CalendarDate, type Instant, instantToMs } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { ScopePart } from "./scope.ts";

export function coversOfQuery(connection: ReadConnection, personId: string, on: CalendarDate) {
  return connection.query
    .selectFrom("covers")
    .select(["away_staff_id", "program_id"])
    .where("covering_person_id", "=", personId)
    .where("ends_on", ">=", on)
    .where("starts_on", "<=", on)
    .where("ended_at", "is", null);
}

/** Whom the person stands in for on a day, in the programs of the person's own. */
export function coveredParts(
  { reader }: ReadStore,
  personId: string,
  on: CalendarDate,
  ownPrograms: readonly string[],
): readonly ScopePart[] {
  return reader.all(coversOfQuery(reader, personId, on)).flatMap(({ away_staff_id, program_id }) => {
    const programIds = program_id === null ? ownPrograms : ownPrograms.filter((id) => id === program_id);
    return programIds.length === 0 ? [] : [{ of: "staff" as const, staffId: away_staff_id, programIds }];
  });
}

export function meetingsOfQuery(connection: ReadConnection, personId: string, on: CalendarDate) {
  return connection.query
    .selectFrom("meeting_people as w")
    .innerJoin("meetings as m", "m.meeting_id", "w.meeting_id")
    .select(["m.meeting_id", "m.program_id", "m.whole_program"])
    .where("w.person_id", "=", personId)
    .where("m.starts_on", "<=", on)
    .where("m.ends_on", ">=", on)
    .where("m.ended_at", "is", null);
}

/** The patients of the meetings in which the person takes part on a day. */
export function meetingParts(
  { reader }: ReadStore,
  personId: string,
  on: CalendarDate,
): readonly ScopePart[] {
  return reader.all(meetingsOfQuery(reader, personId, on)).map((meeting): ScopePart => {
    if (meeting.whole_program === 1) return { of: "in_treatment", programIds: [meeting.program_id] };
    const patients = reader.query
      .selectFrom("meeting_patients")
      .select("patient_id")
      .where("meeting_id", "=", meeting.meeting_id)
      .orderBy("patient_id");
    return { of: "patients", patientIds: reader.all(patients).map((row) => row.patient_id) };
  });
}

/** Moments of one precision sort as text; those with and without a fraction do within a second only by their value. */
const WHOLE_SECONDS = "2026-03-16T00:00:00".length;

export function openingsOfQuery(connection: ReadConnection, personId: string, now: Instant) {
  return connection.query
    .selectFrom("openings")
    .select(["opening_id", "patient_id", "expires_at", "reason"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now.slice(0, WHOLE_SECONDS) as Instant)
    .orderBy("opened_at", "desc");
}

/** A patient whom a person opened from outside, until when and why. */
export interface OpenPatient {
  readonly openingId: string;
  readonly patientId: string;
  readonly until: Instant;
  readonly reason: string;
}

/** Patients whom the person opened from outside and may still see: until the very moment at which it ends. */
export function openPatients({ reader }: ReadStore, personId: string, now: Instant): readonly OpenPatient[] {
  return reader
    .all(openingsOfQuery(reader, personId, now))
    .filter(({ expires_at }) => instantToMs(expires_at) > instantToMs(now))
    .map(({ opening_id, patient_id, expires_at, reason }) => ({
      openingId: opening_id,
      patientId: patient_id,
      until: expires_at,
      reason,
    }));
}
