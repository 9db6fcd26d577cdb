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
  Patient,
  ResultStatus,
  ScreenMethod,
  Service,
  SessionStatus,
  Specimen,
  Validity,
} from "@soundings/clinical";
import type { Day } from "./days.ts";

/** A civil time of the site. */
export interface Moment {
  readonly day: Day;
  /** Minutes after midnight. */
  readonly minute: number;
}

export interface PlacementDraft {
  readonly level: LevelOfCare;
  readonly from: Day;
  /** The last day at the level, null while it lasts. */
  readonly to: Day | null;
}

export interface StayDraft {
  readonly programId: string;
  readonly admitted: Day;
  readonly discharged: Day | null;
  readonly reason: DischargeReason | null;
  readonly track: string | null;
  readonly modality: Modality | null;
  readonly diagnoses: readonly string[];
  readonly therapistId: string;
  readonly prescriberId: string | null;
  readonly referralSource: string | null;
  readonly payer: string | null;
  readonly placements: readonly PlacementDraft[];
}

export interface MeasureDraft {
  readonly day: Day;
  readonly instrument: InstrumentId;
  /** Ten places. */
  readonly items: readonly (number | null)[];
  readonly total: number | null;
  readonly mode: AssessmentMode | null;
  readonly recorded: Moment | null;
  readonly status: AssessmentStatus | null;
}

export interface SessionDraft {
  readonly start: Moment;
  readonly minutes: number;
  readonly service: Service;
  readonly status: SessionStatus;
  readonly attendedMinutes: number | null;
  readonly modality: Modality | null;
  readonly staffId: string | null;
  readonly recorded: Moment | null;
}

export interface ResultDraft {
  readonly method: ScreenMethod | null;
  readonly analyte: string | null;
  readonly result: AnalyteResult | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly cutoff: string | null;
  readonly resultStatus: ResultStatus | null;
  readonly recorded: Moment | null;
}

export interface ScreenDraft {
  readonly scheduled: Day;
  readonly collected: Moment | null;
  readonly disposition: Disposition;
  readonly specimen: Specimen | null;
  readonly validity: Validity | null;
  readonly results: readonly ResultDraft[];
}

export interface MedicationDraft {
  readonly day: Day;
  readonly change: MedicationChangeKind;
  readonly medication: string;
  readonly dose: string | null;
  readonly unit: string | null;
  readonly frequency: string | null;
  readonly prescriberId: string | null;
  readonly reason: string | null;
  readonly rxnorm: string | null;
}

export interface EventDraft {
  readonly day: Day;
  readonly kind: EventKind;
  readonly result: string | null;
  readonly note: string | null;
  readonly recorded: Moment | null;
}

export interface DecisionDraft {
  readonly day: Day;
  readonly decision: DecisionKind;
  readonly level: LevelOfCare | null;
  readonly reason: string | null;
  readonly staffId: string | null;
  readonly recorded: Moment | null;
}

/** Everything about one person, in days counted from today. */
export interface ChartDraft {
  readonly recordNumber: string;
  readonly person: Omit<Patient, "patientId">;
  readonly stays: readonly StayDraft[];
  readonly measures: readonly MeasureDraft[];
  readonly sessions: readonly SessionDraft[];
  readonly screens: readonly ScreenDraft[];
  readonly medications: readonly MedicationDraft[];
  readonly events: readonly EventDraft[];
  readonly decisions: readonly DecisionDraft[];
}
