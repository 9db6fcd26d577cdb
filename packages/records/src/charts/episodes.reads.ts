import type { CalendarDate, DischargeReason } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** One episode of a patient with the names a page shows. */
export interface EpisodeListing {
  readonly episodeId: string;
  readonly programId: string;
  readonly programName: string;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn: CalendarDate | null;
  readonly dischargeReason: DischargeReason | null;
  readonly therapistName: string | null;
  readonly prescriberName: string | null;
}

export function episodesQuery(connection: ReadConnection, patientId: string) {
  return connection.query
    .selectFrom("episodes as e")
    .innerJoin("programs as g", "g.program_id", "e.program_id")
    .leftJoin("staff as t", "t.staff_id", "e.therapist_id")
    .leftJoin("staff as r", "r.staff_id", "e.prescriber_id")
    .select([
      "e.episode_id as episodeId",
      "e.program_id as programId",
      "g.name as programName",
      "e.admitted_on as admittedOn",
      "e.discharged_on as dischargedOn",
      "e.discharge_reason as dischargeReason",
      "t.name as therapistName",
      "r.name as prescriberName",
    ])
    .where("e.patient_id", "=", patientId)
    .orderBy("e.admitted_on", "desc")
    .orderBy("e.episode_id", "desc");
}

/** All episodes of a patient, the latest admission first. */
export async function episodesOfPatient(
  store: ReadStore,
  patientId: string,
): Promise<readonly EpisodeListing[]> {
  return store.reader.all(episodesQuery(store.reader, patientId));
}
