import { DISCHARGE_REASONS, type Patient, SEXES } from "@soundings/clinical";
import { z } from "zod";
import { episodeCourse, medicationLens } from "./course.ts";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { finding, stepDownCard } from "./findings.ts";
import { episodePicture } from "./picture.ts";
import { ruleFacts } from "./rules.ts";
import { episodeSummary } from "./summary.ts";

/** Without an episode: the one that is active as of the day, else the latest. */
export const patientInput = z.object({
  patientId: z.string().min(1).max(64),
  episodeId: z.string().max(64).optional(),
  asOf: calendarDate.optional(),
  /** `all` brings the pictures of the patient's other stays along. */
  span: z.enum(["episode", "all"]).optional(),
});
export type PatientInput = z.infer<typeof patientInput>;

const patient = z.object({
  patientId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: dayOut,
  sex: z.enum(SEXES).nullable(),
  language: z.string().nullable(),
  race: z.string().nullable(),
  ethnicity: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
}) satisfies z.ZodType<Patient>;

/** A value that was corrected: what stood before and what stood after, when, by whom and why. */
const correction = z.object({
  recordType: z.string(),
  recordId: z.string(),
  correctedAt: instantOut,
  /** The civil date of the correction in the site's zone, and its time of day. */
  correctedOn: dayOut,
  correctedTime: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).readonly(),
  after: z.record(z.string(), z.unknown()).readonly(),
  /** It stood otherwise on the chosen day, which is an earlier one. */
  sinceChosenDay: z.boolean(),
  /** The record was marked as entered in error by this step. */
  takenBack: z.boolean(),
});
export type Correction = z.infer<typeof correction>;

const episodeListing = z.object({
  episodeId: z.string(),
  programName: z.string(),
  admittedOn: dayOut,
  dischargedOn: dayOut.nullable(),
  dischargeReason: z.enum(DISCHARGE_REASONS).nullable(),
});
export type EpisodeListing = z.infer<typeof episodeListing>;

/** Everything the patient page shows. */
export const patientPage = z.object({
  asOf: dayOut,
  today: dayOut,
  patient,
  /** Whole years on the chosen day. */
  age: z.int(),
  programName: z.string(),
  therapistName: z.string().nullable(),
  prescriberName: z.string().nullable(),
  episodes: z.array(episodeListing).readonly(),
  summary: episodeSummary.nullable(),
  findings: z.array(finding).readonly(),
  rules: z.array(ruleFacts).readonly(),
  stepDown: stepDownCard.nullable(),
  picture: episodePicture,
  /** Of the patient's other stays that were known by then, the newest first; empty unless all were asked for. */
  otherStays: z.array(episodePicture).readonly(),
  course: episodeCourse,
  lens: medicationLens,
  /** Names of the staff that marks refer to, by id. */
  staffNames: z.record(z.string(), z.string()),
  /** The newest first, at most 500. */
  corrections: z.array(correction).readonly(),
  /** Until when and why whoever asks has opened this patient from outside; null when that is not so. */
  openedOutside: z.object({ until: instantOut, reason: z.string() }).nullable(),
});
export type PatientPage = z.infer<typeof patientPage>;
