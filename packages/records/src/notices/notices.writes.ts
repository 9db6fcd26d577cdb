import type { Instant } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";
import type { Actor } from "../audit/audit.types.ts";
import { appendAudit } from "../audit/audit.writes.ts";
import type { BoundRow } from "../audit/bound-rows.ts";
import { appendChanges } from "../history/changes.ts";
import type { RoleHeld } from "../people/people.types.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { ReadConnection, WriteConnection } from "../store/sqlite.ts";
import { noticesQuery } from "./notices.reads.ts";
import type { NoticeDetail, NoticeTable } from "./notices.table.ts";

interface Leaving {
  readonly kind: NoticeTable["kind"];
  readonly aboutPersonId: string;
  readonly openingId: string | null;
  readonly detail: NoticeDetail;
  readonly recipients: readonly string[];
  readonly now: Instant;
}

/** Leaves one notice for each of the people, in the present transaction; answers the ids of the notices. */
export function leaveNotices(connection: WriteConnection, leaving: Leaving): readonly string[] {
  const { kind, aboutPersonId, openingId, detail, recipients, now } = leaving;
  const noticeIds = recipients.map((recipient) => {
    const noticeId = uuidAt(now);
    connection.run(
      connection.change.insertInto("notices").values({
        notice_id: noticeId,
        person_id: recipient,
        kind,
        about_person_id: aboutPersonId,
        opening_id: openingId,
        detail: JSON.stringify(detail),
        at: now,
        seen_at: null,
      }),
    );
    return noticeId;
  });
  appendChanges(connection, recipients, "notice");
  return noticeIds;
}

/** Everybody who holds a role that oversees others, and may still sign in. */
export function overseersQuery(connection: ReadConnection, except: string) {
  return connection.query
    .selectFrom("person_roles as r")
    .innerJoin("people as p", "p.person_id", "r.person_id")
    .select("r.person_id")
    .distinct()
    .where("p.disabled_at", "is", null)
    .where("r.person_id", "<>", except)
    .where("r.role", "in", ["director", "administrator"])
    .orderBy("r.person_id");
}

export function directorsOfQuery(connection: ReadConnection, programIds: readonly string[], except: string) {
  return overseersQuery(connection, except)
    .where("r.role", "=", "director")
    .where("r.program_id", "in", programIds);
}

/** The notices, as the entry that goes with them names them. */
export function noticeRows(noticeIds: readonly string[]): readonly BoundRow[] {
  return noticeIds.map((id) => ["notices", id]);
}

interface About {
  readonly personId: string;
  readonly kind: NoticeTable["kind"];
  readonly detail: NoticeDetail;
}

/** Whoever did it knows it already. */
function tell(
  connection: WriteConnection,
  actor: Actor,
  { personId, kind, detail, rows }: About & { readonly rows: readonly { readonly person_id: string }[] },
  now: Instant,
): void {
  const recipients = rows.map((row) => row.person_id).filter((id) => id !== actor.personId);
  if (recipients.length === 0) return;
  const told = { ...detail, by: actor.name };
  const noticeIds = leaveNotices(connection, {
    kind,
    aboutPersonId: personId,
    openingId: null,
    detail: told,
    recipients,
    now,
  });
  appendAudit(
    connection,
    actor,
    {
      event: "notice_left",
      detail: { kind, personId, ...detail, told: recipients },
      rows: noticeRows(noticeIds),
    },
    now,
  );
}

const CLINICAL: ReadonlySet<string> = new Set(["therapist", "prescriber", "director"]);

function addedRoles(before: readonly RoleHeld[], after: readonly RoleHeld[]): readonly RoleHeld[] {
  return after.flatMap(({ role, programIds }) => {
    const held = new Set(before.filter((one) => one.role === role).flatMap((one) => one.programIds));
    const added = programIds.filter((id) => !held.has(id));
    return CLINICAL.has(role) && added.length > 0 ? [{ role, programIds: added }] : [];
  });
}

interface RolesGiven {
  readonly personId: string;
  readonly before: readonly RoleHeld[];
  readonly after: readonly RoleHeld[];
}

/**
 * Tells the directors of the programs that somebody may see their patients from now on; nothing is told of roles that the
 * person held before, and of those that show no patient's record. Part of the act that gives the roles.
 */
export function tellOfRoles(
  connection: WriteConnection,
  actor: Actor,
  { personId, before, after }: RolesGiven,
  now: Instant,
): void {
  const roles = addedRoles(before, after);
  if (roles.length === 0) return;
  const programIds = [...new Set(roles.flatMap((one) => one.programIds))];
  const rows = connection.all(directorsOfQuery(connection, programIds, personId));
  tell(connection, actor, { personId, kind: "role_given", detail: { roles }, rows }, now);
}

/**
 * Tells the other directors and administrators that a director's way to sign in was changed by somebody else: with it,
 * whoever holds the link or the password may come in as the director. Of others nothing is told.
 */
export function tellOfWayIn(
  connection: WriteConnection,
  actor: Actor,
  { personId, kind }: { readonly personId: string; readonly kind: "link_made" | "second_factor_removed" },
  now: Instant,
): void {
  const directs = connection
    .statement(`select 1 from "person_roles" where "person_id" = ? and "role" = 'director' limit 1`)
    .get([personId]);
  if (directs === undefined) return;
  const rows = connection.all(overseersQuery(connection, personId));
  tell(connection, actor, { personId, kind, detail: {}, rows }, now);
}

interface Seeing {
  readonly personId: string;
  readonly scope: PatientScope;
  readonly noticeId: string;
  readonly now: Instant;
}

/** Notes that a person has seen one of the person's own notices; false when it is none of them, or its patient is out of scope. */
export function noteSeen(connection: WriteConnection, { personId, scope, noticeId, now }: Seeing): boolean {
  return connection.act(() => {
    const own = connection.first(
      noticesQuery(connection, personId, scope).where("n.notice_id", "=", noticeId),
    );
    if (own === undefined) return false;
    if (own.seen_at === null)
      connection.run(
        connection.change.updateTable("notices").set({ seen_at: now }).where("notice_id", "=", noticeId),
      );
    return true;
  });
}
