import type { InstrumentId, LevelOfCare, Modality, Service, Specimen } from "../records/codes.ts";
import type { Program } from "../records/types.ts";

/** From a least to a most, both included; `null` where the program leaves that end open. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** A service by the code that sessions carry and by the name that the program gives it. */
interface ServiceLine {
  readonly service: Service;
  readonly name: string;
}

/** Where patients come from, beside the levels of care that the record knows. */
type Feeder = LevelOfCare | "detox" | "inpatient" | "sober_living" | "initial_assessment";

/**
 * A way of running a program, as settings. `program` is what the clinic export holds of it; the rest describes how it
 * runs, for set-up pages and for a synthetic clinic. `null` is "not laid down".
 */
export interface ProgramTemplate {
  readonly id: string;
  readonly title: string;
  readonly program: Omit<Program, "programId" | "name" | "timeZone">;
  readonly focus: readonly ("mental_health" | "substance_use" | "dual_diagnosis")[];
  readonly hoursPerWeek: Range;
  readonly sessionHours: Range;
  /** Planned length in days, where the program counts in days. */
  readonly plannedDays: Range;
  readonly modalities: readonly Modality[];
  readonly services: readonly ServiceLine[];
  readonly measures: { readonly instruments: readonly InstrumentId[]; readonly everyDays: number };
  readonly screening: {
    /** Which specimen is taken; null when the program names no testing. */
    readonly specimen: Specimen | null;
    /** On days that the patient does not know beforehand. */
    readonly random: boolean;
  };
  readonly schedule: {
    /** Fewer days a week as the patient progresses. */
    readonly tapers: boolean;
    /** Days and hours follow the risk that a clinician sees. */
    readonly followsRisk: boolean;
    /** For people whose work has shifts. */
    readonly fitsShiftWork: boolean;
  };
  /** What the first week holds. */
  readonly firstWeek: readonly string[];
  readonly progressReviewEveryDays: number | null;
  readonly feeders: readonly Feeder[];
  readonly stepDownTo: LevelOfCare | null;
  readonly returnAfterCrisis: boolean;
  readonly aftercare: readonly string[];
  /** With whom care is coordinated, and on what ground. */
  readonly coordination: readonly string[];
}
