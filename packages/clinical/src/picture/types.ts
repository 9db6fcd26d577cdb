import type { CalendarDate, Instant } from "../calendar/types.ts";
import type {
  AnalyteResult,
  AssessmentMode,
  DecisionKind,
  DischargeReason,
  Disposition,
  EventKind,
  InstrumentId,
  LevelOfCare,
  MedicationChangeKind,
  Modality,
  ResultStatus,
  ScreenMethod,
  Service,
  SessionStatus,
  Specimen,
  Validity,
} from "../records/codes.ts";
import type { MeasureWeek, ScreenMark } from "../summary/types.ts";

/** Answers that deserve a second look: every item the same, all as on the last form, or given faster than one can read. */
export const RESPONSE_QUALITIES = ["all_same", "copy_of_last", "fast"] as const;
export type ResponseQuality = (typeof RESPONSE_QUALITIES)[number];

/** A score on its day. */
export interface ScoreOnDay {
  readonly score: number;
  readonly on: CalendarDate;
  readonly assessmentId: string;
}

/** A sudden gain between two scores, for annotation only: no rule reads it. */
export interface SuddenGain {
  readonly from: ScoreOnDay;
  readonly to: ScoreOnDay;
  /** When half of the gain was lost again; null while it holds. */
  readonly reversedOn: CalendarDate | null;
}

/** One administered instrument as a mark on the timeline. */
export interface AssessmentMark {
  readonly assessmentId: string;
  readonly on: CalendarDate;
  /** null when not scored (incomplete). */
  readonly score: number | null;
  readonly band: string | null;
  readonly prorated: boolean;
  /** Answered items that count, of `itemCount`; 0 when only a total is known. */
  readonly answered: number;
  readonly itemCount: number;
  readonly totalOnly: boolean;
  /** Ten places as in the record. */
  readonly items: readonly (number | null)[];
  /** The functional difficulty item, outside the total. */
  readonly difficulty: number | null;
  readonly mode: AssessmentMode | null;
  /** The civil date on which it was recorded, when known; `late` when that is after its own date. */
  readonly recordedOn: CalendarDate | null;
  readonly late: boolean;
  /** The last scored one of its date takes part in rules; others are shown and say so. */
  readonly takesPart: boolean;
  /** Seconds from the first to the last answer, where the device knows. */
  readonly secondsTaken: number | null;
  readonly quality: readonly ResponseQuality[];
}

/** One instrument's lane. Thresholds come from the instrument's definition. */
export interface MeasureLane {
  readonly instrument: InstrumentId;
  readonly name: string;
  readonly max: number;
  readonly bands: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  readonly caseness: number;
  readonly reliableChange: number;
  readonly baseline: ScoreOnDay | null;
  readonly marks: readonly AssessmentMark[];
  readonly weeks: readonly MeasureWeek[];
  readonly gains: readonly SuddenGain[];
}

export const SESSION_MARKS = [
  "attended",
  "partial",
  "absent",
  "excused",
  "cancelled_program",
  "unmarked",
  "planned",
] as const;
export type SessionMark = (typeof SESSION_MARKS)[number];

export interface SessionMarkOnTimeline {
  readonly sessionId: string;
  readonly on: CalendarDate;
  /** Local time of day, `HH:MM`. */
  readonly time: string;
  readonly service: Service;
  readonly status: SessionStatus;
  readonly mark: SessionMark;
  readonly scheduledMinutes: number;
  /** Minutes delivered; null for a session that does not count as attended. */
  readonly deliveredMinutes: number | null;
  readonly modality: Modality | null;
  /** Absent in the first two weeks of the stay, when an absence weighs more. */
  readonly earlyMiss: boolean;
}

/** One program week's attendance against the hours of the level. */
export interface AttendanceWeek {
  readonly week: number;
  readonly from: CalendarDate;
  readonly attended: number;
  readonly countable: number;
  readonly deliveredMinutes: number;
  readonly requiredMinutes: number | null;
  readonly complete: boolean;
}

export const RESULT_MARKS = [
  "negative",
  "new_positive",
  "carry_over",
  "prescribed",
  "expected_absent",
  "positive_not_counted",
  "inconclusive",
  "pending",
] as const;
export type ResultMark = (typeof RESULT_MARKS)[number];

export interface ScreenResultMark {
  readonly analyte: string;
  readonly method: ScreenMethod | null;
  readonly result: AnalyteResult | null;
  readonly resultStatus: ResultStatus | null;
  readonly mark: ResultMark;
  /** The last day of the carry-over window, for a positive that may be carry-over. */
  readonly carryOverUntil: CalendarDate | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly cutoff: string | null;
  readonly text: string;
  /** What the patient takes that an immunoassay may take for this analyte, as a sentence with its source; else null. */
  readonly interference: string | null;
}

/** What a laboratory says of the specimen itself, such as creatinine or specific gravity. */
export interface SpecimenFact {
  readonly name: string;
  readonly value: string;
  readonly unit: string | null;
}

export interface ScreenOnTimeline {
  readonly screenId: string;
  readonly on: CalendarDate;
  readonly scheduledOn: CalendarDate;
  readonly collectedAt: Instant | null;
  readonly disposition: Disposition;
  readonly specimen: Specimen | null;
  readonly validity: Validity | null;
  readonly mark: ScreenMark;
  readonly text: string;
  readonly results: readonly ScreenResultMark[];
  readonly specimenFacts: readonly SpecimenFact[];
}

/** One medication as a bar; `step` is the dose's height among this medication's doses, 0 to 1, null when doses are not plain numbers of one unit. */
export interface MedicationLane {
  readonly medication: string;
  readonly segments: readonly {
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
    readonly doseText: string;
    readonly step: number | null;
  }[];
  readonly changes: readonly {
    readonly medicationChangeId: string;
    readonly on: CalendarDate;
    readonly change: MedicationChangeKind;
    readonly text: string;
    readonly reason: string | null;
    readonly prescriberId: string | null;
  }[];
}

export interface EventMark {
  readonly eventId: string;
  readonly on: CalendarDate;
  readonly kind: EventKind;
  readonly letter: string;
  readonly text: string;
  readonly result: string | null;
  readonly note: string | null;
}

export interface DecisionMark {
  readonly decisionId: string;
  readonly on: CalendarDate;
  readonly decision: DecisionKind;
  readonly levelOfCare: LevelOfCare | null;
  readonly letter: string;
  readonly text: string;
  readonly reason: string | null;
  readonly staffId: string | null;
}

/** A clinician's note on its day. */
export interface NoteMark {
  readonly noteId: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly by: string;
}

/** An injection on the day it was given. */
export interface InjectionMark {
  readonly injectionId: string;
  readonly on: CalendarDate;
  readonly medication: string;
  readonly text: string;
}

/** Everything one page draws of one episode as of one date. A chart computes no rule: every mark is decided here. */
export interface EpisodePicture {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly asOf: CalendarDate;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn: CalendarDate | null;
  readonly dischargeReason: DischargeReason | null;
  readonly levelOfCare: LevelOfCare;
  readonly daysAtLevel: number | null;
  readonly week: number;
  /** The days that the axis shows: the episode's window, clipped to what is known as of the date. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly placements: readonly {
    readonly levelOfCare: LevelOfCare;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
  }[];
  readonly measures: readonly MeasureLane[];
  readonly sessions: readonly SessionMarkOnTimeline[];
  readonly attendanceWeeks: readonly AttendanceWeek[];
  readonly screens: readonly ScreenOnTimeline[];
  readonly medications: readonly MedicationLane[];
  readonly events: readonly EventMark[];
  readonly decisions: readonly DecisionMark[];
  readonly notes: readonly NoteMark[];
  readonly injections: readonly InjectionMark[];
}
