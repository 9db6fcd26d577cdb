import type { CalendarDate } from "../calendar/types.ts";
import type { ReliableChange } from "../instruments/reliable-change.ts";
import type { DischargeReason, InstrumentId, LevelOfCare } from "../records/codes.ts";
import type { MeasureId, OutcomesJson, Rate } from "./json.ts";
import type { QualityCheckId } from "./quality.types.ts";
import type { CohortQuestion, Dimension } from "./question.ts";

/** What the pages of program outcomes show. Counts are whole: these answers stay inside the program. */

/** An answer with the question that it answers and what it was made by. */
export interface Answered {
  readonly question: CohortQuestion;
  /** Version of the definitions of outcomes, and of the rule set whose baseline and belonging they use. */
  readonly definitions: number;
  readonly rules: string;
}

/** A difference of two shares or means with its 95 % interval; null where one of them is not known. */
export interface Difference {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Why an episode is not in the denominator of a measure. */
export const LEFT_OUT_REASONS = [
  "no-phq9-baseline",
  "no-gad7-baseline",
  "no-later-phq9",
  "no-later-gad7",
  "below-caseness",
  /** A stay without one whole week. */
  "no-whole-week",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Those left out of one measure, each under the first reason that holds, in the order of the list. */
export type LeftOut = Readonly<
  Record<MeasureId, readonly { readonly reason: LeftOutReason; readonly count: number }[]>
>;

/** One paired patient of the before–after plot. */
export interface BeforeAfter {
  readonly episodeId: string;
  readonly patientId: string;
  readonly pre: number;
  readonly post: number;
  readonly preOn: CalendarDate;
  readonly postOn: CalendarDate;
  readonly change: ReliableChange;
  /** Of very many: how many patients with the same two scores stand here as one, who are then not named. Absent: one. */
  readonly patients?: number;
}

/** What the same measures were elsewhere or before. */
export interface Against {
  readonly kind: "previous_year" | "previous_period" | "all_programs";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly json: OutcomesJson;
  readonly differences: Readonly<Record<MeasureId, Difference>>;
}

/** The five figures that sum a year up, beside those of the year before. */
export interface FiveFigures {
  readonly improvement: Rate;
  readonly recovery: Rate;
  readonly phq9Effect: {
    readonly n: number;
    readonly g: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly retention60: {
    readonly n: number;
    readonly survival: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly measured: Rate;
}

export interface Overview extends Answered {
  readonly all: OutcomesJson;
  /** Of those discharged as completed or transferred down only. */
  readonly completers: OutcomesJson;
  readonly against: Against | null;
  /** The year before of one therapist with too few closed episodes in it is null. */
  readonly five: { readonly now: FiveFigures; readonly yearBefore: FiveFigures | null };
  readonly leftOut: LeftOut;
  /** Every discharge by reason, null the unknown; zeros included. */
  readonly ended: readonly { readonly reason: DischargeReason | null; readonly count: number }[];
  readonly admitted: number;
  readonly stillActive: number;
  readonly beforeAfter: Readonly<Record<InstrumentId, readonly BeforeAfter[]>>;
  /** How many of those discharged with a scheduled screen have a longest run of so many negative ones, by length. */
  readonly longestRuns: readonly { readonly run: number; readonly episodes: number }[];
  /** Paired patients by severity band, before and after, in the order of the instrument's bands. */
  readonly bands: Readonly<
    Record<InstrumentId, { readonly pre: readonly number[]; readonly post: readonly number[] }>
  >;
  /** By week of stay: discharged episodes with that whole week, and those with a scored PHQ-9 in it. */
  readonly weeks: readonly { readonly week: number; readonly expected: number; readonly measured: number }[];
}

/** What can be compared between groups and over time: the rates, and the mean fall of a score. */
export const MEAN_IDS = ["phq-9-fall", "gad-7-fall"] as const;
export type MeanId = (typeof MEAN_IDS)[number];
export const RATE_IDS = [
  "reliable-improvement",
  "reliable-deterioration",
  "recovery",
  "reliable-recovery",
  "phq9-response",
  "phq9-remission",
  "phq9-clinically-important-improvement",
  "completion",
  "against-advice",
  "measured-at-discharge",
  "weekly-measurement",
] as const satisfies readonly MeasureId[];
export type ComparedId = MeasureId | MeanId;

/** A value with its n and 95 % interval: a share of 0 to 1, or points. Null when it cannot be said. */
export interface Estimate {
  readonly n: number;
  /** Of a share. */
  readonly numerator: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ComparedGroup {
  /** The value of the dimension; `NOT_RECORDED` where it is not known. */
  readonly value: string;
  readonly episodes: number;
  readonly observed: Estimate;
  /** What the group's outcome would be with the severity of the whole cohort; null without a fit. */
  readonly adjusted: Estimate | null;
  /** The adjusted (else observed) value drawn toward the whole by how little is known of the group; null when it cannot be. */
  readonly shrunken: { readonly value: number; readonly weight: number } | null;
  /** Where it lies on the funnel; null without one. */
  readonly place: "within" | "outside_95" | "outside_998" | null;
}

/** What the model of severity reads: the baselines, and where a straight line does not fit, how far each lies at or above caseness. */
export const SEVERITY_TERMS = [
  "intercept",
  "phq9_baseline",
  "gad7_baseline",
  "phq9_above_caseness",
  "gad7_above_caseness",
] as const;
export type SeverityTerm = (typeof SEVERITY_TERMS)[number];

/** The model of severity by which groups are adjusted, or why there is none. */
export type SeverityModel =
  | {
      readonly fitted: true;
      readonly kind: "logistic" | "linear";
      readonly n: number;
      readonly events: number | null;
      readonly terms: readonly {
        readonly term: SeverityTerm;
        readonly estimate: number;
        readonly standardError: number;
      }[];
      /** Area under the curve of a logistic model, R² of a linear one; 0 to 1. */
      readonly fit: number;
      /** Tenths of expected share with what was observed, of a logistic model. */
      readonly calibration: readonly {
        readonly n: number;
        readonly expected: number;
        readonly observed: number;
      }[];
    }
  | {
      readonly fitted: false;
      readonly reason:
        | "too_few"
        | "too_few_events"
        | "not_converged"
        | "ill_calibrated"
        | "not_about_severity";
      readonly n: number;
    };

export interface Funnel {
  readonly theta: number;
  readonly adjusted: boolean;
  /** Overdispersion: the winsorized mean of z², and the variance between groups on the arcsine scale. */
  readonly phi: number | null;
  readonly tau2: number;
  readonly limits: readonly {
    readonly n: number;
    readonly low95: number;
    readonly high95: number;
    readonly low998: number;
    readonly high998: number;
  }[];
}

export interface GroupComparison extends Answered {
  readonly by: Dimension;
  readonly measure: ComparedId;
  readonly whole: Estimate;
  /** In the order of the values' names: never by outcome. */
  readonly groups: readonly ComparedGroup[];
  /** Therapists with fewer than 20 closed episodes, who are not shown one by one. */
  readonly notShown: { readonly groups: number; readonly episodes: number };
  readonly funnel: Funnel | null;
  readonly model: SeverityModel;
}

/** What a point of a chart over time stands out by. */
export const RULE_MARKS = ["outside", "seven_one_side", "seven_in_a_row", "two_of_three"] as const;
export type RuleMark = (typeof RULE_MARKS)[number];

export interface TimePoint {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The last period when it has not ended as of the day. */
  readonly open: boolean;
  readonly n: number;
  readonly numerator: number | null;
  readonly value: number | null;
  /** Control limits of this period. */
  readonly low: number | null;
  readonly high: number | null;
  readonly marks: readonly RuleMark[];
}

export interface OverTime extends Answered {
  readonly measure: ComparedId;
  readonly every: "month" | "quarter";
  /** p: shares with limits by n. xmr: single values with limits by their moving range. run: median only. */
  readonly chart: "p" | "xmr" | "run";
  readonly center: number | null;
  /** Fewer than 12 points: limits are provisional. */
  readonly trial: boolean;
  readonly points: readonly TimePoint[];
}

/** When a whole track moved together: by calendar week, the change of each patient's score against the week before. */
export interface TrackWeek {
  readonly from: CalendarDate;
  readonly n: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rose: number;
  readonly fell: number;
  /** Null: too few to say. */
  readonly together: "up" | "down" | "no" | null;
}

export interface GroupMoves extends Answered {
  readonly instrument: InstrumentId;
  readonly tracks: readonly {
    readonly programId: string;
    readonly track: string | null;
    readonly weeks: readonly TrackWeek[];
  }[];
}

/**
 * Where a stay came from, was and went. `from_php`: the patient came from another stay, which ended at PHP; `to_php`: the next stay began
 * at PHP. A bare level is a level inside the stay, so that one transfer between two stays is never drawn as a move inside one.
 */
export const LEVEL_NODES = [
  "community",
  "from_residential",
  "from_php",
  "from_iop",
  "from_op",
  "residential",
  "php",
  "iop",
  "op",
  "planned_out",
  "unplanned_out",
  "transferred_up_out",
  "other_out",
  "unknown_out",
  "to_residential",
  "to_php",
  "to_iop",
  "to_op",
  "still_here",
] as const;
export type LevelNode = (typeof LEVEL_NODES)[number];

export interface LevelsAnswer extends Answered {
  /**
   * Steps from one node to the next, of those discharged in the period and of those admitted in it who are still here. Each stay
   * counts once a link, however often it went that way. In order: where they came from, moves inside the stay, where they went.
   */
  readonly links: readonly {
    readonly from: LevelNode;
    readonly to: LevelNode;
    readonly episodes: number;
  }[];
  /** Days at each level of those whose time there has ended. */
  readonly stays: readonly {
    readonly level: LevelOfCare;
    readonly n: number;
    readonly median: number | null;
    readonly lowerQuartile: number | null;
    readonly upperQuartile: number | null;
  }[];
  /** Of those discharged alive and followed so long. */
  readonly returned: { readonly within30: Rate; readonly within90: Rate };
  readonly ends: {
    readonly planned: Rate;
    readonly unplanned: Rate;
    readonly other: number;
    readonly unknown: number;
  };
}

export interface QualityAnswer extends Answered {
  /**
   * Of one therapist with too few closed episodes to be shown alone: the checks are lists to work through without what they are
   * out of, and there are no shares by week and by therapist.
   */
  readonly tooFew: boolean;
  /** The episodes that were looked at: those of the discharged cohort. */
  readonly discharged: number;
  readonly checks: readonly {
    readonly check: QualityCheckId;
    /** Problems, episodes that have one, and out of how many records (null: out of episodes). */
    readonly problems: number;
    readonly episodes: number;
    readonly of: number | null;
  }[];
  readonly byWeek: Overview["weeks"];
  /** Weekly measurement, with the discharged episodes of each; null: those without a therapist. */
  readonly byTherapist: readonly {
    readonly therapistId: string | null;
    readonly episodes: number;
    readonly rate: Rate;
  }[];
  /** Therapists with fewer than 20 closed episodes, who are not shown one by one. */
  readonly notShown: { readonly groups: number; readonly episodes: number };
}
