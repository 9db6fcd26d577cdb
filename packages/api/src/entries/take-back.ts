import type { Corrected, TakeBackInput } from "@soundings/contract";
import { takeBackRecord } from "@soundings/records";
import type { Asked } from "../trpc.ts";
import { correctionOut } from "./correct.ts";
import { requireRecord } from "./name.ts";

/**
 * Marks a record as entered in error: it stays on record and counts for nothing.
 * @throws AppError no_such_patient, no_such_entry.
 */
export function takeBackEntry(asked: Asked, input: TakeBackInput): Corrected {
  const { writer } = asked.store;
  const { patientId, recordType, recordId, seen, reason } = input;
  requireRecord(asked, input, writer);
  const author = { by: asked.actor.name, at: asked.now(), reason };
  return correctionOut(takeBackRecord(writer, { patientId, recordType, recordId, seen }, author));
}
