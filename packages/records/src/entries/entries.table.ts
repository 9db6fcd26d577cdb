import type { Instant } from "@soundings/clinical";

/** A record that was entered in error: it stays as it was and counts for nothing. Rows are only ever added. */
export interface TakenBackTable {
  record_kind: string;
  record_key: string;
  patient_id: string;
  at: Instant;
  by: string;
  reason: string;
}

/** How long somebody took over an assessment, where the device that asked knows. */
export interface AssessmentTimingTable {
  assessment_id: string;
  seconds: number;
}
