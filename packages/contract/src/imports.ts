import { REJECTION_CODES } from "@soundings/clinical";
import { z } from "zod";
import { instantOut } from "./dates.ts";

/** A count over every patient; null for a reader who sees the rows of some, and is told of those only. */
const countOfAll = z.int().nullable();

const fileCounts = z.object({
  rows: countOfAll,
  created: countOfAll,
  updated: countOfAll,
  unchanged: countOfAll,
  rejected: z.int(),
});

/** One reading of a folder. */
export const importBatch = z.object({
  batchId: z.string(),
  /** The folder's name as given. */
  source: z.string(),
  by: z.string(),
  at: instantOut,
  files: z.array(fileCounts.extend({ file: z.string() })).readonly(),
  /** Rows set aside, how many of them still are, and how many a later import settled: set aside again, or taken in. */
  rejected: z.int(),
  open: z.int(),
  superseded: countOfAll,
  warnings: countOfAll,
});
export type ImportBatch = z.infer<typeof importBatch>;

export const importBatches = z.object({ batches: z.array(importBatch).readonly() });

export const setAsideInput = z.object({
  batchId: z.string().max(64).optional(),
  file: z.string().max(64).optional(),
  code: z.enum(REJECTION_CODES).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type SetAsideInput = z.input<typeof setAsideInput>;

/** One row that was set aside, whole, with what is wrong. */
export const setAsideEntry = z.object({
  id: z.string(),
  batchId: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.string(),
  code: z.enum(REJECTION_CODES),
  message: z.string(),
  /** `withheld`: the reader may know where the row stood and what is wrong, and not what it says. */
  values: z.enum(["shown", "withheld"]),
  /** Cells by column name; null when the row could not be taken apart, then `raw` has its text. Both null when withheld. */
  cells: z.record(z.string(), z.string()).readonly().nullable(),
  raw: z.string().nullable(),
});
export type SetAsideEntry = z.infer<typeof setAsideEntry>;

export const setAsidePage = z.object({
  rows: z.array(setAsideEntry).readonly(),
  total: z.int(),
  /** Pass it back to see the next rows; null at the end. */
  cursor: z.string().nullable(),
});
export type SetAsidePage = z.infer<typeof setAsidePage>;

export const retryInput = z.object({
  id: z.string().min(1).max(64),
  /** The mended row, whole: every cell by column name. */
  cells: z.record(z.string().max(64), z.string().max(100_000)),
});
export type RetryInput = z.infer<typeof retryInput>;

/** Trying a mended row again: it went in, or what is still wrong with it. */
export const retryResult = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["created", "updated", "unchanged"]) }),
  z.object({
    outcome: z.literal("still_wrong"),
    column: z.string(),
    code: z.enum(REJECTION_CODES),
    message: z.string(),
  }),
]);
export type RetryResult = z.infer<typeof retryResult>;

export const dismissInput = z.object({ ids: z.array(z.string().min(1).max(64)).min(1).max(200) });
export type DismissInput = z.infer<typeof dismissInput>;

/** Rows that will not be taken in, and leave the list; they stay in the database. */
export const dismissResult = z.object({ dismissed: z.int() });

export const setAsideCsvInput = z.object({
  file: z.string().min(1).max(64),
  batchId: z.string().max(64).optional(),
});

/** The set-aside rows of one file as CSV with a `problem` column, safe to open in a spreadsheet. */
export const setAsideCsv = z.object({
  name: z.string(),
  text: z.string(),
  rows: z.int(),
  /** More rows are set aside than one answer carries, or with other columns: the command line writes them all. */
  truncated: z.boolean(),
});
export type SetAsideCsv = z.infer<typeof setAsideCsv>;
