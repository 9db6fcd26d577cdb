import type { LookersPage } from "@soundings/contract";
import { auditEntries, EVERYONE, visiblePatient } from "@soundings/records";
import { nameFor } from "../access/name.ts";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";
import { entryOf, olderThan, reachOf } from "./reach.ts";

const AT_ONCE = 100;

interface Wanted {
  readonly patientId: string;
  readonly cursor?: number | undefined;
}

/**
 * Who looked at one record, newest first.
 * @throws AppError no_such_patient, for one that is not on record and for one out of reach.
 */
export function readLookers(asked: Asked, { patientId, cursor }: Wanted): LookersPage {
  const { store, scope } = asked;
  const reach = reachOf(asked);
  if (!visiblePatient(store, reach.of === "site" ? EVERYONE : scope, patientId))
    throw new AppError("no_such_patient");
  const found = auditEntries(store, reach, { patientId }, { before: cursor, limit: AT_ONCE + 1 });
  return {
    patientId,
    patientName: nameFor(asked, patientId),
    entries: found.slice(0, AT_ONCE).map(entryOf),
    before: olderThan(found, AT_ONCE),
  };
}
