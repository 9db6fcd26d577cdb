import { readContact, visiblePatient } from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { scopeOf } from "./scope.ts";

/** A patient's name for a page about the record: for whoever may open the patient's page, else null. */
export function nameFor(asked: Asked, patientId: string): string | null {
  const { store, person } = asked;
  if (!visiblePatient(store, scopeOf(asked, person, "patient.view"), patientId)) return null;
  const named = readContact(store.reader, patientId);
  return named === null ? null : `${named.givenName} ${named.familyName}`;
}
