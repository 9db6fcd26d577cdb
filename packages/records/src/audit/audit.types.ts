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
  /** The patients that a list showed. */
  readonly listed?: readonly string[];
}
