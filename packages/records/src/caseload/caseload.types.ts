import type { CalendarDate, EpisodeSummary, LevelOfCare, Urgency } from "@soundings/clinical";
import type { PatientScope } from "../access/scope.ts";

/** The columns by which a caseload can be sorted; `urgency` is the worklist order. */
export type CaseloadSort =
  | "urgency"
  | "name"
  | "program"
  | "week"
  | "phq9"
  | "phq9_change"
  | "gad7"
  | "gad7_change"
  | "attendance"
  | "next_due"
  | "step_down";

/** What a caseload is chosen, searched and sorted by. Absent means all; sorted by urgency, ascending. */
export interface CaseloadQuery {
  readonly therapist?: string | undefined;
  readonly prescriber?: string | undefined;
  readonly program?: string | undefined;
  readonly level?: LevelOfCare | undefined;
  /** A rule: episodes with a finding of it. */
  readonly finding?: string | undefined;
  /** The urgency of the leading finding. */
  readonly urgency?: Urgency | undefined;
  readonly overdue?: boolean | undefined;
  readonly ready?: boolean | undefined;
  /** Words of a name in any order and case, with or without accents, or of a record number. */
  readonly q?: string | undefined;
  readonly sort?: CaseloadSort | undefined;
  readonly dir?: "asc" | "desc" | undefined;
}

/** Whose rows are asked for, and which of them. */
export interface AskedCaseload {
  readonly scope: PatientScope;
  readonly filter: CaseloadQuery;
}

/** One episode with the names a person knows. */
export interface CaseloadRow extends EpisodeSummary {
  readonly givenName: string;
  readonly familyName: string;
  readonly programName: string;
  readonly therapistId: string | null;
  readonly therapistName: string | null;
  /** For an earlier day: a value of the patient was corrected since. */
  readonly correctedSince: boolean;
}

/** Over the chosen therapist, prescriber and program, before the other filters. */
export interface CaseloadCounts {
  readonly inTreatment: number;
  /** By the urgency of the leading finding. */
  readonly immediate: number;
  readonly same_day: number;
  readonly this_week: number;
  readonly routine: number;
  readonly overdue: number;
  readonly ready: number;
}

export interface Caseload {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly counts: CaseloadCounts;
  readonly rows: readonly CaseloadRow[];
  /** How many rows the filter holds; more than `rows` only past the limit of one page. */
  readonly total: number;
}

/** Rows of one page. */
export const CASELOAD_LIMIT = 1_000;

/** The words that a row's name or record number must contain, folded. */
export function searchWords(fold: (text: string) => string, q: string | undefined): readonly string[] {
  return fold(q ?? "")
    .split(" ")
    .filter((word) => word !== "");
}
