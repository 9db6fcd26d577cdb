import type { Instant } from "@soundings/clinical";
import { Refused } from "../administration/refused.ts";
import type { Actor } from "../audit/audit.types.ts";
import { tellOfRoles } from "../notices/notices.writes.ts";
import { uuidAt } from "../store/batch-id.ts";
import type { WriteConnection } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { keepingAnAdministrator, shutOut, standing } from "./accounts.writes.ts";
import { rolesOf } from "./people.reads.ts";
import type { RoleHeld } from "./people.types.ts";

/** Somebody who is to have an account. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** The member of staff of the records whom the person is; null for one who treats nobody. */
  readonly staffId: string | null;
  readonly roles: readonly RoleHeld[];
}

/** An administrator's role reaches the site and names no program; every other is held in programs that exist. */
function isSound(connection: WriteConnection, roles: readonly RoleHeld[]): boolean {
  const known = connection.statement(`select 1 from "programs" where "program_id" = ?`);
  const distinct = new Set(roles.map(({ role }) => role)).size === roles.length;
  return (
    distinct &&
    roles.length > 0 &&
    roles.every(({ role, programIds }) =>
      role === "administrator"
        ? programIds.length === 0
        : programIds.length > 0 && programIds.every((id) => known.get([id]) !== undefined),
    )
  );
}

function holds(connection: WriteConnection, column: "email" | "staff_id", value: string): string | null {
  const [personId] =
    connection.statement(`select "person_id" from "people" where "${column}" = ?`).get([value]) ?? [];
  return typeof personId === "string" ? personId : null;
}

/** `personId` is whose account it is; null for a new one. */
function judge(connection: WriteConnection, personId: string | null, person: NewPerson): void {
  const { email, staffId, roles } = person;
  if (!isSound(connection, roles)) throw new Refused("bad_settings");
  const emailOf = holds(connection, "email", email);
  if (emailOf !== null && emailOf !== personId) throw new Refused("email_taken");
  if (staffId === null) return;
  const known = connection.statement(`select 1 from "staff" where "staff_id" = ?`).get([staffId]);
  if (known === undefined) throw new Refused("no_such_entry");
  const staffOf = holds(connection, "staff_id", staffId);
  if (staffOf !== null && staffOf !== personId) throw new Refused("staff_taken");
}

function saveRoles(connection: WriteConnection, personId: string, roles: readonly RoleHeld[]): void {
  connection.statement(`delete from "person_roles" where "person_id" = ?`).run([personId]);
  const insert = connection.statement(
    `insert into "person_roles" ("person_id", "role", "program_id") values (?, ?, ?)`,
  );
  for (const { role, programIds } of roles) {
    const places = role === "administrator" ? [""] : [...new Set(programIds)];
    for (const programId of places) insert.run([personId, role, programId]);
  }
}

function folded(person: NewPerson): NewPerson {
  return { ...person, name: person.name.trim(), email: person.email.trim().toLowerCase() };
}

/**
 * Adds a person who cannot sign in yet: a one-time link sets the first password. Answers the new id. Part of the act that
 * enters it in the audit.
 * @throws Refused bad_settings (roles), email_taken, staff_taken, no_such_entry (no such member of staff).
 */
export function addPerson(connection: WriteConnection, given: NewPerson, now: Instant): string {
  const person = folded(given);
  return connection.act(() => {
    judge(connection, null, person);
    const personId = uuidAt(now);
    connection.run(
      connection.change.insertInto("people").values({
        person_id: personId,
        name: person.name,
        email: person.email,
        email_verified: 0,
        image: null,
        two_factor_enabled: 0,
        staff_id: person.staffId,
        disabled_at: null,
        created_at: now,
        updated_at: now,
      }),
    );
    saveRoles(connection, personId, person.roles);
    return personId;
  });
}

/**
 * Replaces what is known of a person. Another e-mail address ends every sign-in and withdraws links that may have gone to
 * the old one; roles need neither, because each request reads them anew.
 * @throws Refused no_such_entry, bad_settings (roles), email_taken, staff_taken, last_administrator.
 */
export function changePerson(
  store: Store,
  actor: Actor,
  { personId, ...given }: NewPerson & { readonly personId: string },
  now: Instant,
): void {
  const { writer } = store;
  const person = folded(given);
  keepingAnAdministrator(writer, () => {
    const { email } = standing(writer, personId);
    const before = rolesOf(writer, personId);
    judge(writer, personId, person);
    writer.run(
      writer.change
        .updateTable("people")
        .set({ name: person.name, email: person.email, staff_id: person.staffId, updated_at: now })
        .where("person_id", "=", personId),
    );
    saveRoles(writer, personId, person.roles);
    tellOfRoles(writer, actor, { personId, before, after: person.roles }, now);
    if (email !== person.email) shutOut(store, actor, { personId, cause: "address" }, now);
  });
}
