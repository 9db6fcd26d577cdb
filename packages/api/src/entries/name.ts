import type { RecordInput } from "@soundings/contract";
import { type ReadStore, readRecord, type StoredRecord, visiblePatient } from "@soundings/records";
import { AppError } from "../errors.ts";
import type { Asked } from "../trpc.ts";

/** @throws AppError no_such_patient for one who is not on record and one who is out of scope alike. */
export function requirePatient({ store, scope }: Asked, patientId: string): void {
  if (!visiblePatient(store, scope, patientId)) throw new AppError("no_such_patient");
}

/**
 * The record of a patient who is in scope.
 * @throws AppError no_such_patient; no_such_entry for a record that is not there and one of another patient alike.
 */
export function requireRecord(
  asked: Asked,
  { patientId, recordType, recordId }: RecordInput,
  connection: ReadStore["reader"] = asked.store.reader,
): StoredRecord {
  requirePatient(asked, patientId);
  const stored = readRecord(connection, { patientId, recordType, recordId });
  if (stored === null) throw new AppError("no_such_entry");
  return stored;
}
