import type { LeavingFigure, OutcomesReport } from "@soundings/clinical";
import { z } from "zod";
import { instantOut } from "./dates.ts";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

/** A plot that leaves the program, made by the server and drawn as it is; null: nothing of it may leave. */
export const leavingFigureOut = z.custom<LeavingFigure>(isObject, "not a figure").nullable();

/** A report as it was made, with what it is of. The document is passed through as it is stored: an old one is shown as it was. */
export const outcomeReport = z.object({
  reportId: z.string(),
  madeAt: instantOut,
  by: z.string(),
  /** When a record of a patient of its programs was last entered, corrected or imported; null when it is not known. */
  recordsChangedAt: instantOut.nullable(),
  document: z.custom<OutcomesReport>(isObject, "not a report"),
});
export type OutcomeReport = z.infer<typeof outcomeReport>;
