import type { EpisodeTrend } from "@soundings/clinical";
import { episodeInScope } from "../access/conditions.ts";
import { areCurrent } from "../findings/refresh.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import { nextVisits } from "./next-visits.ts";
import { type ListedTrend, pickTrends } from "./pick.ts";
import type { AskedTrends, Moment, Trends } from "./trends.types.ts";

/** Episodes in scope, with the names that a row shows. */
export function trendNamesQuery(connection: ReadConnection, { scope, filter }: AskedTrends) {
  const { prescriber, program } = filter;
  let query = connection.query
    .selectFrom("episodes as e")
    .innerJoin("patients as p", "p.patient_id", "e.patient_id")
    .innerJoin("programs as g", "g.program_id", "e.program_id")
    .leftJoin("staff as r", "r.staff_id", "e.prescriber_id")
    .select([
      "e.episode_id as episodeId",
      "e.patient_id as patientId",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.folded_name as foldedName",
      "g.name as programName",
      "e.prescriber_id as prescriberId",
      "r.name as prescriberName",
    ])
    .where(episodeInScope(scope, "e"));
  if (prescriber !== undefined) query = query.where("e.prescriber_id", "=", prescriber);
  if (program !== undefined) query = query.where("e.program_id", "=", program);
  return query;
}

/** Those in treatment, with what is stored of them. */
export function trendsQuery(connection: ReadConnection, asked: AskedTrends) {
  return trendNamesQuery(connection, asked)
    .innerJoin("episode_summaries as s", "s.episode_id", "e.episode_id")
    .select(["s.trend", "s.level_of_care as levelOfCare", "s.week"])
    .where("s.phase", "=", "active");
}

function storedTrends(connection: ReadConnection, asked: AskedTrends): readonly ListedTrend[] | null {
  const listed: ListedTrend[] = [];
  for (const { trend, foldedName, ...names } of connection.all(trendsQuery(connection, asked))) {
    if (trend === null) return null;
    listed.push({ row: { ...(JSON.parse(trend) as EpisodeTrend), ...names }, foldedName });
  }
  return listed;
}

/**
 * The symptom trends of today of those in scope, from what is stored; null while any of it is of another day, or was stored
 * before trends were: then `trendsAsOf` computes them.
 */
export function trendsPage(
  { reader }: ReadStore,
  asked: AskedTrends,
  moment: Moment,
  limit?: number,
): Trends | null {
  return reader.snapshot(() => {
    if (!areCurrent(reader, moment.today)) return null;
    const listed = storedTrends(reader, asked);
    if (listed === null) return null;
    const visitsOf = (ids: readonly string[]) => nextVisits(reader, ids, moment.now);
    return pickTrends(listed, { filter: asked.filter, moment, visitsOf, limit });
  });
}
