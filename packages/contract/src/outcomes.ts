import { type CohortFilter, DIMENSIONS, MEAN_IDS, RATE_IDS } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate } from "./dates.ts";

const value = z.string().min(1).max(120);
const filterShape = Object.fromEntries(
  DIMENSIONS.map((dimension) => [dimension, value.optional()]),
) as Record<keyof CohortFilter, z.ZodOptional<typeof value>>;

/** With what the same figures are compared. */
export const AGAINST = ["previous_year", "previous_period", "all_programs"] as const;

/** The question of program outcomes: the address of the page, the input of its queries, and a saved view. */
export const outcomesFilter = z.object({
  ...filterShape,
  /** Absent: the twelve months that ended with the last whole month. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  asOf: calendarDate.optional(),
  against: z.enum(AGAINST).optional(),
});
export type OutcomesFilter = z.infer<typeof outcomesFilter>;

const compared = z.enum([...RATE_IDS, ...MEAN_IDS]);

export const comparisonFilter = outcomesFilter.extend({
  by: z.enum(DIMENSIONS).optional(),
  measure: compared.optional(),
});
export type ComparisonFilter = z.infer<typeof comparisonFilter>;

export const overTimeFilter = outcomesFilter.extend({
  measure: compared.optional(),
  every: z.enum(["month", "quarter"]).optional(),
});
export type OverTimeFilter = z.infer<typeof overTimeFilter>;

/**
 * An answer that may take its time: while it is made, the page asks again and shows how far it is; nobody asking any more
 * ends the work. `total` is 0 until it is known.
 */
export function whenReady<T extends z.ZodType>(answer: T) {
  return z.discriminatedUnion("state", [
    z.object({ state: z.literal("working"), job: z.string(), done: z.int(), total: z.int() }),
    z.object({ state: z.literal("ready"), answer }),
  ]);
}
