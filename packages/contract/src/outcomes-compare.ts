import {
  DIMENSIONS,
  type Estimate,
  type Funnel,
  type GroupComparison,
  type GroupMoves,
  INSTRUMENT_IDS,
  MEAN_IDS,
  type OverTime,
  RATE_IDS,
  RULE_MARKS,
  SEVERITY_TERMS,
  type SeverityModel,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";
import { answered, known } from "./outcomes-json.ts";

const compared = z.enum([...RATE_IDS, ...MEAN_IDS]);

const estimate = z.object({
  n: z.int(),
  numerator: z.int().nullable(),
  value: known,
  low: known,
  high: known,
}) satisfies z.ZodType<Estimate>;

const severityModel = z.discriminatedUnion("fitted", [
  z.object({
    fitted: z.literal(true),
    kind: z.enum(["logistic", "linear"]),
    n: z.int(),
    events: z.int().nullable(),
    terms: z
      .array(
        z.object({
          term: z.enum(SEVERITY_TERMS),
          estimate: z.number(),
          standardError: z.number(),
        }),
      )
      .readonly(),
    fit: z.number(),
    calibration: z.array(z.object({ n: z.int(), expected: z.number(), observed: z.number() })).readonly(),
  }),
  z.object({
    fitted: z.literal(false),
    reason: z.enum(["too_few", "too_few_events", "not_converged", "ill_calibrated", "not_about_severity"]),
    n: z.int(),
  }),
]) satisfies z.ZodType<SeverityModel>;

const place = z.enum(["within", "outside_95", "outside_998"]);

const funnel = z.object({
  theta: z.number(),
  adjusted: z.boolean(),
  phi: known,
  tau2: z.number(),
  limits: z
    .array(
      z.object({
        n: z.number(),
        low95: z.number(),
        high95: z.number(),
        low998: z.number(),
        high998: z.number(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Funnel>;

export const groupComparison = answered.extend({
  by: z.enum(DIMENSIONS),
  measure: compared,
  whole: estimate,
  groups: z
    .array(
      z.object({
        value: z.string(),
        episodes: z.int(),
        observed: estimate,
        adjusted: estimate.nullable(),
        shrunken: z.object({ value: z.number(), weight: z.number() }).nullable(),
        place: place.nullable(),
      }),
    )
    .readonly(),
  notShown: z.object({ groups: z.int(), episodes: z.int() }),
  funnel: funnel.nullable(),
  model: severityModel,
}) satisfies z.ZodType<GroupComparison>;

export const outcomesOverTime = answered.extend({
  measure: compared,
  every: z.enum(["month", "quarter"]),
  chart: z.enum(["p", "xmr", "run"]),
  center: known,
  trial: z.boolean(),
  points: z
    .array(
      z.object({
        from: dayOut,
        to: dayOut,
        open: z.boolean(),
        n: z.int(),
        numerator: z.int().nullable(),
        value: known,
        low: known,
        high: known,
        marks: z.array(z.enum(RULE_MARKS)).readonly(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<OverTime>;

export const outcomesGroupMoves = answered.extend({
  instrument: z.enum(INSTRUMENT_IDS),
  tracks: z
    .array(
      z.object({
        programId: z.string(),
        track: z.string().nullable(),
        weeks: z
          .array(
            z.object({
              from: dayOut,
              n: z.int(),
              mean: known,
              low: known,
              high: known,
              rose: z.int(),
              fell: z.int(),
              together: z.enum(["up", "down", "no"]).nullable(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<GroupMoves>;
