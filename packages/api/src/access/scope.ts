import { type Action, type Role, type Scope, scopesOf } from "@soundings/contract";
import {
  coveredParts,
  meetingParts,
  openPatients,
  type PatientScope,
  type Person,
  type ScopePart,
} from "@soundings/records";
import type { Services } from "../services.ts";

/** One role of a person, as the parts are made from it. */
interface Held {
  readonly services: Services;
  readonly person: Person;
  readonly programIds: readonly string[];
}

const PARTS: { readonly [S in Scope]: (held: Held) => readonly ScopePart[] } = {
  own: ({ person }) =>
    person.staffId === null ? [] : [{ of: "staff", staffId: person.staffId, programIds: null }],
  covered: ({ services, person, programIds }) =>
    coveredParts(services.store, person.personId, services.today(), programIds),
  meeting: ({ services, person }) => meetingParts(services.store, person.personId, services.today()),
  led: ({ person }) => (person.staffId === null ? [] : [{ of: "led", staffId: person.staffId }]),
  program: ({ programIds }) => (programIds.length === 0 ? [] : [{ of: "programs", programIds }]),
  opened: ({ services, person }) => {
    const patientIds = openPatients(services.store, person.personId, services.now()).map(
      (one) => one.patientId,
    );
    return patientIds.length === 0 ? [] : [{ of: "patients", patientIds }];
  },
  site: () => [],
  self: () => [],
};

/** Whom a person may do an action to: the parts of every role, those of the table and no others. */
export function scopeOf(services: Services, person: Person, action: Action): PatientScope {
  return person.roles.flatMap(({ role, programIds }) =>
    scopesOf(action, role).flatMap((scope) => PARTS[scope]({ services, person, programIds })),
  );
}

/** The programs in which the person holds a role that the action grants by program. */
export function programsOf(person: Person, action: Action): readonly string[] {
  const held = person.roles.filter(({ role }) => scopesOf(action, role).includes("program"));
  return [...new Set(held.flatMap(({ programIds }) => programIds))].sort();
}

/** Whether a role of the person reaches the whole site for the action. */
export function reachesSite(person: Person, action: Action): boolean {
  return person.roles.some(({ role }) => scopesOf(action, role).includes("site"));
}

export function rolesIn(person: Person): readonly Role[] {
  return person.roles.map(({ role }) => role);
}
