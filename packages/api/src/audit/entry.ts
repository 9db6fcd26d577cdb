import type { AuditFilter } from "@soundings/contract";
import { EVERYONE, readPerson, visiblePatient } from "@soundings/records";
import type { Asked } from "../trpc.ts";

const UNKNOWN = "not on record";

/** A filter as it is entered: of what was typed as a patient or person only ids on record, since it may be a name. */
export function filterEntry(
  { store }: Pick<Asked, "store">,
  { patient, person, ...rest }: AuditFilter,
): Readonly<Record<string, unknown>> {
  const known = (id: string, isOnRecord: boolean) => (isOnRecord ? id : UNKNOWN);
  return {
    ...rest,
    ...(patient === undefined ? {} : { patient: known(patient, visiblePatient(store, EVERYONE, patient)) }),
    ...(person === undefined ? {} : { person: known(person, readPerson(store, person) !== null) }),
  };
}
