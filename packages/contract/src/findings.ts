import {
  CRITERION_STATES,
  type CriterionView,
  EVIDENCE_TYPES,
  type Evidence,
  FINDING_KINDS,
  type Finding,
  type StepDownCard,
  URGENCIES,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";

const evidence = z.object({
  type: z.enum(EVIDENCE_TYPES),
  id: z.string(),
  on: dayOut,
  text: z.string(),
}) satisfies z.ZodType<Evidence>;

export const finding = z.object({
  rule: z.string(),
  version: z.int(),
  patient_id: z.string(),
  episode_id: z.string(),
  as_of: dayOut,
  kind: z.enum(FINDING_KINDS),
  urgency: z.enum(URGENCIES),
  headline: z.string(),
  evidence: z.array(evidence).readonly(),
  clears: z.string(),
  source: z.string(),
}) satisfies z.ZodType<Finding>;

const criterionView = z.object({
  id: z.string(),
  state: z.enum(CRITERION_STATES),
  detail: z.string(),
  label: z.string(),
  evidence: z.array(evidence).readonly(),
}) satisfies z.ZodType<CriterionView>;

export const stepDownCard = z.object({
  patient_id: z.string(),
  episode_id: z.string(),
  ready: z.boolean(),
  criteria: z.array(criterionView).readonly(),
}) satisfies z.ZodType<StepDownCard>;
