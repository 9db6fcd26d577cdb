import { DIMENSIONS, INSTRUMENT_IDS } from "@soundings/clinical";
import {
  type ComparisonFilter,
  comparisonFilter,
  type OutcomesFilter,
  outcomesFilter,
  overTimeFilter,
} from "@soundings/contract";
import { z } from "zod";

export const PATIENT_SORTS = ["name", "admitted", "ended"] as const;

/** The patients behind one number: the question, the name of the set, and their order. */
const patientsFilter = outcomesFilter.extend({
  set: z.string().max(120).optional(),
  sort: z.enum(PATIENT_SORTS).optional(),
  dir: z.enum(["asc", "desc"]).optional(),
  /** How many rows were seen before, of a list that is longer than one answer. */
  offset: z.coerce.number().int().min(1).max(10_000_000).optional(),
});
export type PatientsFilter = z.infer<typeof patientsFilter>;

/** A measure over time, and the instrument by which whole tracks are watched. */
const timeFilter = overTimeFilter.extend({ instrument: z.enum(INSTRUMENT_IDS).optional() });
export type TimeFilter = z.infer<typeof timeFilter>;

/**
 * What an address means. What cannot be understood is left out, so an old or mistyped link still opens a page; what says nothing is
 * left out too, so that one question has one address.
 */
function understood(shape: Record<string, z.ZodType>, search: Record<string, unknown>) {
  const found: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const parsed = schema.safeParse(search[key]);
    if (parsed.success && parsed.data !== undefined && parsed.data !== "") found[key] = parsed.data;
  }
  return found;
}

export function parseQuestion(search: Record<string, unknown>): OutcomesFilter {
  return outcomesFilter.parse(understood(outcomesFilter.shape, search));
}

export function parseComparison(search: Record<string, unknown>): ComparisonFilter {
  return comparisonFilter.parse(understood(comparisonFilter.shape, search));
}

export function parseOverTime(search: Record<string, unknown>): TimeFilter {
  return timeFilter.parse(understood(timeFilter.shape, search));
}

export function parsePatients(search: Record<string, unknown>): PatientsFilter {
  return patientsFilter.parse(understood(patientsFilter.shape, search));
}

const FILTERS = DIMENSIONS.filter((dimension) => dimension !== "program");

/** Takes every filter but the program out of a question. */
export const NO_FILTERS: Readonly<Record<string, undefined>> = Object.fromEntries(
  FILTERS.map((dimension) => [dimension, undefined]),
);

/** How many filters narrow the question besides the program. */
export function narrowingCount(question: OutcomesFilter): number {
  return DIMENSIONS.filter((dimension) => dimension !== "program" && question[dimension] !== undefined)
    .length;
}

export function isReversed({ from, to }: Pick<OutcomesFilter, "from" | "to">): boolean {
  return from !== undefined && to !== undefined && from > to;
}
