import type { CalendarDate, Instant } from "@soundings/clinical";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { Refused } from "./refused.ts";

/** A colleague stands in for another, from the first to the last day. */
export interface Cover {
  readonly coverId: string;
  readonly awayStaffId: string;
  readonly awayName: string;
  readonly coveringPersonId: string;
  readonly coveringName: string;
  /** Null: every program of the covering person's own roles. */
  readonly programId: string | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly note: string | null;
  readonly endedAt: Instant | null;
}

export type NewCover = Omit<Cover, "coverId" | "awayName" | "coveringName" | "endedAt">;

/** Covers whose last day is not before `since`, the latest first. */
export function coversQuery(connection: ReadConnection, since: CalendarDate) {
  return connection.query
    .selectFrom("covers as c")
    .innerJoin("staff as t", "t.staff_id", "c.away_staff_id")
    .innerJoin("people as p", "p.person_id", "c.covering_person_id")
    .select([
      "c.cover_id as coverId",
      "c.away_staff_id as awayStaffId",
      "t.name as awayName",
      "c.covering_person_id as coveringPersonId",
      "p.name as coveringName",
      "c.program_id as programId",
      "c.starts_on as startsOn",
      "c.ends_on as endsOn",
      "c.note",
      "c.ended_at as endedAt",
    ])
    .where("c.ends_on", ">=", since)
    .orderBy("c.starts_on", "desc")
    .orderBy("c.cover_id");
}

export function listCovers(connection: ReadConnection, since: CalendarDate): readonly Cover[] {
  return connection.all(coversQuery(connection, since));
}

/** Adds a cover and answers its id. Part of the act that enters it in the audit. */
export function addCover(
  connection: WriteConnection,
  cover: NewCover,
  made: { readonly by: string; readonly at: Instant },
): string {
  const coverId = uuidAt(made.at);
  connection.run(
    connection.change.insertInto("covers").values({
      cover_id: coverId,
      away_staff_id: cover.awayStaffId,
      covering_person_id: cover.coveringPersonId,
      program_id: cover.programId,
      starts_on: cover.startsOn,
      ends_on: cover.endsOn,
      note: cover.note,
      created_at: made.at,
      created_by: made.by,
      ended_at: null,
      ended_by: null,
    }),
  );
  return coverId;
}

/**
 * Ends a cover at once. It stays on record.
 * @throws Refused changed_meanwhile when it has ended already.
 */
export function endCover(
  connection: WriteConnection,
  coverId: string,
  ended: { readonly by: string; readonly at: Instant },
): void {
  const changed = connection.run(
    connection.change
      .updateTable("covers")
      .set({ ended_at: ended.at, ended_by: ended.by })
      .where("cover_id", "=", coverId)
      .where("ended_at", "is", null),
  );
  if (changed === 0) throw new Refused("changed_meanwhile");
}
