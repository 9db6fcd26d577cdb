import type { Figure } from "@soundings/clinical";
import { z } from "zod";
import { instantOut } from "./dates.ts";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

/** What a plot says that leaves the program. Made by the server and drawn as it is. */
export const leavingFigureOut = z.custom<Figure>(isObject, "not a figure");

/** A report as it was made, with what it is of. The document is passed through as it is stored: an old one is shown as it was. */
export const outcomeReport = z.object({
  reportId: z.string(),
  madeAt: instantOut,
  by: z.string(),
  document: z.custom<unknown>(isObject, "not a report"),
});
export type OutcomeReport = z.infer<typeof outcomeReport>;
