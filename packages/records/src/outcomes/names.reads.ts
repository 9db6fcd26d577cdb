import { sql } from "kysely";
import { episodeInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import type { ReadConnection } from "../store/sqlite.ts";

const AT_ONCE = 1_000;

/** Who an episode is of, by the names that a list shows. */
export interface EpisodeNames {
  readonly episodeId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** What lists are sorted by. */
  readonly foldedName: string;
  readonly therapistName: string | null;
}

/** The names of episodes in scope. */
export function episodeNamesQuery(
  connection: ReadConnection,
  scope: PatientScope,
  episodeIds: readonly string[],
) {
  return connection.query
    .selectFrom("episodes as e")
    .innerJoin("patients as p", "p.patient_id", "e.patient_id")
    .leftJoin("staff as t", "t.staff_id", "e.therapist_id")
    .select([
      "e.episode_id as episodeId",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.folded_name as foldedName",
      "t.name as therapistName",
    ])
    .where(
      sql<boolean>`${sql.ref("e.episode_id")} in (select value from json_each(${JSON.stringify(episodeIds)}))`,
    )
    .where(episodeInScope(scope, "e"));
}

/** The names of those of the episodes that are in scope, by episode. */
export function readEpisodeNames(
  connection: ReadConnection,
  scope: PatientScope,
  episodeIds: readonly string[],
): ReadonlyMap<string, EpisodeNames> {
  const names = new Map<string, EpisodeNames>();
  for (let from = 0; from < episodeIds.length; from += AT_ONCE) {
    const portion = episodeIds.slice(from, from + AT_ONCE);
    for (const row of connection.all(episodeNamesQuery(connection, scope, portion)))
      names.set(row.episodeId, row);
  }
  return names;
}

export function staffNamesQuery(connection: ReadConnection, staffIds: readonly string[]) {
  return connection.query
    .selectFrom("staff as t")
    .select(["t.staff_id as staffId", "t.name"])
    .where(
      sql<boolean>`${sql.ref("t.staff_id")} in (select value from json_each(${JSON.stringify(staffIds)}))`,
    );
}

/** The names of some members of staff, by id. */
export function readStaffNames(
  connection: ReadConnection,
  staffIds: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    connection.all(staffNamesQuery(connection, staffIds)).map(({ staffId, name }) => [staffId, name]),
  );
}
