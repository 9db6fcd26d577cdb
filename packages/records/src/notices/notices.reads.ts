import type { Instant, StaffRole } from "@soundings/clinical";
import { sql } from "kysely";
import { patientInScope } from "../access/conditions.ts";
import type { PatientScope } from "../access/scope.ts";
import type { RoleHeld } from "../people/people.types.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { NoticeDetail, NoticeTable } from "./notices.table.ts";

/** Notices are listed up to this many, newest first. */
const MOST_LISTED = 200;

/** Of a person's notices, those of patients who are in scope now, and those that are of no patient. */
export function noticesQuery(connection: ReadConnection, personId: string, scope: PatientScope) {
  return connection.query
    .selectFrom("notices as n")
    .innerJoin("people as p", "p.person_id", "n.about_person_id")
    .leftJoin("openings as g", "g.opening_id", "n.opening_id")
    .select(["n.notice_id", "n.kind", "n.at", "n.detail", "n.seen_at", "p.name", "g.patient_id", "g.reason"])
    .where("n.person_id", "=", personId)
    .where(sql<boolean>`("n"."opening_id" is null or ${patientInScope(scope, "g.patient_id")})`)
    .orderBy("n.at", "desc")
    .orderBy("n.notice_id", "desc");
}

interface Told {
  readonly noticeId: string;
  readonly at: Instant;
  /** Whom it is about: who opened, who was given a role, whose way to sign in was changed. */
  readonly personName: string;
  readonly seenAt: Instant | null;
}

/** A role that somebody was given, with the names of its programs. */
interface RoleGiven {
  readonly role: StaffRole;
  readonly programs: readonly string[];
}

/** Something that a person is told. `by` is who did it, as the audit names them. */
export type Notice =
  | (Told & { readonly kind: "opened_outside"; readonly patientId: string; readonly reason: string })
  | (Told & { readonly kind: "role_given"; readonly roles: readonly RoleGiven[]; readonly by: string })
  | (Told & { readonly kind: "link_made" | "second_factor_removed"; readonly by: string });

interface Row {
  readonly notice_id: string;
  readonly kind: NoticeTable["kind"];
  readonly at: Instant;
  readonly detail: string;
  readonly seen_at: Instant | null;
  readonly name: string;
  readonly patient_id: string | null;
  readonly reason: string | null;
}

function named(connection: ReadConnection, roles: readonly RoleHeld[]): readonly RoleGiven[] {
  const name = connection.statement(`select "name" from "programs" where "program_id" = ?`);
  return roles.map(({ role, programIds }) => ({
    role,
    programs: programIds.map((id) => String(name.get([id])?.[0] ?? id)),
  }));
}

function noticeOf(connection: ReadConnection, row: Row): Notice {
  const told = { noticeId: row.notice_id, at: row.at, personName: row.name, seenAt: row.seen_at };
  const { kind } = row;
  if (kind === "opened_outside")
    return { ...told, kind, patientId: row.patient_id ?? "", reason: row.reason ?? "" };
  const { by = "", roles = [] } = JSON.parse(row.detail) as NoticeDetail;
  return kind === "role_given"
    ? { ...told, kind, by, roles: named(connection, roles) }
    : { ...told, kind, by };
}

/**
 * What a person was told, newest first, 200 at most. What was told of a patient is for as long as the patient is in scope:
 * somebody who has left the program reads it no more.
 */
export function noticesOf({ reader }: ReadStore, personId: string, scope: PatientScope): readonly Notice[] {
  return reader
    .all(noticesQuery(reader, personId, scope).limit(MOST_LISTED))
    .map((row) => noticeOf(reader, row));
}
