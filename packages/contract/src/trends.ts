import { type EpisodeTrend, LEVELS_OF_CARE, REVIEW_REASONS } from "@soundings/clinical";
import { z } from "zod";
import { comparedValue } from "./course.ts";
import { dayOut, instantOut } from "./dates.ts";

/** The columns by which symptom trends can be sorted; `review` is who needs a medication review first. */
export const TREND_SORTS = [
  "review",
  "name",
  "weeks_on_dose",
  "phq9_change",
  "gad7_change",
  "next_visit",
] as const;

/** One schema for the address of the page and the input of the query. Absent means "all". */
export const trendsFilter = z.object({
  prescriber: z.string().max(64).optional(),
  program: z.string().max(64).optional(),
  reason: z.enum(REVIEW_REASONS).optional(),
  /** Part of a medication's name; the rows hold it in any case. */
  medication: z.string().max(60).optional(),
  /** Only those with a present medication, or only those without one. */
  medicated: z.boolean().optional(),
  sort: z.enum(TREND_SORTS).optional(),
  dir: z.enum(["asc", "desc"]).optional(),
});
export type TrendsFilter = z.infer<typeof trendsFilter>;

const episodeTrend = z.object({
  medications: z
    .array(z.object({ medication: z.string(), doseText: z.string(), doseSince: dayOut, daysOnDose: z.int() }))
    .readonly(),
  lastChange: z.object({ on: dayOut, text: z.string() }).nullable(),
  since: z.enum(["last_change", "admission"]),
  values: z.array(comparedValue).readonly(),
  item9: z.object({ answer: z.int().nullable(), on: dayOut }).nullable(),
  earlyNonResponse: z.boolean(),
  expectedDrugAbsent: z.boolean(),
  reasons: z.array(z.enum(REVIEW_REASONS)).readonly(),
  rank: z.string(),
}) satisfies z.ZodType<EpisodeTrend>;

const trendRow = episodeTrend.extend({
  episodeId: z.string(),
  patientId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  programName: z.string(),
  levelOfCare: z.enum(LEVELS_OF_CARE),
  week: z.int(),
  prescriberId: z.string().nullable(),
  prescriberName: z.string().nullable(),
  /** The next psychiatry session on the schedule; null when none is. */
  nextVisit: instantOut.nullable(),
});
export type TrendRow = z.infer<typeof trendRow>;

export const trendsPage = z.object({
  asOf: dayOut,
  zone: z.string(),
  rows: z.array(trendRow).readonly(),
  total: z.int(),
  /** How many of those in scope each reason holds, before the filter by reason. */
  reasons: z.record(z.enum(REVIEW_REASONS), z.int()),
});
export type TrendsPage = z.infer<typeof trendsPage>;
