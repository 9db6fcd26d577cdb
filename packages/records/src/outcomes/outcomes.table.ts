import type { CalendarDate, Instant } from "@soundings/clinical";

/**
 * What program outcomes read of an episode, as JSON, made of its records. Rows go in the transaction that changes a record of
 * their patient, and are made again when they are asked for.
 */
export interface EpisodeOutcomeTable {
  episode_id: string;
  patient_id: string;
  program_id: string;
  admitted_on: CalendarDate;
  discharged_on: CalendarDate | null;
  /** The day as of which it was made; another day may read it otherwise unless it is settled. */
  as_of: CalendarDate;
  settled: 0 | 1;
  facts: string;
}

export interface OutcomeViewTable {
  view_id: string;
  /** Whose it is. */
  person_id: string;
  name: string;
  page: string;
  /** JSON. */
  filter: string;
  /** For the other directors of its owner's programs too. */
  shared: 0 | 1;
  kept_at: Instant;
}

/** What changed in a program when. It stays as it was written; it can only be taken back, once. */
export interface OutcomeNoteTable {
  note_id: string;
  program_id: string;
  on: CalendarDate;
  text: string;
  by: string;
  recorded_at: Instant;
  taken_back_at: Instant | null;
  taken_back_by: string | null;
}

/** A report as it was made. Rows are only ever added. */
export interface OutcomeReportTable {
  report_id: string;
  made_at: Instant;
  by: string;
  as_of: CalendarDate;
  /** JSON: the ids of the programs that it is about, sorted. */
  programs: string;
  /** JSON. */
  question: string;
  definitions: number;
  rules: string;
  /** The numbers with full counts, JSON. */
  json: string;
  /** What leaves the program, JSON. */
  document: string;
}
