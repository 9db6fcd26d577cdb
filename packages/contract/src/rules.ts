import { z } from "zod";

/** What a page says about the rule behind a finding. */
export const ruleFacts = z.object({
  rule: z.string(),
  version: z.int(),
  title: z.string(),
  source: z.string(),
  reviewed: z.string(),
  /** Programs cannot switch it off or loosen it. */
  safety: z.boolean(),
  /** Rests on a program default without a published basis. */
  houseThreshold: z.boolean(),
});
export type RuleFacts = z.infer<typeof ruleFacts>;
