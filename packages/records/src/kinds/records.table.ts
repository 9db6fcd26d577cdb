import type {
  CalendarDate,
  DischargeReason,
  Instant,
  LevelOfCare,
  Modality,
  Service,
  SessionStatus,
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

/** The only dated records that a list is made of: the sessions of a day. */
export interface SessionTable {
  session_id: string;
  patient_id: string;
  scheduled_start: Instant;
  scheduled_minutes: number;
  service: Service;
  status: SessionStatus;
  attended_minutes: number | null;
  modality: Modality | null;
  staff_id: string | null;
  recorded_at: Instant | null;
}
