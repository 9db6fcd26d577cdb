import { PAPER_KINDS, PAPER_PARTS, type Paper } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut } from "./dates.ts";
import { episodePicture } from "./picture.ts";

export const PAPER_NAMES = {
  summary: "One-page summary",
  review: "Concurrent review",
  patient_copy: "Copy for the patient",
} as const satisfies Record<(typeof PAPER_KINDS)[number], string>;

export const paperInput = z.object({
  patientId: z.string().min(1).max(64),
  episodeId: z.string().max(64).optional(),
  asOf: calendarDate.optional(),
  paper: z.enum(PAPER_KINDS),
});
export type PaperInput = z.infer<typeof paperInput>;

const heading = z.string();
export const paper = z.object({
  kind: z.enum(PAPER_KINDS),
  title: z.string(),
  asOf: dayOut,
  about: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  sections: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("lines"), heading, lines: z.array(z.string()).readonly() }),
        z.object({
          kind: z.literal("table"),
          heading,
          table: z.object({
            columns: z.array(z.string()).readonly(),
            rows: z.array(z.array(z.string()).readonly()).readonly(),
          }),
        }),
        z.object({ kind: z.literal("picture"), heading, picture: episodePicture }),
      ]),
    )
    .readonly(),
  leftOut: z.array(z.enum(PAPER_PARTS)).readonly(),
  foot: z.string(),
}) satisfies z.ZodType<Paper>;

/** A file for use inside the program, marked as an internal copy: the paper as PDF, or the patient's data as a workbook or CSV. */
export const internalFileInput = paperInput.omit({ paper: true }).extend({
  form: z.enum(["summary", "review", "patient_copy", "xlsx", "csv"]),
});
export type InternalFileInput = z.infer<typeof internalFileInput>;

export const FILE_TYPES = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "text/csv",
  "text/html",
] as const;
/** A file on its way to the browser. */
export const internalFile = z.object({
  name: z.string(),
  mediaType: z.enum(FILE_TYPES),
  base64: z.string(),
});
export type InternalFile = z.infer<typeof internalFile>;
