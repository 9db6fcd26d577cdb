import type { CalendarDate } from "../calendar/types.ts";
import type { FindingKind, Urgency } from "../findings/types.ts";
import type { InstrumentId, LevelOfCare } from "../records/codes.ts";

/** The state of one program week for one instrument: what was expected every week, and what became of it. */
export type WeekState = "done" | "late" | "refused" | "absent" | "not_asked" | "unable" | "missing" | "due";

/** One chip of the caseload row: program week k of one instrument. */
export interface MeasureWeek {
  readonly week: number;
  /** `done` with a score; `late`: scored, but recorded after the week; `due`: the present week, nothing yet; `missing`: no reason known. */
  readonly state: WeekState;
  readonly score: number | null;
  readonly band: string | null;
  readonly prorated: boolean;
  /** An unscored (incomplete) assessment lies in the week. */
  readonly incomplete: boolean;
  readonly on: CalendarDate | null;
  readonly assessmentId: string | null;
}

/** The row's summary of one instrument. */
export interface MeasureSummary {
  readonly instrument: InstrumentId;
  readonly weeks: readonly MeasureWeek[];
  readonly latest: {
    readonly score: number;
    readonly on: CalendarDate;
    readonly band: string;
    readonly prorated: boolean;
    readonly assessmentId: string;
  } | null;
  readonly baseline: {
    readonly score: number;
    readonly on: CalendarDate;
    readonly assessmentId: string;
  } | null;
  /** Latest minus baseline; null unless the latest is dated after the baseline. */
  readonly change: number | null;
  /** `improved` or `worsened` by the instrument's reliable change; null when change is null. */
  readonly reliable: "improved" | "worsened" | "none" | null;
  /** When the next one is due (weekly, counted from the latest or admission) and whether it is overdue by the rule. */
  readonly nextDue: CalendarDate;
  readonly overdue: boolean;
}

/** The marks of a drug screen, in the words of the design language. */
export const SCREEN_MARKS = [
  "negative",
  "new_positive",
  "carry_over",
  "prescribed",
  "pending",
  "dilute",
  "invalid",
  "missed",
  "refused",
  "tampered",
  "excused",
] as const;
export type ScreenMark = (typeof SCREEN_MARKS)[number];

/** One screen as a row shows it: the mark that matters most, and a sentence. */
export interface ScreenSummary {
  readonly screenId: string;
  readonly on: CalendarDate;
  readonly mark: ScreenMark;
  readonly text: string;
}

/** The leading finding and its place in the worklist. */
export interface LeadingFinding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly urgency: Urgency;
  readonly headline: string;
  readonly safety: boolean;
  /** The newest evidence, null for a finding that rests on absence alone. */
  readonly newestEvidenceOn: CalendarDate | null;
}

/**
 * One row of a caseload: what a list needs of one episode as of one date, so that a list reads no raw record.
 * Stored when the episode's records change, and computed again for an earlier day, by the same function.
 */
export interface EpisodeSummary {
  readonly episodeId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly asOf: CalendarDate;
  /** `active`: admitted and not discharged as of the date; `window`: just before or after a stay, safety rules only. */
  readonly phase: "active" | "window";
  readonly levelOfCare: LevelOfCare;
  readonly admittedOn: CalendarDate;
  /** Program week k = floor(days since admission / 7), from 0; shown from 1. Negative before admission. */
  readonly week: number;
  readonly plannedWeeksMin: number | null;
  readonly plannedWeeksMax: number | null;
  readonly leading: LeadingFinding | null;
  readonly findingCount: number;
  readonly rules: readonly string[];
  readonly measures: readonly MeasureSummary[];
  readonly attendance14: { readonly attended: number; readonly countable: number };
  /** The last four screens, oldest first. */
  readonly screens: readonly ScreenSummary[];
  /** null unless a card exists (active, PHP or IOP). */
  readonly stepDown: {
    readonly met: number;
    readonly applicable: number;
    readonly ready: boolean;
    readonly noData: number;
  } | null;
  /** Text that sorts rows into worklist order: compare by code point, ascending. */
  readonly rank: string;
}
