import type { CalendarDate, Instant } from "../calendar/types.ts";

/** What clinicians enter here and the clinic export has no file for. Rules never read it; pages show it with who and when. */

/** A few sentences of a clinician on a date. */
export interface Note {
  readonly noteId: string;
  readonly patientId: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly by: string;
  readonly recordedAt: Instant;
}

export const MEDICATION_NOTE_KINDS = ["adherence", "side_effect"] as const;
export type MedicationNoteKind = (typeof MEDICATION_NOTE_KINDS)[number];

/** How a medication is taken, as the patient says or somebody counted; null for a note about side effects. */
export const ADHERENCES = ["as_prescribed", "some_missed", "many_missed", "not_taken"] as const;
export type Adherence = (typeof ADHERENCES)[number];

export interface MedicationNote {
  readonly medicationNoteId: string;
  readonly patientId: string;
  readonly on: CalendarDate;
  /** The text of the medication as it stands in its changes. */
  readonly medication: string;
  readonly kind: MedicationNoteKind;
  readonly adherence: Adherence | null;
  readonly text: string | null;
  readonly by: string;
  readonly recordedAt: Instant;
}

/** One line of an injection's schedule: the dose that was given, or none yet, and when the next is due. */
export interface Injection {
  readonly injectionId: string;
  readonly patientId: string;
  readonly medication: string;
  /** As given; never computed with. */
  readonly dose: string | null;
  /** Days from one injection to the next. */
  readonly intervalDays: number;
  /** null for a schedule whose first injection has not been given. */
  readonly givenOn: CalendarDate | null;
  /** Who gave it, in words; null when none was given. */
  readonly givenBy: string | null;
  readonly nextDueOn: CalendarDate;
  readonly by: string;
  readonly recordedAt: Instant;
}

/** Everything of a patient that no file of the clinic export carries. What was taken back is not in it. */
export interface OwnRecords {
  readonly notes: readonly Note[];
  readonly medicationNotes: readonly MedicationNote[];
  readonly injections: readonly Injection[];
  /** How long somebody took over an assessment, in seconds, by its id; only where the device that asked knows. */
  readonly secondsTaken: ReadonlyMap<string, number>;
}

export const NO_OWN_RECORDS: OwnRecords = {
  notes: [],
  medicationNotes: [],
  injections: [],
  secondsTaken: new Map(),
};
