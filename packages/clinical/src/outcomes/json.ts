import type { CalendarDate } from "../calendar/types.ts";
import type { InstrumentId } from "../records/codes.ts";

/** The JSON of `soundings outcomes`, exactly as the contract names it. Numbers are not rounded. */

export const MEASURE_IDS = [
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
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** A share with its 95 % Wilson interval, 0 to 1; null when the denominator is 0. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The rate if every unpaired episode counted as not having the event, and if every one did. */
export type Bounds = readonly [low: number | null, high: number | null];

export interface MeasureJson extends Rate {
  /** Of the first seven measures only. */
  readonly bounds?: Bounds;
}

export interface ChangeJson {
  readonly n: number;
  readonly mean_pre: number | null;
  readonly sd_pre: number | null;
  readonly mean_post: number | null;
  readonly sd_post: number | null;
  readonly mean_change: number | null;
  readonly r: number | null;
  readonly d: number | null;
  readonly g: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The curve at one day. */
export interface SurvivalAt {
  readonly day: number;
  readonly survival: number | null;
  readonly at_risk: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface CurveStep {
  readonly day: number;
  readonly at_risk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RetentionJson {
  readonly n: number;
  readonly events: number;
  readonly reason_unknown: number;
  /** At 30, 60 and 90 days. */
  readonly at: readonly SurvivalAt[];
  readonly median: SurvivalAt | null;
  readonly curve: readonly CurveStep[];
}

export interface OutcomesJson {
  readonly as_of: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly program_id: string | null;
  readonly flow: {
    readonly discharged: number;
    readonly with_pre: number;
    readonly paired_phq9: number;
    readonly paired_gad7: number;
    readonly paired_both: number;
  };
  readonly measures: Readonly<Record<MeasureId, MeasureJson>>;
  readonly change: Readonly<Record<InstrumentId, ChangeJson>>;
  readonly retention: RetentionJson;
  readonly attendance: {
    readonly attended: number;
    readonly countable: number;
    readonly rate: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly screens: {
    readonly negative: number;
    readonly submitted: number;
    readonly scheduled: number;
    readonly percent_negative_submitted: number | null;
    readonly percent_negative_scheduled: number | null;
    readonly longest_negative_runs: readonly {
      readonly patient_id: string;
      readonly episode_id: string;
      readonly run: number;
    }[];
  };
}
