import type { CalendarDate } from "../calendar/types.ts";
import type { DischargeReason, InstrumentId, LevelOfCare, Modality, Sex } from "../records/codes.ts";
import type { QualityProblem } from "./quality.types.ts";

/** A score with its day and the assessment that gave it. */
export interface DatedScore {
  readonly on: CalendarDate;
  readonly score: number;
  readonly assessmentId: string;
}

/** An interval at one level of care inside an episode; `endedOn` as far as it is known. */
export interface PlacedAt {
  readonly level: LevelOfCare;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** Another stay of the same patient. */
export interface NearStay {
  readonly episodeId: string;
  readonly programId: string;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn: CalendarDate | null;
  /** The level of its placement on the day of admission (a stay before: on its last day); null when no placement says so. */
  readonly placedAt: LevelOfCare | null;
}

/**
 * What program outcomes read of one episode as of a day. Every count, rate, mean and list of `outcomes` is made of these
 * and of the site's programs, and of nothing else, so that a number and the list of its patients cannot differ.
 */
export interface EpisodeFacts {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly asOf: CalendarDate;
  readonly admittedOn: CalendarDate;
  /** The discharge and its reason as far as they are known on the day. */
  readonly dischargedOn: CalendarDate | null;
  readonly dischargeReason: DischargeReason | null;
  /** The level of the placement that holds the day of admission; null: the program's own level counts. */
  readonly placedAt: LevelOfCare | null;
  readonly placements: readonly PlacedAt[];
  /** The stay of this patient that was admitted last before this one. */
  readonly before: NearStay | null;
  /** The first stay of this patient that was admitted on or after the discharge of this one; null also while it goes on. */
  readonly after: NearStay | null;

  readonly track: string | null;
  readonly modality: Modality | null;
  readonly therapistId: string | null;
  /** The primary diagnosis as recorded. */
  readonly diagnosis: string | null;
  readonly referralSource: string | null;
  readonly payer: string | null;
  /** Completed years on the day of admission. */
  readonly age: number;
  readonly sex: Sex | null;
  readonly language: string | null;
  readonly race: string | null;
  readonly ethnicity: string | null;

  /** The baseline, and the last score of the episode dated after it. */
  readonly pre: Readonly<Record<InstrumentId, DatedScore | null>>;
  readonly post: Readonly<Record<InstrumentId, DatedScore | null>>;
  /** The scores that belong to the episode, one a date: days since admission and score. */
  readonly scores: Readonly<Record<InstrumentId, readonly (readonly [day: number, score: number])[]>>;
  /** A scored PHQ-9 of the episode from 13 days before discharge to 7 after it. False while no discharge is known. */
  readonly phq9AtDischarge: boolean;
  /** Whole program weeks of the stay (to the as-of date while it goes on), and in which of them a PHQ-9 was scored. */
  readonly weeks: { readonly expected: number; readonly measured: readonly number[] };
  readonly attendance: { readonly attended: number; readonly countable: number };
  readonly screens: {
    readonly negative: number;
    readonly submitted: number;
    readonly scheduled: number;
    readonly longestRun: number;
  };
  /** What is missing, late or impossible in the records of this episode. */
  readonly quality: readonly QualityProblem[];
  /** How many records of each kind were looked at for `quality`. */
  readonly looked: {
    readonly assessments: number;
    readonly itemized: number;
    readonly sessions: number;
    readonly collected: number;
  };
  /** No later day reads these otherwise, unless a record changes. */
  readonly settled: boolean;
}
