import {
  ANALYTE_RESULTS,
  ASSESSMENT_MODES,
  type AssessmentMark,
  type AttendanceWeek,
  DECISION_KINDS,
  type DecisionMark,
  DISCHARGE_REASONS,
  DISPOSITIONS,
  type EpisodePicture,
  EVENT_KINDS,
  type EventMark,
  INSTRUMENT_IDS,
  type InjectionMark,
  LEVELS_OF_CARE,
  MEDICATION_CHANGES,
  type MeasureLane,
  type MedicationLane,
  MODALITIES,
  type NoteMark,
  RESPONSE_QUALITIES,
  RESULT_MARKS,
  RESULT_STATUSES,
  SCREEN_MARKS,
  SCREEN_METHODS,
  type ScreenOnTimeline,
  type ScreenResultMark,
  SERVICES,
  SESSION_MARKS,
  SESSION_STATUSES,
  type SessionMarkOnTimeline,
  SPECIMENS,
  VALIDITIES,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut, instantOut } from "./dates.ts";
import { measureWeek, scoreOnDay } from "./summary.ts";

const assessmentMark = z.object({
  assessmentId: z.string(),
  on: dayOut,
  score: z.int().nullable(),
  band: z.string().nullable(),
  prorated: z.boolean(),
  answered: z.int(),
  itemCount: z.int(),
  totalOnly: z.boolean(),
  items: z.array(z.int().nullable()).readonly(),
  difficulty: z.int().nullable(),
  mode: z.enum(ASSESSMENT_MODES).nullable(),
  recordedOn: dayOut.nullable(),
  late: z.boolean(),
  takesPart: z.boolean(),
  secondsTaken: z.number().nullable(),
  quality: z.array(z.enum(RESPONSE_QUALITIES)).readonly(),
}) satisfies z.ZodType<AssessmentMark>;

const measureLane = z.object({
  instrument: z.enum(INSTRUMENT_IDS),
  name: z.string(),
  max: z.int(),
  bands: z.array(z.object({ name: z.string(), from: z.int(), to: z.int() })).readonly(),
  caseness: z.int(),
  reliableChange: z.int(),
  baseline: scoreOnDay.nullable(),
  marks: z.array(assessmentMark).readonly(),
  weeks: z.array(measureWeek).readonly(),
  gains: z.array(z.object({ from: scoreOnDay, to: scoreOnDay, reversedOn: dayOut.nullable() })).readonly(),
}) satisfies z.ZodType<MeasureLane>;

const sessionMark = z.object({
  sessionId: z.string(),
  on: dayOut,
  time: z.string(),
  service: z.enum(SERVICES),
  status: z.enum(SESSION_STATUSES),
  mark: z.enum(SESSION_MARKS),
  scheduledMinutes: z.number(),
  deliveredMinutes: z.number().nullable(),
  modality: z.enum(MODALITIES).nullable(),
  earlyMiss: z.boolean(),
}) satisfies z.ZodType<SessionMarkOnTimeline>;

const attendanceWeek = z.object({
  week: z.int(),
  from: dayOut,
  attended: z.int(),
  countable: z.int(),
  deliveredMinutes: z.number(),
  requiredMinutes: z.number().nullable(),
  complete: z.boolean(),
}) satisfies z.ZodType<AttendanceWeek>;

const screenResultMark = z.object({
  analyte: z.string(),
  method: z.enum(SCREEN_METHODS).nullable(),
  result: z.enum(ANALYTE_RESULTS).nullable(),
  resultStatus: z.enum(RESULT_STATUSES).nullable(),
  mark: z.enum(RESULT_MARKS),
  carryOverUntil: dayOut.nullable(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  cutoff: z.string().nullable(),
  text: z.string(),
  interference: z.string().nullable(),
}) satisfies z.ZodType<ScreenResultMark>;

const screenOnTimeline = z.object({
  screenId: z.string(),
  on: dayOut,
  scheduledOn: dayOut,
  collectedAt: instantOut.nullable(),
  disposition: z.enum(DISPOSITIONS),
  specimen: z.enum(SPECIMENS).nullable(),
  validity: z.enum(VALIDITIES).nullable(),
  mark: z.enum(SCREEN_MARKS),
  text: z.string(),
  results: z.array(screenResultMark).readonly(),
  specimenFacts: z
    .array(z.object({ name: z.string(), value: z.string(), unit: z.string().nullable() }))
    .readonly(),
}) satisfies z.ZodType<ScreenOnTimeline>;

const medicationSegment = z.object({
  from: dayOut,
  to: dayOut.nullable(),
  doseText: z.string(),
  step: z.number().nullable(),
});

const medicationChangeMark = z.object({
  medicationChangeId: z.string(),
  on: dayOut,
  change: z.enum(MEDICATION_CHANGES),
  text: z.string(),
  reason: z.string().nullable(),
  prescriberId: z.string().nullable(),
});

const medicationLane = z.object({
  medication: z.string(),
  segments: z.array(medicationSegment).readonly(),
  changes: z.array(medicationChangeMark).readonly(),
}) satisfies z.ZodType<MedicationLane>;

const eventMark = z.object({
  eventId: z.string(),
  on: dayOut,
  kind: z.enum(EVENT_KINDS),
  letter: z.string(),
  text: z.string(),
  result: z.string().nullable(),
  note: z.string().nullable(),
}) satisfies z.ZodType<EventMark>;

const decisionMark = z.object({
  decisionId: z.string(),
  on: dayOut,
  decision: z.enum(DECISION_KINDS),
  levelOfCare: z.enum(LEVELS_OF_CARE).nullable(),
  letter: z.string(),
  text: z.string(),
  reason: z.string().nullable(),
  staffId: z.string().nullable(),
}) satisfies z.ZodType<DecisionMark>;

const noteMark = z.object({
  noteId: z.string(),
  on: dayOut,
  text: z.string(),
  by: z.string(),
}) satisfies z.ZodType<NoteMark>;

const injectionMark = z.object({
  injectionId: z.string(),
  on: dayOut,
  medication: z.string(),
  text: z.string(),
}) satisfies z.ZodType<InjectionMark>;

const placementBand = z.object({ levelOfCare: z.enum(LEVELS_OF_CARE), from: dayOut, to: dayOut.nullable() });

export const episodePicture = z.object({
  episodeId: z.string(),
  patientId: z.string(),
  programId: z.string(),
  asOf: dayOut,
  admittedOn: dayOut,
  dischargedOn: dayOut.nullable(),
  dischargeReason: z.enum(DISCHARGE_REASONS).nullable(),
  levelOfCare: z.enum(LEVELS_OF_CARE),
  daysAtLevel: z.int().nullable(),
  week: z.int(),
  from: dayOut,
  to: dayOut,
  placements: z.array(placementBand).readonly(),
  measures: z.array(measureLane).readonly(),
  sessions: z.array(sessionMark).readonly(),
  attendanceWeeks: z.array(attendanceWeek).readonly(),
  screens: z.array(screenOnTimeline).readonly(),
  medications: z.array(medicationLane).readonly(),
  events: z.array(eventMark).readonly(),
  decisions: z.array(decisionMark).readonly(),
  notes: z.array(noteMark).readonly(),
  injections: z.array(injectionMark).readonly(),
}) satisfies z.ZodType<EpisodePicture>;
