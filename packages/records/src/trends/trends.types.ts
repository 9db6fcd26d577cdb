import type { CalendarDate, EpisodeTrend, Instant, LevelOfCare, ReviewReason } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";

/** The columns by which symptom trends can be sorted; `review` is who needs a medication review first. */
export type TrendSort = "review" | "name" | "weeks_on_dose" | "phq9_change" | "gad7_change" | "next_visit";

/** What symptom trends are chosen and sorted by. Absent means all; sorted by who needs a review first. */
export interface TrendsQuery {
  readonly prescriber?: string | undefined;
  readonly program?: string | undefined;
  readonly reason?: ReviewReason | undefined;
  /** Part of a present medication's name, in any case. */
  readonly medication?: string | undefined;
  /** With a present medication, or without one. */
  readonly medicated?: boolean | undefined;
  readonly sort?: TrendSort | undefined;
  readonly dir?: "asc" | "desc" | undefined;
}

/** Whose rows are asked for, and which of them. */
export interface AskedTrends {
  readonly scope: PatientScope;
  readonly filter: TrendsQuery;
}

/** One episode in treatment with the names a person knows. */
export interface TrendRow extends EpisodeTrend {
  readonly episodeId: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly programName: string;
  readonly levelOfCare: LevelOfCare;
  /** Whole weeks since admission. */
  readonly week: number;
  readonly prescriberId: string | null;
  readonly prescriberName: string | null;
  /** The next psychiatry session that is on the schedule after the moment; null when none is. */
  readonly nextVisit: Instant | null;
}

export interface Trends {
  readonly asOf: CalendarDate;
  readonly rows: readonly TrendRow[];
  /** How many rows the filter holds; more than `rows` only past the limit of one page. */
  readonly total: number;
  /** How many rows each reason holds, before the filter by reason. */
  readonly reasons: Readonly<Record<ReviewReason, number>>;
}

/** Day and moment of a list, which come together. */
export interface Moment {
  readonly today: CalendarDate;
  readonly now: Instant;
}

/** Rows of one page. */
export const TRENDS_LIMIT = 1_000;
