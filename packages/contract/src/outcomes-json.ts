import {
  type ChangeJson,
  type CohortQuestion,
  DIMENSIONS,
  INSTRUMENT_IDS,
  MEASURE_IDS,
  type MeasureJson,
  type OutcomesJson,
  type Rate,
  type RetentionJson,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";

/** A number that is not known, or cannot be said of so few, is null; never NaN. */
export const known = z.number().nullable();
export const byInstrument = <T extends z.ZodType>(value: T) => z.record(z.enum(INSTRUMENT_IDS), value);

const filterOut = Object.fromEntries(
  DIMENSIONS.map((dimension) => [dimension, z.string().exactOptional()]),
) as Record<(typeof DIMENSIONS)[number], z.ZodExactOptional<z.ZodString>>;

/** The question as it was answered, with the days that were meant. */
export const cohortQuestion = z.object({
  from: dayOut,
  to: dayOut,
  asOf: dayOut,
  filter: z.object(filterOut),
}) satisfies z.ZodType<CohortQuestion>;

export const answered = z.object({ question: cohortQuestion, definitions: z.int(), rules: z.string() });

export const rate = z.object({
  numerator: z.int(),
  denominator: z.int(),
  rate: known,
  low: known,
  high: known,
}) satisfies z.ZodType<Rate>;

const measureJson = rate.extend({
  bounds: z.tuple([known, known]).readonly().exactOptional(),
}) satisfies z.ZodType<MeasureJson>;

const changeJson = z.object({
  n: z.int(),
  mean_pre: known,
  sd_pre: known,
  mean_post: known,
  sd_post: known,
  mean_change: known,
  r: known,
  d: known,
  g: known,
  se: known,
  low: known,
  high: known,
}) satisfies z.ZodType<ChangeJson>;

const survivalAt = z.object({ day: z.int(), survival: known, at_risk: z.int(), low: known, high: known });
const retentionJson = z.object({
  n: z.int(),
  events: z.int(),
  reason_unknown: z.int(),
  at: z.array(survivalAt).readonly(),
  median: survivalAt.nullable(),
  curve: z
    .array(
      z.object({
        day: z.int(),
        at_risk: z.int(),
        events: z.int(),
        censored: z.int(),
        survival: z.number(),
        low: known,
        high: known,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<RetentionJson>;

export const outcomesJson = z.object({
  as_of: dayOut,
  from: dayOut,
  to: dayOut,
  program_id: z.string().nullable(),
  flow: z.object({
    discharged: z.int(),
    with_pre: z.int(),
    paired_phq9: z.int(),
    paired_gad7: z.int(),
    paired_both: z.int(),
  }),
  measures: z.record(z.enum(MEASURE_IDS), measureJson),
  change: byInstrument(changeJson),
  retention: retentionJson,
  attendance: z.object({ attended: z.int(), countable: z.int(), rate: known, low: known, high: known }),
  screens: z.object({
    negative: z.int(),
    submitted: z.int(),
    scheduled: z.int(),
    percent_negative_submitted: known,
    percent_negative_scheduled: known,
    longest_negative_runs: z
      .array(z.object({ patient_id: z.string(), episode_id: z.string(), run: z.int() }))
      .readonly(),
  }),
}) satisfies z.ZodType<OutcomesJson>;
