import {
  DIMENSIONS,
  DISCHARGE_REASONS,
  INSTRUMENT_IDS,
  type LeavingFigureAsk,
  MEAN_IDS,
  QUALITY_CHECKS,
  type QualityProblem,
  RATE_IDS,
  RECORD_KINDS,
} from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { line, passage } from "./free-text.ts";
import { outcomesFilter } from "./outcomes.ts";
import { byInstrument, cohortQuestion } from "./outcomes-json.ts";

const id = z.string().min(1).max(64);

export const groupMovesFilter = outcomesFilter.extend({ instrument: z.enum(INSTRUMENT_IDS).optional() });
export type GroupMovesFilter = z.infer<typeof groupMovesFilter>;

/** `set`: the name of a set of episodes, as a number of a page says it. `offset`: how many rows were seen. */
export const outcomePatientsInput = outcomesFilter.extend({
  set: z.string().min(1).max(120),
  offset: z.int().min(0).max(10_000_000).optional(),
});
export type OutcomePatientsInput = z.infer<typeof outcomePatientsInput>;

const qualityProblem = z.object({
  check: z.enum(QUALITY_CHECKS),
  record: z.object({ kind: z.enum(RECORD_KINDS), id: z.string() }).nullable(),
  on: dayOut,
  text: z.string(),
}) satisfies z.ZodType<QualityProblem>;

const scored = byInstrument(z.object({ on: dayOut, score: z.int() }).nullable());

const outcomePatient = z.object({
  episodeId: z.string(),
  patientId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  programId: z.string(),
  programName: z.string(),
  therapistName: z.string().nullable(),
  admittedOn: dayOut,
  dischargedOn: dayOut.nullable(),
  dischargeReason: z.enum(DISCHARGE_REASONS).nullable(),
  pre: scored,
  post: scored,
  /** Of those who are left out: the reason. */
  why: z.string().nullable(),
  /** Of a set of data quality: what there is to work through. */
  problems: z.array(qualityProblem).readonly(),
});
export type OutcomePatient = z.infer<typeof outcomePatient>;

/** The episodes behind a number, by family name; `total` may be more than the rows of one answer. */
export const outcomePatients = z.object({
  question: cohortQuestion,
  set: z.string(),
  total: z.int(),
  offset: z.int(),
  rows: z.array(outcomePatient).readonly(),
});
export type OutcomePatients = z.infer<typeof outcomePatients>;

/** What a cohort can be narrowed by: the values that are on record in scope, and how many were discharged in the period. */
export const outcomesOptions = z.object({
  question: cohortQuestion,
  today: dayOut,
  dimensions: z.record(
    z.enum(DIMENSIONS),
    z.array(z.object({ value: z.string(), label: z.string(), discharged: z.int() })).readonly(),
  ),
});
export type OutcomesOptions = z.infer<typeof outcomesOptions>;

export const jobInput = z.object({ job: z.string().min(1).max(64) });

/** The pages of which views are kept. */
export const OUTCOME_PAGES = ["overview", "patients", "compare", "time", "levels", "quality"] as const;

const viewed = outcomesFilter.extend({
  by: z.enum(DIMENSIONS).optional(),
  measure: z.enum([...RATE_IDS, ...MEAN_IDS]).optional(),
  every: z.enum(["month", "quarter"]).optional(),
  instrument: z.enum(INSTRUMENT_IDS).optional(),
  set: z.string().min(1).max(120).optional(),
});

/** A view to keep. Shared: for every director of one of the programs that its owner directs. */
export const keepViewInput = z.object({
  name: line(80),
  page: z.enum(OUTCOME_PAGES),
  filter: viewed,
  shared: z.boolean(),
});
export type KeepViewInput = z.infer<typeof keepViewInput>;

/** A page of program outcomes that goes to a printer, by what it shows. */
export const outcomesPrintedInput = keepViewInput.pick({ page: true, filter: true });

const outcomeView = keepViewInput.extend({
  viewId: z.string(),
  name: z.string(),
  mine: z.boolean(),
  by: z.string(),
  keptAt: instantOut,
});
export type OutcomeView = z.infer<typeof outcomeView>;
export const outcomeViewList = z.object({ views: z.array(outcomeView).readonly() });
export type OutcomeViewList = z.infer<typeof outcomeViewList>;
export const viewInput = z.object({ viewId: id });

/** What a director notes of when something changed in a program, such as "evening track opened". */
export const addNoteInput = z.object({ programId: id, on: calendarDate, text: passage(200) });
export type AddNoteInput = z.infer<typeof addNoteInput>;

const outcomeNote = z.object({
  noteId: z.string(),
  programId: z.string(),
  programName: z.string(),
  on: dayOut,
  text: z.string(),
  by: z.string(),
  recordedAt: instantOut,
  takenBack: z.object({ by: z.string(), at: instantOut }).nullable(),
});
export type OutcomeNote = z.infer<typeof outcomeNote>;
/** By day, newest first; with the programs of which notes can be written. */
export const outcomeNoteList = z.object({
  notes: z.array(outcomeNote).readonly(),
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
});
export type OutcomeNoteList = z.infer<typeof outcomeNoteList>;
export const noteInput = z.object({ noteId: id });

const outcomeReportEntry = z.object({
  reportId: z.string(),
  madeAt: instantOut,
  by: z.string(),
  question: cohortQuestion,
  /** The programs that it is about. */
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
  definitions: z.int(),
  rules: z.string(),
});
export type OutcomeReportEntry = z.infer<typeof outcomeReportEntry>;
export const outcomeReportList = z.object({ reports: z.array(outcomeReportEntry).readonly() });
export type OutcomeReportList = z.infer<typeof outcomeReportList>;

export const makeReportInput = outcomesFilter.extend({
  /** With the directors' notes of what changed when; they are texts that people wrote. */
  notes: z.boolean().optional(),
  by: z.enum(DIMENSIONS).optional(),
  measure: z.enum([...RATE_IDS, ...MEAN_IDS]).optional(),
});
export type MakeReportInput = z.infer<typeof makeReportInput>;
export const reportInput = z.object({ reportId: id });
export const reportFileInput = reportInput.extend({ form: z.enum(["pdf", "xlsx"]) });
export type ReportFileInput = z.infer<typeof reportFileInput>;

/** The plots that can leave as a file. */
export const LEAVING_FIGURES = [
  "flow",
  "measures",
  "bands",
  "retention",
  "comparison",
  "funnel",
  "over_time",
  "weeks",
  "levels",
] as const satisfies readonly LeavingFigureAsk["figure"][];

/** A plot as it may leave the program; `instrument`, `by` and `measure` where the plot has one. */
export const leavingFigureInput = outcomesFilter.extend({
  figure: z.enum(LEAVING_FIGURES),
  instrument: z.enum(INSTRUMENT_IDS).optional(),
  by: z.enum(DIMENSIONS).optional(),
  measure: z.enum([...RATE_IDS, ...MEAN_IDS]).optional(),
});
export type LeavingFigureInput = z.infer<typeof leavingFigureInput>;
