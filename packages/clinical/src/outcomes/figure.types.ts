import type { CalendarDate } from "../calendar/types.ts";
import type { InstrumentId } from "../records/codes.ts";
import type { BeforeAfter, LevelNode, RuleMark, TrackWeek } from "./answers.ts";
import type { CurveStep, SurvivalAt } from "./json.ts";

/**
 * What a plot says, without a place on any surface: the screen, an SVG file and a page of a report draw the same one. A null is a value that is
 * not known or withheld, and is drawn as such, never as zero.
 */
export type Figure =
  | BeforeAfterFigure
  | BandsFigure
  | RetentionFigure
  | IntervalsFigure
  | FunnelFigure
  | ControlFigure
  | WeeksFigure
  | FlowFigure
  | LevelsFigure
  | TracksFigure;

/** Each patient a dot; inside the program only. */
export interface BeforeAfterFigure {
  readonly kind: "before_after";
  readonly instrument: InstrumentId;
  readonly maximum: number;
  readonly reliableChange: number;
  readonly caseness: number;
  readonly dots: readonly BeforeAfter[];
}

/** How many were in each band of severity before and after. */
export interface BandsFigure {
  readonly kind: "bands";
  readonly instrument: InstrumentId;
  readonly n: number | null;
  readonly bands: readonly {
    readonly name: string;
    readonly pre: number | null;
    readonly post: number | null;
  }[];
}

export interface RetentionFigure {
  readonly kind: "retention";
  readonly n: number | null;
  /** Empty in what leaves the program: a step tells of single people. */
  readonly curve: readonly CurveStep[];
  /** At 30, 60 and 90 days; in what leaves the program the points that are drawn. */
  readonly at: readonly (Omit<SurvivalAt, "at_risk"> & { readonly at_risk: number | null })[];
}

/** Rows with a value and its interval on one common axis. */
export interface IntervalsFigure {
  readonly kind: "intervals";
  readonly title: string;
  readonly unit: "percent" | "points" | "effect";
  /** Rows as high as with a second value, so that they stand level with those of a figure beside it. */
  readonly roomy?: boolean;
  /** From 0 where a share is read as a length. */
  readonly axis: { readonly from: number; readonly to: number };
  /** A line through all rows, such as the whole program's value. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly n: number | null;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** A second, lighter value beside it, such as a shrunken one or that of the year before. */
    readonly beside?: {
      readonly value: number | null;
      readonly low: number | null;
      readonly high: number | null;
      readonly label: string;
    };
  }[];
}

export interface FunnelFigure {
  readonly kind: "funnel";
  /** What is compared, such as "Reliable improvement by therapist": a saved plot says it above itself. */
  readonly title?: string;
  readonly theta: number;
  readonly thetaLabel: string;
  readonly points: readonly {
    readonly key: string;
    readonly label: string;
    readonly n: number;
    readonly value: number;
    readonly place: "within" | "outside_95" | "outside_998";
  }[];
  readonly limits: readonly {
    readonly n: number;
    readonly low95: number;
    readonly high95: number;
    readonly low998: number;
    readonly high998: number;
  }[];
}

export interface ControlFigure {
  readonly kind: "control";
  /** What is followed, such as "Reliable improvement by month". */
  readonly title?: string;
  readonly chart: "p" | "xmr" | "run";
  readonly unit: "percent" | "points";
  readonly center: number | null;
  readonly trial: boolean;
  readonly points: readonly {
    readonly from: CalendarDate;
    readonly label: string;
    readonly open: boolean;
    readonly n: number | null;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly marks: readonly RuleMark[];
  }[];
  /** What the director noted of when something changed. */
  readonly notes: readonly { readonly on: CalendarDate; readonly text: string }[];
}

/** Measured of expected by week of stay. `week` is 0 in the week of admission, as in facts; a plot says week 1. */
export interface WeeksFigure {
  readonly kind: "weeks";
  readonly weeks: readonly {
    readonly week: number;
    readonly expected: number | null;
    readonly measured: number | null;
  }[];
}

/** From admitted to analyzed: boxes one after the other, each with those who drop out of it beside it. */
export interface FlowFigure {
  readonly kind: "flow";
  readonly boxes: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number | null;
    /** Those who are in the box before and not in this one; null for the first. */
    readonly out: { readonly key: string; readonly label: string; readonly count: number | null } | null;
  }[];
}

export interface LevelsFigure {
  readonly kind: "levels";
  readonly links: readonly {
    readonly from: LevelNode;
    readonly to: LevelNode;
    readonly episodes: number | null;
  }[];
}

export interface TracksFigure {
  readonly kind: "tracks";
  readonly instrument: InstrumentId;
  readonly label: string;
  readonly weeks: readonly TrackWeek[];
}
