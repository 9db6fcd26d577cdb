import type { CalendarDate, Instant, StaffRole } from "@soundings/clinical";

/** Who may sign in. `email_verified`, `image` and `two_factor_enabled` are the sign-in library's. */
export interface PersonTable {
  person_id: string;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: number;
  image: string | null;
  two_factor_enabled: number;
  /** The member of staff of the records whom this person is. */
  staff_id: string | null;
  disabled_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
}

/** A role in a program; '' for the whole site. */
export interface PersonRoleTable {
  person_id: string;
  role: StaffRole;
  program_id: string;
}

export interface CoverTable {
  cover_id: string;
  away_staff_id: string;
  covering_person_id: string;
  /** Null: every program of the covering person. */
  program_id: string | null;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  note: string | null;
  created_at: Instant;
  created_by: string;
  ended_at: Instant | null;
  ended_by: string | null;
}

export interface MeetingTable {
  meeting_id: string;
  name: string;
  program_id: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  whole_program: number;
  created_at: Instant;
  created_by: string;
  ended_at: Instant | null;
  ended_by: string | null;
}
export interface MeetingPersonTable {
  meeting_id: string;
  person_id: string;
}
export interface MeetingPatientTable {
  meeting_id: string;
  patient_id: string;
}

/** A patient opened from outside one's own, with the reason. */
export interface OpeningTable {
  opening_id: string;
  person_id: string;
  patient_id: string;
  reason: string;
  opened_at: Instant;
  expires_at: Instant;
}
