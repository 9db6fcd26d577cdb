import type { Action, ServerEvent } from "@soundings/contract";
import { concernedAmong, type PatientScope, type Person } from "@soundings/records";
import type { News } from "../changes.ts";
import type { Services } from "../services.ts";
import { scopeOf } from "./scope.ts";

/** What pages show of patients, and so what news of a patient is for. */
const SHOWN = ["caseload.view", "patient.view", "schedule.view"] as const satisfies readonly Action[];

/** Whose news a person hears, at this moment: covers, meetings and openings begin and end. */
function newsScope(services: Services, person: Person): PatientScope {
  return SHOWN.flatMap((action) => scopeOf(services, person, action));
}

/**
 * An event as one person may hear it: of patients only those in scope, and null when it is of none of them. What names no
 * patient (a new day, an import that ended, a program that changed) is for everybody.
 */
export function forPerson(services: Services, person: Person, event: News): ServerEvent | null {
  if (event.type === "notice") return event.personIds.includes(person.personId) ? { type: "notice" } : null;
  if (event.type !== "changed" || event.patientIds === null || event.patientIds.length === 0) return event;
  const patientIds = concernedAmong(services.store, newsScope(services, person), event.patientIds);
  if (patientIds.length > 0) return { ...event, patientIds };
  return event.imported === true ? { ...event, patientIds } : null;
}
