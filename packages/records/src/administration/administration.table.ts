import type { Instant } from "@soundings/clinical";

export interface ContactTable {
  patient_id: string;
  preferred_name: string | null;
  pronouns: string | null;
  reach_by: string | null;
  emergency_name: string | null;
  emergency_relation: string | null;
  emergency_phone: string | null;
  revision: number;
  changed_at: Instant;
  changed_by: string;
}

export interface ProgramPracticeTable {
  program_id: string;
  /** JSON. */
  practice: string;
  revision: number;
  changed_at: Instant;
  changed_by: string;
}
