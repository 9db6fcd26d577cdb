import {
  type EpisodeSummary,
  FINDING_KINDS,
  INSTRUMENT_IDS,
  LEVELS_OF_CARE,
  type LeadingFinding,
  type MeasureSummary,
  type MeasureWeek,
  SCREEN_MARKS,
  type ScreenSummary,
  URGENCIES,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";

export const measureWeek = z.object({
  week: z.int(),
  state: z.enum(["done", "late", "refused", "absent", "not_asked", "unable", "missing", "due"]),
  score: z.int().nullable(),
  band: z.string().nullable(),
  prorated: z.boolean(),
  incomplete: z.boolean(),
  on: dayOut.nullable(),
  assessmentId: z.string().nullable(),
}) satisfies z.ZodType<MeasureWeek>;

export const scoreOnDay = z.object({ score: z.int(), on: dayOut, assessmentId: z.string() });

const measureSummary = z.object({
  instrument: z.enum(INSTRUMENT_IDS),
  weeks: z.array(measureWeek).readonly(),
  latest: scoreOnDay.extend({ band: z.string(), prorated: z.boolean() }).nullable(),
  baseline: scoreOnDay.nullable(),
  change: z.int().nullable(),
  reliable: z.enum(["improved", "worsened", "none"]).nullable(),
  nextDue: dayOut,
  overdue: z.boolean(),
}) satisfies z.ZodType<MeasureSummary>;

const screenSummary = z.object({
  screenId: z.string(),
  on: dayOut,
  mark: z.enum(SCREEN_MARKS),
  text: z.string(),
}) satisfies z.ZodType<ScreenSummary>;

const leadingFinding = z.object({
  rule: z.string(),
  kind: z.enum(FINDING_KINDS),
  urgency: z.enum(URGENCIES),
  headline: z.string(),
  safety: z.boolean(),
  newestEvidenceOn: dayOut.nullable(),
}) satisfies z.ZodType<LeadingFinding>;

export const episodeSummary = z.object({
  episodeId: z.string(),
  patientId: z.string(),
  programId: z.string(),
  asOf: dayOut,
  phase: z.enum(["active", "window"]),
  levelOfCare: z.enum(LEVELS_OF_CARE),
  admittedOn: dayOut,
  week: z.int(),
  plannedWeeksMin: z.number().nullable(),
  plannedWeeksMax: z.number().nullable(),
  leading: leadingFinding.nullable(),
  findingCount: z.int(),
  rules: z.array(z.string()).readonly(),
  measures: z.array(measureSummary).readonly(),
  attendance14: z.object({ attended: z.int(), countable: z.int() }),
  screens: z.array(screenSummary).readonly(),
  stepDown: z.object({ met: z.int(), applicable: z.int(), ready: z.boolean(), noData: z.int() }).nullable(),
  rank: z.string(),
}) satisfies z.ZodType<EpisodeSummary>;
