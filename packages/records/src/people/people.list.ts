import { type Instant, instantToMs, type StaffRole } from "@soundings/clinical";
import { idleMinutesOf } from "../sign-in/idle.ts";
import { asSignIn, everySignInQuery, ranOut, type SignIn } from "../sign-in/sign-ins.reads.ts";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";
import type { RoleHeld } from "./people.types.ts";

/** `invited`: no way of signing in was set up yet. */
type PersonState = "invited" | "active" | "disabled";

/** One account, as its administrator sees it. */
export interface ListedPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly roles: readonly RoleHeld[];
  readonly state: PersonState;
  /** When the one-time link runs out or ran out that was made last and not used; null when there is none. */
  readonly linkUntil: Instant | null;
  readonly secondFactor: boolean;
  readonly passkeys: number;
  /** Sign-ins that have not ended. */
  readonly signIns: number;
  /** Of the sign-ins that stand; else of the last entry in the audit. Null for who never signed in. */
  readonly lastActiveAt: Instant | null;
}

/** A member of staff of the records who has no account. */
export interface StaffWithoutAccount {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly email: string | null;
  readonly programIds: readonly string[];
}

/** People with what they can sign in with: a password, another provider's account, or a passkey. */
export function peopleQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("people as p")
    .leftJoin("staff as t", "t.staff_id", "p.staff_id")
    .select((at) => [
      "p.person_id",
      "p.name",
      "p.email",
      "p.staff_id",
      "t.name as staff_name",
      "p.disabled_at",
      "p.two_factor_enabled",
      at
        .selectFrom("passkeys as k")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("k.person_id", "=", "p.person_id")
        .as("passkeys"),
      at
        .selectFrom("credentials as c")
        .select((of) => of.fn.countAll<number>().as("n"))
        .whereRef("c.person_id", "=", "p.person_id")
        .where((of) => of.or([of("c.password", "is not", null), of("c.provider_id", "!=", "credential")]))
        .as("credentials"),
      at
        .selectFrom("audit_entries as a")
        .select("a.at")
        .whereRef("a.person_id", "=", "p.person_id")
        .orderBy("a.seq", "desc")
        .limit(1)
        .as("entered_at"),
      at
        .selectFrom("links as l")
        .select("l.expires_at")
        .whereRef("l.person_id", "=", "p.person_id")
        .where("l.used_at", "is", null)
        .where("l.replaced_at", "is", null)
        .orderBy("l.expires_at", "desc")
        .limit(1)
        .as("link_until"),
    ])
    .orderBy("p.name")
    .orderBy("p.person_id");
}

export function everyRoleQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("person_roles")
    .select(["person_id", "role", "program_id"])
    .orderBy("person_id")
    .orderBy("role")
    .orderBy("program_id");
}

/** The roles of everybody, each with its programs. */
function rolesByPerson(connection: ReadConnection): ReadonlyMap<string, readonly RoleHeld[]> {
  const people = new Map<string, Map<StaffRole, string[]>>();
  for (const { person_id, role, program_id } of connection.all(everyRoleQuery(connection))) {
    const roles = people.get(person_id) ?? new Map<StaffRole, string[]>();
    const programIds = roles.get(role) ?? [];
    if (program_id !== "") programIds.push(program_id);
    roles.set(role, programIds);
    people.set(person_id, roles);
  }
  return new Map(
    [...people].map(([personId, roles]) => [
      personId,
      [...roles].map(([role, programIds]) => ({ role, programIds })),
    ]),
  );
}

function stateOf(row: {
  readonly disabled_at: Instant | null;
  readonly credentials: number | null;
  readonly passkeys: number | null;
}): PersonState {
  if (row.disabled_at !== null) return "disabled";
  return (row.credentials ?? 0) + (row.passkeys ?? 0) > 0 ? "active" : "invited";
}

/** The sign-ins that have not run out, by person. */
function standingSignIns(store: ReadStore, now: Instant): ReadonlyMap<string, readonly SignIn[]> {
  const { reader } = store;
  const idleMinutes = idleMinutesOf(store);
  const all = reader.all(everySignInQuery(reader)).map(asSignIn);
  return Map.groupBy(
    all.filter((signIn) => ranOut(signIn, idleMinutes, now) === null),
    ({ personId }) => personId,
  );
}

function lastActive(signIns: readonly SignIn[]): Instant | null {
  const [latest] = signIns
    .map(({ lastActiveAt }) => lastActiveAt)
    .sort((a, b) => instantToMs(b) - instantToMs(a));
  return latest ?? null;
}

/** Everybody with an account, by name, disabled ones among them. */
export function listPeople(store: ReadStore, now: Instant): readonly ListedPerson[] {
  const { reader } = store;
  return reader.snapshot(() => {
    const roles = rolesByPerson(reader);
    const signIns = standingSignIns(store, now);
    return reader.all(peopleQuery(reader)).map((row) => ({
      personId: row.person_id,
      name: row.name,
      email: row.email,
      staffId: row.staff_id,
      staffName: row.staff_name,
      roles: roles.get(row.person_id) ?? [],
      state: stateOf(row),
      linkUntil: row.link_until,
      secondFactor: row.two_factor_enabled === 1,
      passkeys: row.passkeys ?? 0,
      signIns: signIns.get(row.person_id)?.length ?? 0,
      lastActiveAt: lastActive(signIns.get(row.person_id) ?? []) ?? row.entered_at,
    }));
  });
}

export function uninvitedQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("staff as f")
    .leftJoin("people as p", "p.staff_id", "f.staff_id")
    .select(["f.staff_id", "f.name", "f.role", "f.email", "f.program_ids"])
    .where("p.person_id", "is", null)
    .orderBy("f.name")
    .orderBy("f.staff_id");
}

/** Members of staff of the records who have no account, by name. */
export function staffWithoutAccount({ reader }: ReadStore): readonly StaffWithoutAccount[] {
  return reader.all(uninvitedQuery(reader)).map((row) => ({
    staffId: row.staff_id,
    name: row.name,
    role: row.role,
    email: row.email,
    programIds: JSON.parse(row.program_ids) as readonly string[],
  }));
}

/** Somebody with an account that is not disabled. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly staffId: string | null;
  readonly roles: readonly RoleHeld[];
}

export function colleaguesQuery(connection: ReadConnection) {
  return connection.query
    .selectFrom("people")
    .select(["person_id", "name", "staff_id"])
    .where("disabled_at", "is", null)
    .orderBy("name")
    .orderBy("person_id");
}

/** Everybody whose account is not disabled, by name. */
export function listColleagues(connection: ReadConnection): readonly Colleague[] {
  const roles = rolesByPerson(connection);
  return connection.all(colleaguesQuery(connection)).map((row) => ({
    personId: row.person_id,
    name: row.name,
    staffId: row.staff_id,
    roles: roles.get(row.person_id) ?? [],
  }));
}
