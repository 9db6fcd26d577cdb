import type { RoleHeld } from "@soundings/contract";
import { addPerson, readPerson } from "@soundings/records";
import { type Clinic, NOW } from "../clinic.fixture.ts";
import { createContext } from "../context.ts";
import { createCaller } from "../router.ts";

interface WhoAsks {
  readonly roles: readonly RoleHeld[];
  readonly name?: string;
  readonly staffId?: string | null;
}

/** Adds a person, and answers the id and a caller who is signed in as this person. */
export function join({ store, services }: Clinic, { roles, name = "Somebody", staffId = null }: WhoAsks) {
  const email = `${crypto.randomUUID()}@example.org`;
  const personId = addPerson(store.writer, { name, email, staffId, roles }, NOW);
  const person = readPerson(store, personId);
  if (person === null) throw new Error("the person was not added");
  const signedIn = { signInId: `sign-in of ${personId}`, person, secondFactorMet: true };
  return { personId, email, caller: createCaller(createContext(services, "request-1", signedIn)) };
}

export type Joined = ReturnType<typeof join>;

export const ADMINISTRATOR: readonly RoleHeld[] = [{ role: "administrator", programIds: [] }];

export function directorOf(...programIds: readonly string[]): readonly RoleHeld[] {
  return [{ role: "director", programIds }];
}

export function therapistOf(...programIds: readonly string[]): readonly RoleHeld[] {
  return [{ role: "therapist", programIds }];
}

/** One entry of the audit, as far as tests look at it. */
export interface Entered {
  readonly event: string;
  readonly outcome: string;
  readonly personId: string | null;
  readonly patientId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Whom a list showed, wherever the same list was entered first. */
  readonly listed: readonly string[] | null;
}

/** The entries made after number `after`, in order. */
export function entered({ store }: Pick<Clinic, "store">, after = 0): readonly Entered[] {
  return store.reader
    .statement(
      `select one."event", one."outcome", one."person_id", one."patient_id", one."detail", list."listed"
        from "audit_entries" as one left join "audit_entries" as list on list."seq" = one."listed_as"
        where one."seq" > ? order by one."seq"`,
    )
    .all([after])
    .map(([event, outcome, personId, patientId, detail, listed]) => ({
      event: String(event),
      outcome: String(outcome),
      personId: personId === null ? null : String(personId),
      patientId: patientId === null ? null : String(patientId),
      detail: JSON.parse(String(detail)) as Record<string, unknown>,
      listed: listed === null || listed === undefined ? null : (JSON.parse(String(listed)) as string[]),
    }));
}

/** From now on nothing can be entered in the audit. */
export function breakAudit({ store }: Clinic): void {
  store.writer.exec(
    `create trigger "audit_is_full" before insert on "audit_entries" begin select raise (abort, 'no room'); end`,
  );
}
