import type { CalendarDate } from "../calendar/types.ts";
import type { ResultMark } from "../picture/types.ts";
import type { Adherence, MedicationNoteKind } from "../records/own.ts";

/** Counts over the screens of the episode, as program outcomes count them. Nothing is filled in. */
export interface ScreenStatistics {
  readonly negative: number;
  readonly submitted: number;
  /** All but the excused ones. */
  readonly scheduled: number;
  /** Longest run of consecutive scheduled negatives, in screens. */
  readonly longestRun: number;
  /** First and last day of that run; null for a run of none. */
  readonly longestRunFrom: CalendarDate | null;
  readonly longestRunTo: CalendarDate | null;
  /** The run that goes on; 0 when the last that counts was not negative. */
  readonly currentRun: number;
}

/** A stretch of days after a start or dose change in which its effect is usually reviewed. */
export interface ReviewWindow {
  /** `2 weeks`, `4 weeks`, `6–8 weeks`. */
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly state: "ahead" | "open" | "past";
}

/** A value of a day. */
export interface ValueOnDay {
  readonly value: number;
  readonly on: CalendarDate;
  readonly assessmentId: string;
  /** Worked out from some of the answers; absent when it is not. */
  readonly prorated?: true;
}

/** One value then and now. `n` is how many values lie from the first to the last day, both included. */
export interface ComparedValue {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly from: ValueOnDay | null;
  readonly to: ValueOnDay | null;
  readonly n: number;
  /** `to` minus `from`; null unless `to` is dated after `from`. */
  readonly change: number | null;
  /** For instruments, by their reliable change; null for clusters and without a change. */
  readonly reliable: "improved" | "worsened" | "none" | null;
}

/** PHQ-9, GAD-7 and the clusters since a day. Says what was, not why. */
export interface Comparison {
  readonly since: "last_change" | "admission";
  readonly on: CalendarDate;
  /** The change it counts from, in words; null for admission. */
  readonly text: string | null;
  readonly medicationChangeId: string | null;
  readonly values: readonly ComparedValue[];
}

export interface MedicationNoteView {
  readonly medicationNoteId: string;
  readonly on: CalendarDate;
  readonly kind: MedicationNoteKind;
  readonly adherence: Adherence | null;
  readonly text: string | null;
  readonly by: string;
}

/** A medication that a screen answers to, and what screens found. */
export interface PrescribedAndFound {
  readonly screenId: string;
  readonly on: CalendarDate;
  readonly analyte: string;
  readonly mark: ResultMark;
  readonly text: string;
}

/** One medication as the prescriber reads it. */
export interface MedicationView {
  readonly medication: string;
  readonly current: boolean;
  readonly doseText: string;
  /** First day of the unbroken run; null when it was stopped before anything was known of its start. */
  readonly startedOn: CalendarDate | null;
  /** First day of the present dose; null when not current. */
  readonly doseSince: CalendarDate | null;
  /** Whole days on the present dose; null when not current. */
  readonly daysOnDose: number | null;
  readonly stoppedOn: CalendarDate | null;
  readonly prescriberId: string | null;
  /** Of the latest start or dose change. */
  readonly windows: readonly ReviewWindow[];
  /** Ingredients that rules recognize; empty when none does. */
  readonly ingredients: readonly string[];
  readonly isAntidepressant: boolean;
  readonly notes: readonly MedicationNoteView[];
  readonly found: readonly PrescribedAndFound[];
}

export const INJECTION_STATES = ["not_due", "due", "late", "overdue", "ended"] as const;
export type InjectionState = (typeof INJECTION_STATES)[number];

/** The schedule of one injection as of the date. */
export interface InjectionView {
  readonly injectionId: string;
  readonly medication: string;
  readonly dose: string | null;
  readonly intervalDays: number;
  readonly lastGivenOn: CalendarDate | null;
  readonly givenBy: string | null;
  readonly nextDueOn: CalendarDate;
  readonly state: InjectionState;
  /** Days past the due date; negative while it lies ahead. */
  readonly daysPastDue: number;
}

/** A watch over younger adults in the first weeks of an antidepressant and after a dose change. */
export interface YoungAdultWatch {
  readonly medication: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly text: string;
}

export const NOTICE_KINDS = ["injection", "young_adult_watch", "expected_absent"] as const;

/** What needs a look though no finding says so, in words without a full stop. */
export interface LensNotice {
  readonly kind: (typeof NOTICE_KINDS)[number];
  readonly text: string;
}

/** What the prescriber reads beside the picture. */
export interface MedicationLens {
  readonly medications: readonly MedicationView[];
  readonly comparisons: readonly Comparison[];
  readonly injections: readonly InjectionView[];
  /** Present medications that no rule recognizes, named beside the positives. */
  readonly unrecognized: readonly string[];
  /** Those of them that no note on an interference with a result of the stay names: what was not checked at all. */
  readonly unchecked: readonly string[];
  readonly watches: readonly YoungAdultWatch[];
  readonly notices: readonly LensNotice[];
  readonly screens: ScreenStatistics;
}
