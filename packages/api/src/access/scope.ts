import { type Action, type Role, type Scope, scopesOf } from "@soundings/contract";
import {
  coveredParts,
  meetingParts,
  openPatients,
  type PatientScope,
  type Person,
  type ScopePart,
  siteOf,
  visiblePatient,
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

/** Who asks, and what for. */
interface Asking {
  readonly services: Services;
  readonly person: Person;
  readonly action: Action;
}

function partsOf({ services, person, action }: Asking, wanted: (scope: Scope) => boolean): PatientScope {
  return person.roles.flatMap(({ role, programIds }) =>
    scopesOf(action, role)
      .filter(wanted)
      .flatMap((scope) => PARTS[scope]({ services, person, programIds })),
  );
}

/** Whom a person may do an action to: the parts of every role, those of the table and no others. */
export function scopeOf(services: Services, person: Person, action: Action): PatientScope {
  return partsOf({ services, person, action }, () => true);
}

/**
 * The opening under which a person sees a patient for an action; null when the person may see the patient without one, or
 * has opened none.
 */
export function openingFor(asking: Asking, patientId: string): string | null {
  const { services, person, action } = asking;
  const mayOpen = person.roles.some(({ role }) => scopesOf(action, role).includes("opened"));
  if (!mayOpen) return null;
  const opened = openPatients(services.store, person.personId, services.now());
  const opening = opened.find((one) => one.patientId === patientId);
  if (opening === undefined) return null;
  const usual = partsOf(asking, (scope) => scope !== "opened");
  return visiblePatient(services.store, usual, patientId) ? null : opening.openingId;
}

/** The programs in which the person holds a role that the action grants by program. */
export function programsOf(person: Person, action: Action): readonly string[] {
  const held = person.roles.filter(({ role }) => scopesOf(action, role).includes("program"));
  return [...new Set(held.flatMap(({ programIds }) => programIds))].sort();
}

/** Whether the person holds a role that the action grants by program in every program of the site, of which there is one. */
export function reachesEveryProgram(services: Services, person: Person, action: Action): boolean {
  const own = new Set(programsOf(person, action));
  const programs = [...siteOf(services.store).programs.keys()];
  return programs.length > 0 && programs.every((id) => own.has(id));
}

/** Whether a role of the person reaches the whole site for the action. */
export function reachesSite(person: Person, action: Action): boolean {
  return person.roles.some(({ role }) => scopesOf(action, role).includes("site"));
}

export function rolesIn(person: Person): readonly Role[] {
  return person.roles.map(({ role }) => role);
}
