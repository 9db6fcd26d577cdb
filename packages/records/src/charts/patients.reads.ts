import { addDays, type CalendarDate } from "@soundings/clinical";
import { patientInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import type { ReadConnection } from "../store/sqlite.ts";

/** Rules look at an episode from 14 days before admission to 7 days after discharge. */
export const DAYS_BEFORE = 14;
export const DAYS_AFTER = 7;

/** Which patients' charts are wanted. Absent means all. */
export interface ChartFilter {
  readonly patientId?: string | undefined;
  /** Patients with an episode in this program. */
  readonly programId?: string | undefined;
  /** Patients with an episode whose window (14 days before admission … 7 days after discharge) holds this day. */
  readonly activeAround?: CalendarDate | undefined;
  /** Patients in scope. */
  readonly scope?: PatientScope | undefined;
}

/** Ids after `after`, in order, at most `limit`. Says which query it is, for the checked-in list of queries. */
export function patientIdsQuery(
  connection: ReadConnection,
  filter: ChartFilter,
  page: { after: string; limit: number },
) {
  const { patientId, programId, activeAround, scope } = filter;
  let query = connection.query
    .selectFrom("patients as p")
    .select("p.patient_id")
    .where("p.patient_id", ">", page.after);
  if (patientId !== undefined) query = query.where("p.patient_id", "=", patientId);
  if (scope !== undefined) query = query.where(patientInScope(scope, "p.patient_id"));
  if (programId !== undefined || activeAround !== undefined) {
    query = query.where(({ exists, selectFrom }) => {
      let episodes = selectFrom("episodes as e")
        .select("e.episode_id")
        .whereRef("e.patient_id", "=", "p.patient_id");
      if (programId !== undefined) episodes = episodes.where("e.program_id", "=", programId);
      if (activeAround !== undefined) {
        const from = addDays(activeAround, -DAYS_AFTER);
        episodes = episodes
          .where("e.admitted_on", "<=", addDays(activeAround, DAYS_BEFORE))
          .where((at) => at.or([at("e.discharged_on", "is", null), at("e.discharged_on", ">=", from)]));
      }
      return exists(episodes);
    });
  }
  return query.orderBy("p.patient_id").limit(page.limit);
}

/** Of some patients, those with an episode whose window holds the day. */
export function activeAmong(
  connection: ReadConnection,
  patientIds: readonly string[],
  day: CalendarDate,
): readonly string[] {
  const from = addDays(day, -DAYS_AFTER);
  const until = addDays(day, DAYS_BEFORE);
  const statement = connection.statement(
    `select 1 from "episodes" where "patient_id" = ? and "admitted_on" <= ? and ("discharged_on" is null or "discharged_on" >= ?) limit 1`,
  );
  return patientIds.filter((id) => statement.get([id, until, from]) !== undefined);
}
