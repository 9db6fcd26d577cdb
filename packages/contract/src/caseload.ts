import { LEVELS_OF_CARE, STAFF_ROLES, URGENCIES } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut } from "./dates.ts";
import { episodeSummary } from "./summary.ts";

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
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

/**
 * One schema for the address of the page, the input of the query, and a saved view. Absent means "all". `q`, which may hold a
 * name, is an input alone: no address and no saved view carries it.
 */
export const caseloadFilter = z.object({
  therapist: z.string().max(64).optional(),
  prescriber: z.string().max(64).optional(),
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

/** A row of the caseload: the summary of the episode with the names a person knows. */
export const caseloadRow = episodeSummary.extend({
  givenName: z.string(),
  familyName: z.string(),
  programName: z.string(),
  therapistId: z.string().nullable(),
  therapistName: z.string().nullable(),
  /** For an earlier day: something that this row rests on was corrected since. */
  correctedSince: z.boolean(),
});
export type CaseloadRow = z.infer<typeof caseloadRow>;

/** Counts over the chosen therapist, prescriber, program and day, before the other filters; each is a link to its list. */
const caseloadCounts = z.object({
  inTreatment: z.int(),
  immediate: z.int(),
  same_day: z.int(),
  this_week: z.int(),
  routine: z.int(),
  overdue: z.int(),
  ready: z.int(),
});
export type CaseloadCounts = z.infer<typeof caseloadCounts>;

export const caseloadPage = z.object({
  asOf: dayOut,
  today: dayOut,
  counts: caseloadCounts,
  rows: z.array(caseloadRow).readonly(),
  /** How many rows the filter holds; more than `rows` only past the limit of one page. */
  total: z.int(),
});
export type CaseloadPage = z.infer<typeof caseloadPage>;

/** What a caseload can be chosen by: every person and program that has patients in treatment today. */
export const caseloadOptions = z.object({
  staff: z
    .array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        role: z.enum(STAFF_ROLES),
        programIds: z.array(z.string()).readonly(),
        /** Patients in treatment whose therapist or prescriber this person is. */
        inTreatment: z.int(),
      }),
    )
    .readonly(),
  programs: z
    .array(
      z.object({
        programId: z.string(),
        name: z.string(),
        levelOfCare: z.enum(LEVELS_OF_CARE),
        inTreatment: z.int(),
      }),
    )
    .readonly(),
});
export type CaseloadOptions = z.infer<typeof caseloadOptions>;
