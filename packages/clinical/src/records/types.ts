import type { CalendarDate, Instant, ZoneName } from "../calendar/types.ts";
import type { ResponseCurve } from "../findings/curve.ts";
import type {
  AnalyteResult,
  AssessmentMode,
  AssessmentStatus,
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
  Sex,
  Specimen,
  StaffRole,
  Validity,
} from "./codes.ts";
import type { OwnRecords } from "./own.ts";

/**
 * The records of the clinic export, one interface a file, one property a column, in the order of the columns.
 * `null` is "not known" and nothing else. Identifiers are the source system's.
 */

/** A service line with its settings. */
export interface Program {
  readonly programId: string;
  readonly name: string;
  readonly levelOfCare: LevelOfCare;
  readonly timeZone: ZoneName | null;
  readonly plannedWeeksMin: number | null;
  readonly plannedWeeksMax: number | null;
  /** Hours of service a week that the program holds itself to. */
  readonly hoursPerWeekMin: number | null;
  readonly daysPerWeekMin: number | null;
  readonly daysPerWeekMax: number | null;
  readonly tracks: readonly string[];
  readonly modalities: readonly string[];
  readonly screensPerWeek: number | null;
}

export interface Staff {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly email: string | null;
  readonly programIds: readonly string[];
}

export interface Patient {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: CalendarDate;
  readonly sex: Sex | null;
  readonly language: string | null;
  readonly race: string | null;
  readonly ethnicity: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** One course of treatment of one patient in one program, admission to discharge. */
export interface Episode {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn: CalendarDate | null;
  readonly dischargeReason: DischargeReason | null;
  readonly track: string | null;
  readonly modality: Modality | null;
  /** ICD-10-CM codes, the primary one first. */
  readonly diagnoses: readonly string[];
  readonly therapistId: string | null;
  readonly prescriberId: string | null;
  readonly referralSource: string | null;
  readonly payer: string | null;
}

/** An interval at one level of care inside an episode; `endedOn` is its last day. */
export interface Placement {
  readonly episodeId: string;
  readonly levelOfCare: LevelOfCare;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** One administered instrument with its answers. */
export interface Assessment {
  readonly assessmentId: string;
  readonly patientId: string;
  readonly instrument: InstrumentId;
  readonly administeredOn: CalendarDate;
  /** Ten places, `item_1` to `item_10`; each 0 to 3, or null when not answered or not an item of the instrument. */
  readonly items: readonly (number | null)[];
  /** The total as the source states it. */
  readonly total: number | null;
  readonly mode: AssessmentMode | null;
  readonly recordedAt: Instant | null;
  /** null counts as final. */
  readonly status: AssessmentStatus | null;
}

/** One scheduled service with its attendance. */
export interface Session {
  readonly sessionId: string;
  readonly patientId: string;
  readonly scheduledStart: Instant;
  readonly scheduledMinutes: number;
  readonly service: Service;
  readonly status: SessionStatus;
  readonly attendedMinutes: number | null;
  readonly modality: Modality | null;
  readonly staffId: string | null;
  readonly recordedAt: Instant | null;
}

/** One drug test with its results; what the rows of one `screen_id` agree on, and the rows. */
export interface Screen {
  readonly screenId: string;
  readonly patientId: string;
  readonly scheduledOn: CalendarDate;
  readonly collectedAt: Instant | null;
  readonly disposition: Disposition;
  readonly specimen: Specimen | null;
  readonly validity: Validity | null;
  readonly results: readonly ScreenResult[];
}

/** One row of screens.csv. `analyte` is null on a row that only says that a screen was scheduled or collected. */
export interface ScreenResult {
  readonly method: ScreenMethod | null;
  /** Lower-case code; one that is not in the list of analytes is kept and takes part in no rule. */
  readonly analyte: string | null;
  readonly result: AnalyteResult | null;
  /** As given; compared only as plain numbers with the same unit. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly cutoff: string | null;
  readonly resultStatus: ResultStatus | null;
  readonly recordedAt: Instant | null;
}

export interface MedicationChange {
  readonly medicationChangeId: string;
  readonly patientId: string;
  readonly changedOn: CalendarDate;
  readonly change: MedicationChangeKind;
  readonly medication: string;
  /** As given; never computed with. */
  readonly dose: string | null;
  readonly unit: string | null;
  readonly frequency: string | null;
  readonly prescriberId: string | null;
  readonly reason: string | null;
  readonly rxnorm: string | null;
}

/** Something clinically notable. `result` is a code for c_ssrs and measure_missed, else free text or null. */
export interface ClinicalEvent {
  readonly eventId: string;
  readonly patientId: string;
  readonly occurredOn: CalendarDate;
  readonly kind: EventKind;
  readonly result: string | null;
  readonly note: string | null;
  readonly recordedAt: Instant | null;
}

/** What a clinician decided about level of care or plan, and why. */
export interface Decision {
  readonly decisionId: string;
  readonly patientId: string;
  readonly decidedOn: CalendarDate;
  readonly decision: DecisionKind;
  readonly levelOfCare: LevelOfCare | null;
  readonly reason: string | null;
  readonly staffId: string | null;
  readonly recordedAt: Instant | null;
}

/** Everything known of one patient, in no particular order. The order never matters to an answer. */
export interface Chart {
  readonly patient: Patient;
  readonly episodes: readonly Episode[];
  readonly placements: readonly Placement[];
  readonly assessments: readonly Assessment[];
  readonly sessions: readonly Session[];
  readonly screens: readonly Screen[];
  readonly medicationChanges: readonly MedicationChange[];
  readonly events: readonly ClinicalEvent[];
  readonly decisions: readonly Decision[];
  /** What was entered here and no file carries; only the chart of one patient's page has it. */
  readonly own?: OwnRecords;
}

/** What a chart is read with: the site's zone and its programs. */
export interface Site {
  readonly zone: ZoneName;
  readonly programs: ReadonlyMap<string, Program>;
  /** Expected-response curves that a program has accepted, by program and instrument; without one, no rule reads one. */
  readonly curves?: ReadonlyMap<string, ReadonlyMap<InstrumentId, ResponseCurve>>;
}
