import type { RecordType } from "@soundings/records";

/** What the columns of the clinic export are called on a page. */
const LABELS: Readonly<Record<string, string>> = {
  patient_id: "Patient",
  episode_id: "Episode",
  program_id: "Program",
  admitted_on: "Admitted on",
  discharged_on: "Discharged on",
  discharge_reason: "Discharge reason",
  modality: "In person or virtual",
  diagnoses: "Diagnoses, separated by semicolons",
  therapist_id: "Therapist",
  prescriber_id: "Prescriber",
  referral_source: "Referral source",
  level_of_care: "Level of care",
  started_on: "First day",
  ended_on: "Last day",
  assessment_id: "Assessment",
  administered_on: "Answered on",
  total: "Total as stated on the form",
  mode: "How it was answered",
  recorded_at: "Recorded at",
  session_id: "Session",
  scheduled_start: "Scheduled start",
  scheduled_minutes: "Scheduled minutes",
  attended_minutes: "Attended minutes",
  staff_id: "Member of staff",
  screen_id: "Screen",
  scheduled_on: "Scheduled on",
  collected_at: "Collected at",
  disposition: "What became of it",
  method: "Presumptive or definitive",
  analyte: "Substance",
  cutoff: "Cut-off",
  result_status: "Preliminary or final",
  medication_change_id: "Medication change",
  changed_on: "Changed on",
  rxnorm: "RxNorm code",
  event_id: "Event",
  occurred_on: "Happened on",
  decision_id: "Decision",
  decided_on: "Decided on",
};

/** Columns that mean something else in one kind of record. */
const OWN_LABELS: Readonly<Partial<Record<RecordType, Readonly<Record<string, string>>>>> = {
  event: { kind: "What happened" },
  decision: { level_of_care: "To level of care" },
  session: { modality: "In person or virtual" },
};

/** The label of a column; one that has none of its own is its name in words. */
export function labelOf(type: RecordType, column: string): string {
  const words = column.replaceAll("_", " ");
  return (
    OWN_LABELS[type]?.[column] ?? LABELS[column] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  );
}
