import type { IncomingRow } from "@soundings/clinical";
import { findStored } from "../kinds/access.ts";
import { fieldsOf } from "../kinds/shapes.ts";
import type { ReadStore } from "../store/store.ts";

/** The patient to whom the record under an incoming row's key belongs now; null when there is none, or it is of no one patient. */
export function patientOfStored({ reader }: ReadStore, row: IncomingRow): string | null {
  const patientId = findStored(reader, row.kind, fieldsOf(row.values)).base?.patientId;
  return typeof patientId === "string" ? patientId : null;
}
