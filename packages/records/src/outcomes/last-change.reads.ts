import type { Instant } from "@soundings/clinical";
import { sql } from "kysely";
import type { ReadConnection } from "../store/sqlite.ts";

/** Read from the end: the latest change of a program is rarely far from it. */
export function lastChangeQuery(connection: ReadConnection, programIds: readonly string[]) {
  return connection.query
    .selectFrom("changes as c")
    .select("c.at")
    .where("c.kind", "=", "records")
    .where(
      sql<boolean>`exists (select 1 from "episodes" as "e" where "e"."patient_id" = "c"."patient_id" and "e"."program_id" in (select "value" from json_each(${JSON.stringify(programIds)})))`,
    )
    .orderBy("c.seq", "desc")
    .limit(1);
}

/**
 * When a record of a patient of some programs was last entered, corrected or imported; null when none of the changes that are
 * kept is one: it lies further back than they reach, or never was.
 */
export function readLastChange(connection: ReadConnection, programIds: readonly string[]): Instant | null {
  return connection.first(lastChangeQuery(connection, programIds))?.at ?? null;
}
