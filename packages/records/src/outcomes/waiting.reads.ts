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

/** Patients of whom something is kept that was read as of another day and may read otherwise today. */
export function unsettledQuery(connection: ReadConnection, today: CalendarDate) {
  return connection.query
    .selectFrom("episode_outcomes as o")
    .select("o.patient_id")
    .distinct()
    .where((at) =>
      at.or([at.and([at("o.settled", "=", 0), at("o.as_of", "<", today)]), at("o.as_of", ">", today)]),
    );
}

/** Ids of the patients whose facts have to be made for the day, in order. */
export function waitingPatients(connection: ReadConnection, today: CalendarDate): readonly string[] {
  const rows = [
    ...connection.all(unkeptQuery(connection, today)),
    ...connection.all(unsettledQuery(connection, today)),
  ];
  return [...new Set(rows.map((row) => row.patient_id))].sort();
}

/** The kept facts of the episodes in scope of some patients, by patient. */
export function keptQuery(
  connection: ReadConnection,
  scope: PatientScope,
  page: { readonly after: string; readonly limit: number },
) {
  return connection.query
    .selectFrom("episode_outcomes as o")
    .innerJoin("episodes as e", "e.episode_id", "o.episode_id")
    .select(["o.patient_id as patientId", "o.facts"])
    .where("o.episode_id", ">", page.after)
    .where(episodeInScope(scope, "e"))
    .orderBy("o.episode_id")
    .limit(page.limit);
}

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
