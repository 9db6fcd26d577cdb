import { type Instant, NOT_RECORDED } from "@soundings/clinical";
import { sql } from "kysely";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";

/** A kept view of program outcomes. */
export interface KeptView {
  readonly viewId: string;
  readonly name: string;
  readonly page: string;
  /** JSON. */
  readonly filter: string;
  readonly shared: boolean;
  readonly mine: boolean;
  readonly by: string;
  readonly keptAt: Instant;
}

/** What a view asks for of a dimension. */
function asked(dimension: "program" | "therapist" | "track") {
  return sql`json_extract("v"."filter", ${sql.lit(`$.${dimension}`)})`;
}

/** Whether a view names no program but some, and no therapist and no track of which none of these has a patient. */
function isOf(programIds: readonly string[]) {
  const own = sql`(select value from json_each(${JSON.stringify(programIds)}))`;
  const onRecord = (dimension: "therapist" | "track", column: string) => {
    const value = asked(dimension);
    return sql<boolean>`(ifnull(${value}, ${NOT_RECORDED}) = ${NOT_RECORDED} or exists (select 1 from "episodes" as "e" where "e"."program_id" in ${own} and ${sql.ref(column)} = ${value}))`;
  };
  const program = sql<boolean>`(${asked("program")} is null or ${asked("program")} in ${own})`;
  return sql<boolean>`(${program} and ${onRecord("therapist", "e.therapist_id")} and ${onRecord("track", "e.track")})`;
}

/** Own views, and shared ones of whoever directs one of the same programs now that ask for nothing of other programs. */
export function viewsQuery(connection: ReadConnection, personId: string, programIds: readonly string[]) {
  return connection.query
    .selectFrom("outcome_views as v")
    .innerJoin("people as p", "p.person_id", "v.person_id")
    .select([
      "v.view_id",
      "v.person_id",
      "v.name",
      "v.page",
      "v.filter",
      "v.shared",
      "v.kept_at",
      "p.name as by",
    ])
    .where((at) =>
      at.or([
        at("v.person_id", "=", personId),
        at.and([
          at("v.shared", "=", 1),
          isOf(programIds),
          sql<boolean>`exists (select 1 from "person_roles" as "r" where "r"."person_id" = "v"."person_id" and "r"."role" = 'director' and "r"."program_id" in (select value from json_each(${JSON.stringify(programIds)})))`,
        ]),
      ]),
    )
    .orderBy("v.name")
    .orderBy("v.view_id");
}

export function readKeptViews(
  connection: ReadConnection,
  personId: string,
  programIds: readonly string[],
): readonly KeptView[] {
  return connection.all(viewsQuery(connection, personId, programIds)).map((row) => ({
    viewId: row.view_id,
    name: row.name,
    page: row.page,
    filter: row.filter,
    shared: row.shared === 1,
    mine: row.person_id === personId,
    by: row.by,
    keptAt: row.kept_at,
  }));
}

interface NewView {
  readonly personId: string;
  readonly name: string;
  readonly page: string;
  readonly filter: string;
  readonly shared: boolean;
}

/** Keeps a view; one of the same person and name is replaced. Answers its id. */
export function keepView(connection: WriteConnection, view: NewView, now: Instant): string {
  const { personId, name, page, filter } = view;
  return connection.act(() => {
    const same = connection.query
      .selectFrom("outcome_views")
      .select("view_id")
      .where("person_id", "=", personId)
      .where("name", "=", name);
    const view_id = connection.first(same)?.view_id ?? uuidAt(now);
    const values = { name, page, filter, shared: view.shared ? 1 : 0, kept_at: now } as const;
    connection.run(
      connection.change
        .insertInto("outcome_views")
        .values({ view_id, person_id: personId, ...values })
        .onConflict((conflict) => conflict.column("view_id").doUpdateSet(values)),
    );
    return view_id;
  });
}

/** Removes one's own view; false when there is none. */
export function removeView(connection: WriteConnection, personId: string, viewId: string): boolean {
  const { change } = connection;
  const own = change
    .deleteFrom("outcome_views")
    .where("view_id", "=", viewId)
    .where("person_id", "=", personId);
  return connection.run(own) > 0;
}
