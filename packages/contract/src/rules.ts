import { FINDING_KINDS, URGENCIES } from "@soundings/clinical";
import { z } from "zod";

/** What a page says about the rule behind a finding. */
export const ruleFacts = z.object({
  rule: z.string(),
  version: z.int(),
  title: z.string(),
  /** What a clinician may consider; never a dose, never a placement. */
  consider: z.string(),
  source: z.string(),
  reviewed: z.string(),
  /** Programs cannot switch it off or loosen it. */
  safety: z.boolean(),
  /** Rests on a program default without a published basis. */
  houseThreshold: z.boolean(),
});
export type RuleFacts = z.infer<typeof ruleFacts>;

const ruleThreshold = z.object({
  name: z.string(),
  /** A fraction is its part and its whole: [2, 3] is two thirds. */
  value: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]),
  unit: z.string(),
  /** `house`: a program default without a published basis. */
  basis: z.enum(["published", "house"]),
});

/** A rule as help, filters and labels show it. */
const ruleDefinition = ruleFacts.extend({
  kind: z.enum(FINDING_KINDS),
  urgency: z.enum(URGENCIES),
  clears: z.string(),
  thresholds: z.array(ruleThreshold).readonly(),
});
export type RuleDefinition = z.infer<typeof ruleDefinition>;

/** Every rule in the order of the table, which is the order of the worklist within an urgency and kind. */
export const ruleListing = z.object({
  ruleSet: z.string(),
  rules: z.array(ruleDefinition).readonly(),
});
export type RuleListing = z.infer<typeof ruleListing>;
