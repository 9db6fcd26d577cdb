import type { CalendarDate, Instant } from "../calendar/types.ts";
import type { Disposition, Specimen, Validity } from "./codes.ts";
import type {
  Assessment,
  ClinicalEvent,
  Decision,
  Episode,
  MedicationChange,
  Patient,
  Placement,
  Program,
  ScreenResult,
  Session,
  Staff,
} from "./types.ts";

/** One row of screens.csv: the screen's own columns and one result. */
export interface ScreenRow extends ScreenResult {
  readonly screenId: string;
  readonly patientId: string;
  readonly scheduledOn: CalendarDate;
  readonly collectedAt: Instant | null;
  readonly disposition: Disposition;
  readonly specimen: Specimen | null;
  readonly validity: Validity | null;
}

/** The kinds of record of a clinic export, in the order in which references allow them to be taken in. */
export const RECORD_KINDS = [
  "program",
  "staff",
  "patient",
  "episode",
  "placement",
  "assessment",
  "session",
  "screen",
  "medication_change",
  "event",
  "decision",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What one row of each kind holds. */
export interface RecordOfKind {
  readonly program: Program;
  readonly staff: Staff;
  readonly patient: Patient;
  readonly episode: Episode;
  readonly placement: Placement;
  readonly assessment: Assessment;
  readonly session: Session;
  readonly screen: ScreenRow;
  readonly medication_change: MedicationChange;
  readonly event: ClinicalEvent;
  readonly decision: Decision;
}

/** Why a row is set aside. */
export const REJECTION_CODES = [
  "missing_value",
  "bad_id",
  "bad_date",
  "bad_datetime",
  "bad_number",
  "bad_code",
  "out_of_range",
  "in_future",
  "wrong_order",
  "total_mismatch",
  "disagrees",
  "duplicate_key",
  "unknown_reference",
  "wrong_columns",
  "bad_quoting",
  "bad_encoding",
  "control_character",
  "too_long",
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** What is wrong with a record in itself: the column of the clinic export, the code, and a sentence that says what to do. */
export interface Problem {
  readonly column: string;
  readonly code: RejectionCode;
  readonly message: string;
}

/**
 * A row whose cells are well formed. `values` holds only the columns that the file has: an absent column leaves a value
 * as it is. An assessment's item columns that are absent stand as `undefined` places of `items`.
 */
export interface IncomingRow<K extends RecordKind = RecordKind> {
  readonly kind: K;
  /** File name inside the folder, for example `assessments.csv`. */
  readonly file: string;
  /** The physical line where the row starts, the header being 1. */
  readonly line: number;
  /** The key of the record: its key columns joined by a character that no identifier has. */
  readonly key: string;
  readonly values: IncomingValues<K>;
  /** The cells as given, by column name of the file, so that a row that is set aside can be shown, mended and tried again. */
  readonly cells: Readonly<Record<string, string>>;
}

export type IncomingValues<K extends RecordKind> = K extends "assessment"
  ? Partial<Omit<Assessment, "items">> & { readonly items?: readonly (number | null | undefined)[] }
  : Partial<RecordOfKind[K]>;

/** A row that is set aside, whole. */
export interface SetAsideRow extends Problem {
  readonly file: string;
  readonly line: number;
  /** The cells as far as they could be read; null when the row could not be taken apart (then `raw` has the text). */
  readonly cells: Readonly<Record<string, string>> | null;
  readonly raw: string | null;
}

/** Something unusual that does not keep a row out. */
export interface ImportWarning {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}
