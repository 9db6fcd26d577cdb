import type { Instant } from "@soundings/clinical";
import type { Generated } from "kysely";

/** One entry, bound by `previous` and `hash` to the one before. */
export interface AuditEntryTable {
  seq: Generated<number>;
  at: Instant;
  event: string;
  outcome: "done" | "refused" | "failed";
  person_id: string | null;
  actor: string;
  sign_in_id: string | null;
  request_id: string | null;
  patient_id: string | null;
  opening_id: string | null;
  /** JSON. */
  detail: string;
  /** The patients that a list showed, JSON, sorted; null for what is no list, and for a list that `listed_as` names. */
  listed: string | null;
  /** SHA-256 of `listed`, by which the next list of the same patients is found. */
  listed_digest: string | null;
  /** The entry that holds the same list; its own number when it holds it. */
  listed_as: number | null;
  previous: string;
  hash: string;
}

/** The entries whose list held a patient: derived from `listed`, so that "who looked at this record" is a look-up. */
export interface AuditListedTable {
  patient_id: string;
  seq: number;
}
