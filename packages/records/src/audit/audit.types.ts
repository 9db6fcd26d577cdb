import type { Instant } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";
import type { BoundRow } from "./bound-rows.ts";

/** Who does something, as the audit will say. */
export interface Actor {
  /** Null for nobody signed in, and for the command line. */
  readonly personId: string | null;
  /** The person's name, or the system's user of the command line. */
  readonly name: string;
  readonly signInId: string | null;
  readonly requestId: string | null;
}

/** What is entered in the audit. Ids, counts, reasons and filters; never a score, an answer or a password. */
export interface AuditEvent {
  readonly event: string;
  /** `done` unless said otherwise. */
  readonly outcome?: "done" | "refused" | "failed";
  readonly patientId?: string | null;
  /** The opening from outside under which a patient was seen. */
  readonly openingId?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Rows that this makes: the entry holds a digest of each, by which verify finds one that was changed or removed. */
  readonly rows?: readonly BoundRow[];
  /** The patients that a list showed. */
  readonly listed?: readonly string[];
}

/** Whose entries a person may read: all, or those of patients in scope and of people who hold a role in the programs. */
export type AuditReach =
  | { readonly of: "site" }
  | { readonly of: "programs"; readonly programIds: readonly string[]; readonly scope: PatientScope };

/** Absent means all. */
export interface AuditQuery {
  /** The first moment, and the moment from which on no more. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly personId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly event?: string | undefined;
  readonly outcome?: "done" | "refused" | "failed" | undefined;
  readonly outside?: boolean | undefined;
}

/** Newest first, below a number. */
export interface AuditPortion {
  readonly before?: number | undefined;
  readonly limit: number;
}

/** An entry as it is shown; what is out of the reader's reach is taken out of it. */
export interface StoredEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly event: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly personId: string | null;
  readonly actor: string;
  readonly patientId: string | null;
  /** How many patients within reach a list showed; null when it was no list. */
  readonly patients: number | null;
  readonly outside: boolean;
  readonly requestId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
