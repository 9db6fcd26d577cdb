import { type EpisodeSummary, LEVELS_OF_CARE, URGENCIES } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate } from "./dates.ts";

/** The columns by which a caseload can be sorted; `urgency` is the worklist order. */
export const CASELOAD_SORTS = [
  "urgency",
  "name",
  "program",
  "week",
  "phq9",
  "phq9_change",
  "gad7",
  "gad7_change",
  "attendance",
  "next_due",
  "step_down",
] as const;

/** One schema for the address of the page, the input of the query, and a saved view. Absent means "all". */
export const caseloadFilter = z.object({
  therapist: z.string().max(64).optional(),
  program: z.string().max(64).optional(),
  level: z.enum(LEVELS_OF_CARE).optional(),
  finding: z.string().max(64).optional(),
  urgency: z.enum(URGENCIES).optional(),
  overdue: z.boolean().optional(),
  ready: z.boolean().optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(CASELOAD_SORTS).optional(),
  dir: z.enum(["asc", "desc"]).optional(),
  asOf: calendarDate.optional(),
});
export type CaseloadFilter = z.infer<typeof caseloadFilter>;

/** A row of the caseload: the stored summary with the names a person knows. */
export interface CaseloadRow extends EpisodeSummary {
  readonly givenName: string;
  readonly familyName: string;
  readonly programName: string;
  readonly therapistId: string | null;
  readonly therapistName: string | null;
  /** For an earlier day: something that this row rests on was corrected since. */
  readonly correctedSince: boolean;
}

/** Counts over the chosen therapist, program and day, before the other filters; each is a link to its list. */
export interface CaseloadCounts {
  readonly inTreatment: number;
  readonly immediate: number;
  readonly same_day: number;
  readonly this_week: number;
  readonly routine: number;
  readonly overdue: number;
  readonly ready: number;
}

export interface CaseloadPage {
  readonly asOf: string;
  readonly today: string;
  readonly counts: CaseloadCounts;
  readonly rows: readonly CaseloadRow[];
  /** How many rows the filter holds; more than `rows` only past the limit of one page. */
  readonly total: number;
}
