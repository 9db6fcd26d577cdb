import {
  ADHERENCES,
  CHANGE_SPANS,
  type ClusterSeries,
  type ComparedValue,
  type EpisodeCourse,
  EVIDENCE_TYPES,
  INJECTION_STATES,
  INSTRUMENT_IDS,
  type InjectionView,
  type ItemMove,
  MEDICATION_NOTE_KINDS,
  type MedicationLens,
  type MedicationView,
  NOTICE_KINDS,
  RESULT_MARKS,
} from "@soundings/clinical";
import { z } from "zod";
import { dayOut } from "./dates.ts";

const reliable = z.enum(["improved", "worsened", "none"]).nullable();

const changeSentence = z.object({
  span: z.enum(CHANGE_SPANS),
  since: dayOut.nullable(),
  parts: z
    .array(
      z.object({
        text: z.string(),
        record: z.object({ type: z.enum(EVIDENCE_TYPES), id: z.string(), on: dayOut }).nullable(),
      }),
    )
    .readonly(),
});

const itemAnswer = z.object({ answer: z.int(), on: dayOut, assessmentId: z.string() });

const itemMove = z.object({
  instrument: z.enum(INSTRUMENT_IDS),
  number: z.int(),
  topic: z.string(),
  safety: z.boolean(),
  from: itemAnswer,
  to: itemAnswer,
  change: z.int(),
}) satisfies z.ZodType<ItemMove>;

const clusterSeries = z.object({
  id: z.string(),
  name: z.string(),
  instrument: z.enum(INSTRUMENT_IDS),
  items: z.array(z.int()).readonly(),
  max: z.int(),
  points: z
    .array(z.object({ on: dayOut, assessmentId: z.string(), value: z.int().nullable(), answered: z.int() }))
    .readonly(),
}) satisfies z.ZodType<ClusterSeries>;

/** What the page says about the course of the episode. */
export const episodeCourse = z.object({
  sentences: z.array(changeSentence).readonly(),
  moves: z.object({
    worsening: z.array(itemMove).readonly(),
    improving: z.array(itemMove).readonly(),
    administrations: z.record(z.enum(INSTRUMENT_IDS), z.int()),
  }),
  clusters: z.array(clusterSeries).readonly(),
  metSince: z.record(z.string(), dayOut),
  readySince: dayOut.nullable(),
}) satisfies z.ZodType<EpisodeCourse>;

const valueOnDay = z
  .object({
    value: z.int(),
    on: dayOut,
    assessmentId: z.string(),
    prorated: z.literal(true).exactOptional(),
  })
  .nullable();

export const comparedValue = z.object({
  id: z.string(),
  name: z.string(),
  max: z.int(),
  from: valueOnDay,
  to: valueOnDay,
  n: z.int(),
  change: z.int().nullable(),
  reliable,
}) satisfies z.ZodType<ComparedValue>;

const medicationView = z.object({
  medication: z.string(),
  current: z.boolean(),
  doseText: z.string(),
  startedOn: dayOut.nullable(),
  doseSince: dayOut.nullable(),
  daysOnDose: z.int().nullable(),
  stoppedOn: dayOut.nullable(),
  prescriberId: z.string().nullable(),
  windows: z
    .array(z.object({ name: z.string(), from: dayOut, to: dayOut, state: z.enum(["ahead", "open", "past"]) }))
    .readonly(),
  ingredients: z.array(z.string()).readonly(),
  isAntidepressant: z.boolean(),
  notes: z
    .array(
      z.object({
        medicationNoteId: z.string(),
        on: dayOut,
        kind: z.enum(MEDICATION_NOTE_KINDS),
        adherence: z.enum(ADHERENCES).nullable(),
        text: z.string().nullable(),
        by: z.string(),
      }),
    )
    .readonly(),
  found: z
    .array(
      z.object({
        screenId: z.string(),
        on: dayOut,
        analyte: z.string(),
        mark: z.enum(RESULT_MARKS),
        text: z.string(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<MedicationView>;

const injectionView = z.object({
  injectionId: z.string(),
  medication: z.string(),
  dose: z.string().nullable(),
  intervalDays: z.int(),
  lastGivenOn: dayOut.nullable(),
  givenBy: z.string().nullable(),
  nextDueOn: dayOut,
  state: z.enum(INJECTION_STATES),
  daysPastDue: z.int(),
}) satisfies z.ZodType<InjectionView>;

/** What the prescriber reads beside the picture. */
export const medicationLens = z.object({
  medications: z.array(medicationView).readonly(),
  comparisons: z
    .array(
      z.object({
        since: z.enum(["last_change", "admission"]),
        on: dayOut,
        text: z.string().nullable(),
        medicationChangeId: z.string().nullable(),
        values: z.array(comparedValue).readonly(),
      }),
    )
    .readonly(),
  injections: z.array(injectionView).readonly(),
  unrecognized: z.array(z.string()).readonly(),
  unchecked: z.array(z.string()).readonly(),
  watches: z
    .array(z.object({ medication: z.string(), since: dayOut, until: dayOut, text: z.string() }))
    .readonly(),
  notices: z.array(z.object({ kind: z.enum(NOTICE_KINDS), text: z.string() })).readonly(),
  screens: z.object({
    negative: z.int(),
    submitted: z.int(),
    scheduled: z.int(),
    longestRun: z.int(),
    longestRunFrom: dayOut.nullable(),
    longestRunTo: dayOut.nullable(),
    currentRun: z.int(),
  }),
}) satisfies z.ZodType<MedicationLens>;
