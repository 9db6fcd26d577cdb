import {
  type BeforeAfter,
  DISCHARGE_REASONS,
  LEFT_OUT_REASONS,
  LEVEL_NODES,
  LEVELS_OF_CARE,
  type LevelsAnswer,
  MEASURE_IDS,
  type Overview,
  QUALITY_CHECKS,
  type QualityAnswer,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";
import { AGAINST } from "./outcomes.ts";
import { answered, byInstrument, known, outcomesJson, rate } from "./outcomes-json.ts";

const difference = z.object({ value: known, low: known, high: known });

const beforeAfter = z.object({
  episodeId: z.string(),
  patientId: z.string(),
  pre: z.int(),
  post: z.int(),
  preOn: dayOut,
  postOn: dayOut,
  change: z.enum(["improved", "worsened", "none"]),
  patients: z.int().exactOptional(),
}) satisfies z.ZodType<BeforeAfter>;

const fiveFigures = z.object({
  improvement: rate,
  recovery: rate,
  phq9Effect: z.object({ n: z.int(), g: known, low: known, high: known }),
  retention60: z.object({ n: z.int(), survival: known, low: known, high: known }),
  measured: rate,
});

const weeks = z.array(z.object({ week: z.int(), expected: z.int(), measured: z.int() })).readonly();
const counts = z.array(z.int()).readonly();

export const outcomesOverview = answered.extend({
  all: outcomesJson,
  completers: outcomesJson,
  against: z
    .object({
      kind: z.enum(AGAINST),
      from: dayOut,
      to: dayOut,
      json: outcomesJson,
      differences: z.record(z.enum(MEASURE_IDS), difference),
    })
    .nullable(),
  five: z.object({ now: fiveFigures, yearBefore: fiveFigures.nullable() }),
  leftOut: z.record(
    z.enum(MEASURE_IDS),
    z.array(z.object({ reason: z.enum(LEFT_OUT_REASONS), count: z.int() })).readonly(),
  ),
  ended: z.array(z.object({ reason: z.enum(DISCHARGE_REASONS).nullable(), count: z.int() })).readonly(),
  admitted: z.int(),
  stillActive: z.int(),
  beforeAfter: byInstrument(z.array(beforeAfter).readonly()),
  longestRuns: z.array(z.object({ run: z.int(), episodes: z.int() })).readonly(),
  bands: byInstrument(z.object({ pre: counts, post: counts })),
  weeks,
}) satisfies z.ZodType<Overview>;

const levelNode = z.enum(LEVEL_NODES);

export const outcomesLevels = answered.extend({
  links: z.array(z.object({ from: levelNode, to: levelNode, episodes: z.int() })).readonly(),
  stays: z
    .array(
      z.object({
        level: z.enum(LEVELS_OF_CARE),
        n: z.int(),
        median: known,
        lowerQuartile: known,
        upperQuartile: known,
      }),
    )
    .readonly(),
  returned: z.object({ within30: rate, within90: rate }),
  ends: z.object({ planned: rate, unplanned: rate, other: z.int(), unknown: z.int() }),
}) satisfies z.ZodType<LevelsAnswer>;

export const outcomesQuality = answered.extend({
  discharged: z.int(),
  tooFew: z.boolean(),
  checks: z
    .array(
      z.object({
        check: z.enum(QUALITY_CHECKS),
        problems: z.int(),
        episodes: z.int(),
        of: z.int().nullable(),
      }),
    )
    .readonly(),
  byWeek: weeks,
  byTherapist: z.array(z.object({ therapistId: z.string().nullable(), episodes: z.int(), rate })).readonly(),
  notShown: z.object({ groups: z.int(), episodes: z.int() }),
}) satisfies z.ZodType<QualityAnswer>;
