import type { RecordKind } from "@soundings/clinical";
import { CLINIC_EXPORT } from "@soundings/interchange";

/** The kind of record that a file of the clinic export holds, null when it is no file of it. */
export function kindOfFile(file: string): RecordKind | null {
  return CLINIC_EXPORT.find(({ name }) => name === file)?.kind ?? null;
}
