import type { CalendarDate, Instant } from "@soundings/clinical";

/** A written consent. Rows are only ever added; its end is a row of its own. */
export interface ConsentTable {
  consent_id: string;
  patient_id: string;
  discloser: string;
  recipient: string;
  recipient_kind: "name" | "class";
  /** JSON list. */
  what: string;
  purpose: string;
  purpose_kind: "treatment_payment_operations" | "other";
  ends_by: "day" | "event" | "never";
  ends_on: CalendarDate | null;
  ends_event: string | null;
  signed_on: CalendarDate;
  signed_by: string;
  recorded_at: Instant;
  recorded_by: string;
}

export interface ConsentEndingTable {
  consent_id: string;
  how: "revoked" | "event_happened" | "entered_in_error";
  ended_on: CalendarDate;
  why: string;
  recorded_at: Instant;
  recorded_by: string;
}

export interface DisclosureTable {
  disclosure_id: string;
  patient_id: string;
  at: Instant;
  person_id: string | null;
  actor: string;
  form: string;
  /** JSON list. */
  what: string;
  recipient: string;
  purpose: string;
  basis: string;
  basis_detail: string;
  consent_id: string | null;
  /** The notice that went with it: id@version. */
  notice: string;
  /** SHA-256 of the document. */
  digest: string;
}
