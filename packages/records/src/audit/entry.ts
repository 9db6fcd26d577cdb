import { createHash } from "node:crypto";
import type { Bound } from "../store/sqlite.ts";

/** What the first entry is bound to. */
export const BEGINNING = "0".repeat(64);

/** The columns that the hash covers, in its order; `previous` binds an entry to the one before. */
const HASHED = [
  "seq",
  "at",
  "event",
  "outcome",
  "person_id",
  "actor",
  "sign_in_id",
  "request_id",
  "patient_id",
  "opening_id",
  "detail",
  "listed",
  "listed_digest",
  "listed_as",
  "previous",
] as const;

/** Every column of an entry, in the order in which it is stored. */
export const ENTRY_COLUMNS = [...HASHED, "hash"] as const;

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** SHA-256 over the JSON list of the columns of HASHED. */
export function hashOf(values: readonly Bound[]): string {
  return sha256(JSON.stringify(values));
}
