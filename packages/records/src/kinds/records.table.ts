import type {
  CalendarDate,
  DischargeReason,
  LevelOfCare,
  Modality,
  Sex,
  StaffRole,
  ZoneName,
} from "@soundings/clinical";

/** Lists (`program_ids`, `diagnoses`, …) are JSON text. */
export interface ProgramTable {
  program_id: string;
  name: string;
  level_of_care: LevelOfCare;
  time_zone: ZoneName | null;
  planned_weeks_min: number | null;
  planned_weeks_max: number | null;
  hours_per_week_min: number | null;
  days_per_week_min: number | null;
  days_per_week_max: number | null;
  tracks: string;
  modalities: string;
  screens_per_week: number | null;
}

export interface StaffTable {
  staff_id: string;
  name: string;
  role: StaffRole;
  email: string | null;
  program_ids: string;
}

export interface PatientTable {
  patient_id: string;
  given_name: string;
  family_name: string;
  birth_date: CalendarDate;
  sex: Sex | null;
  language: string | null;
  race: string | null;
  ethnicity: string | null;
  phone: string | null;
  email: string | null;
  /** Family and given name without case and accents, for searching and sorting. */
  folded_name: string;
}

export interface EpisodeTable {
  episode_id: string;
  patient_id: string;
  program_id: string;
  admitted_on: CalendarDate;
  discharged_on: CalendarDate | null;
  discharge_reason: DischargeReason | null;
  track: string | null;
  modality: Modality | null;
  diagnoses: string;
  therapist_id: string | null;
  prescriber_id: string | null;
  referral_source: string | null;
  payer: string | null;
}
