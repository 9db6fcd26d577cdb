/** The codes of the clinical record, each list in the order of the clinic export. */

export const LEVELS_OF_CARE = ["residential", "php", "iop", "op"] as const;
export type LevelOfCare = (typeof LEVELS_OF_CARE)[number];

export const STAFF_ROLES = ["therapist", "prescriber", "director", "front_desk", "administrator"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const SEXES = ["male", "female", "other", "unknown"] as const;
export type Sex = (typeof SEXES)[number];

export const MODALITIES = ["in_person", "telehealth", "hybrid"] as const;
export type Modality = (typeof MODALITIES)[number];

export const DISCHARGE_REASONS = [
  "completed",
  "transferred_up",
  "transferred_down",
  "against_advice",
  "administrative",
  "lost_contact",
  "incarcerated",
  "deceased",
] as const;
export type DischargeReason = (typeof DISCHARGE_REASONS)[number];

export const INSTRUMENT_IDS = ["phq-9", "gad-7"] as const;
export type InstrumentId = (typeof INSTRUMENT_IDS)[number];

export const ASSESSMENT_MODES = ["self", "staff", "kiosk", "link", "import"] as const;
export type AssessmentMode = (typeof ASSESSMENT_MODES)[number];

export const ASSESSMENT_STATUSES = ["final", "entered_in_error"] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const SERVICES = [
  "group",
  "individual",
  "family",
  "psychiatry",
  "case_management",
  "skills",
  "other",
] as const;
export type Service = (typeof SERVICES)[number];

export const SESSION_STATUSES = [
  "scheduled",
  "attended",
  "late",
  "left_early",
  "no_show",
  "cancelled_patient",
  "cancelled_program",
  "excused",
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const DISPOSITIONS = ["collected", "missed", "refused", "excused"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const SPECIMENS = ["urine", "oral_fluid", "breath", "blood", "hair"] as const;
export type Specimen = (typeof SPECIMENS)[number];

export const SCREEN_METHODS = ["presumptive", "definitive"] as const;
export type ScreenMethod = (typeof SCREEN_METHODS)[number];

export const VALIDITIES = ["valid", "dilute", "substituted", "adulterated", "invalid"] as const;
export type Validity = (typeof VALIDITIES)[number];

export const ANALYTE_RESULTS = ["negative", "positive", "inconclusive"] as const;
export type AnalyteResult = (typeof ANALYTE_RESULTS)[number];

export const RESULT_STATUSES = ["preliminary", "final", "corrected"] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

export const MEDICATION_CHANGES = ["start", "dose", "stop"] as const;
export type MedicationChangeKind = (typeof MEDICATION_CHANGES)[number];

export const EVENT_KINDS = [
  "risk_assessment",
  "c_ssrs",
  "safety_plan",
  "crisis",
  "ed_visit",
  "hospital_stay",
  "overdose",
  "return_to_use",
  "withdrawal",
  "medical_instability",
  "outreach",
  "ect",
  "family_contact",
  "measure_missed",
  "naloxone",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const C_SSRS_RESULTS = ["none", "low", "moderate", "high"] as const;
export type CSsrsResult = (typeof C_SSRS_RESULTS)[number];

export const MEASURE_MISSED_RESULTS = ["refused", "absent", "not_asked", "unable"] as const;
export type MeasureMissedResult = (typeof MEASURE_MISSED_RESULTS)[number];

export const DECISION_KINDS = ["continue", "added_contact", "step_up", "step_down", "discharge"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
