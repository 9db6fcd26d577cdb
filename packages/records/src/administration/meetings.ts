import type { CalendarDate, Instant } from "@soundings/clinical";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { Refused } from "./refused.ts";

/** A team meeting: on its days its people see its patients. */
export interface Meeting {
  readonly meetingId: string;
  readonly name: string;
  readonly programId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  /** Null: every patient in treatment in the program. */
  readonly patientIds: readonly string[] | null;
  readonly endedAt: Instant | null;
}

export interface NewMeeting {
  readonly name: string;
  readonly programId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly personIds: readonly string[];
  readonly patientIds: readonly string[] | null;
}

/** Meetings whose last day is not before `since`, the latest first. */
export function meetingsQuery(connection: ReadConnection, since: CalendarDate) {
  return connection.query
    .selectFrom("meetings")
    .select(["meeting_id", "name", "program_id", "starts_on", "ends_on", "whole_program", "ended_at"])
    .where("ends_on", ">=", since)
    .orderBy("starts_on", "desc")
    .orderBy("meeting_id");
}

export function peopleOfMeetingQuery(connection: ReadConnection, meetingId: string) {
  return connection.query
    .selectFrom("people as p")
    .innerJoin("meeting_people as w", "w.person_id", "p.person_id")
    .select(["p.person_id as personId", "p.name"])
    .where("w.meeting_id", "=", meetingId)
    .orderBy("p.name")
    .orderBy("p.person_id");
}

export function patientsOfMeetingQuery(connection: ReadConnection, meetingId: string) {
  return connection.query
    .selectFrom("meeting_patients")
    .select("patient_id")
    .where("meeting_id", "=", meetingId)
    .orderBy("patient_id");
}

export function listMeetings(connection: ReadConnection, since: CalendarDate): readonly Meeting[] {
  return connection.all(meetingsQuery(connection, since)).map((row) => ({
    meetingId: row.meeting_id,
    name: row.name,
    programId: row.program_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    people: connection.all(peopleOfMeetingQuery(connection, row.meeting_id)),
    patientIds:
      row.whole_program === 1
        ? null
        : connection.all(patientsOfMeetingQuery(connection, row.meeting_id)).map((one) => one.patient_id),
    endedAt: row.ended_at,
  }));
}

/** Adds a meeting and answers its id. Part of the act that enters it in the audit. */
export function addMeeting(
  connection: WriteConnection,
  meeting: NewMeeting,
  made: { readonly by: string; readonly at: Instant },
): string {
  const meetingId = uuidAt(made.at);
  connection.act(() => {
    connection.run(
      connection.change.insertInto("meetings").values({
        meeting_id: meetingId,
        name: meeting.name,
        program_id: meeting.programId,
        starts_on: meeting.startsOn,
        ends_on: meeting.endsOn,
        whole_program: meeting.patientIds === null ? 1 : 0,
        created_at: made.at,
        created_by: made.by,
        ended_at: null,
        ended_by: null,
      }),
    );
    for (const personId of new Set(meeting.personIds)) {
      const row = { meeting_id: meetingId, person_id: personId };
      connection.run(connection.change.insertInto("meeting_people").values(row));
    }
    for (const patientId of new Set(meeting.patientIds ?? [])) {
      const row = { meeting_id: meetingId, patient_id: patientId };
      connection.run(connection.change.insertInto("meeting_patients").values(row));
    }
  });
  return meetingId;
}

/**
 * Ends a meeting at once. It stays on record.
 * @throws Refused changed_meanwhile when it has ended already.
 */
export function endMeeting(
  connection: WriteConnection,
  meetingId: string,
  ended: { readonly by: string; readonly at: Instant },
): void {
  const changed = connection.run(
    connection.change
      .updateTable("meetings")
      .set({ ended_at: ended.at, ended_by: ended.by })
      .where("meeting_id", "=", meetingId)
      .where("ended_at", "is", null),
  );
  if (changed === 0) throw new Refused("changed_meanwhile");
}
