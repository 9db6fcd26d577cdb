import type { CalendarDate } from "@soundings/clinical";
import { sql } from "kysely";
import { episodeInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import type { ReadConnection } from "../store/sqlite.ts";

/** Patients with an episode that has begun and of which nothing is kept. */
export function unkeptQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episodes as e")
    .select("e.patient_id")
    .distinct()
    .where("e.admitted_on", "<=", today)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("episode_outcomes as o")
            .select("o.episode_id")
            .whereRef("o.episode_id", "=", "e.episode_id"),
        ),
      ),
    );
}

/** Patients of whom something is kept that was read as of an earlier day and may read otherwise today. */
export function unsettledQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episode_outcomes as o")
    .select("o.patient_id")
    .distinct()
    .where("o.settled", "=", 0)
    .where("o.as_of", "<", today);
}

/** Patients of whom something is kept that was read as of a later day: the clock was put back. */
export function laterQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episode_outcomes as o")
    .select("o.patient_id")
    .distinct()
    .where("o.settled", "in", [0, 1])
    .where("o.as_of", ">", today);
}

/** Ids of the patients whose facts have to be made for the day, in order. */
export function waitingPatients(connection: ReadConnection, today: CalendarDate): readonly string[] {
  const queries = [unkeptQuery, unsettledQuery, laterQuery];
  const rows = queries.flatMap((query) => connection.all(query(connection, today)));
  return [...new Set(rows.map((row) => row.patient_id))].sort();
}

/** Every episode in scope. */
export function everyEpisodeQuery(connection: ReadConnection, scope: PatientScope) {
  return connection.query
    .selectFrom("episodes as e")
    .select("e.episode_id")
    .where(episodeInScope(scope, "e"));
}

/** What is kept of some episodes: their ids as a JSON list. */
export const KEPT_FACTS = `select "patient_id", "episode_id", "facts" from "episode_outcomes" where "episode_id" in (select value from json_each(?))`;

/** The episodes in scope of some patients. */
export function episodesInScopeQuery(
  connection: ReadConnection,
  scope: PatientScope,
  patientIds: readonly string[],
) {
  return connection.query
    .selectFrom("episodes as e")
    .select("e.episode_id")
    .where(
      sql<boolean>`${sql.ref("e.patient_id")} in (select value from json_each(${JSON.stringify(patientIds)}))`,
    )
    .where(episodeInScope(scope, "e"));
}
