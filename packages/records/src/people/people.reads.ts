import type { StaffRole } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { Person, RoleHeld } from "./people.types.ts";

export function personQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("people")
    .select(["person_id", "name", "email", "staff_id", "disabled_at"])
    .where("person_id", "=", personId);
}

export function rolesQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("person_roles")
    .select(["role", "program_id"])
    .where("person_id", "=", personId)
    .orderBy("role")
    .orderBy("program_id");
}

/** The roles of one person, each with its programs. */
export function rolesOf(connection: ReadConnection, personId: string): readonly RoleHeld[] {
  const programs = new Map<StaffRole, string[]>();
  for (const { role, program_id } of connection.all(rolesQuery(connection, personId))) {
    const held = programs.get(role) ?? [];
    if (program_id !== "") held.push(program_id);
    programs.set(role, held);
  }
  return [...programs].map(([role, programIds]) => ({ role, programIds }));
}

/** One person with all roles, or null. */
export function readPerson({ reader }: ReadStore, personId: string): Person | null {
  return reader.snapshot(() => {
    const found = reader.first(personQuery(reader, personId));
    if (found === undefined) return null;
    return {
      personId: found.person_id,
      name: found.name,
      email: found.email,
      staffId: found.staff_id,
      roles: rolesOf(reader, personId),
      disabled: found.disabled_at !== null,
    };
  });
}

/** Whether nobody has an account yet. */
export function hasNoPeople({ reader }: ReadStore): boolean {
  return reader.first(reader.query.selectFrom("people").select("person_id").limit(1)) === undefined;
}
