import {
  ADHERENCES,
  C_SSRS_RESULTS,
  DECISION_KINDS,
  EVENT_KINDS,
  LEVELS_OF_CARE,
  MEASURE_MISSED_RESULTS,
  MEDICATION_CHANGES,
  MEDICATION_NOTE_KINDS,
} from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { line, lineIfAny, passage } from "./free-text.ts";

const patientId = z.string().min(1).max(64);
const id = z.string().min(1).max(200);
const passageIfAny = (most: number) => passage(most).nullable();

/** Made by the page when a form opens, so that sending it twice enters it once. */
const entryId = z.uuid();

const medicationChange = z.object({
  kind: z.literal("medication_change"),
  on: calendarDate,
  change: z.enum(MEDICATION_CHANGES),
  medication: line(200),
  dose: lineIfAny(60),
  unit: lineIfAny(40),
  frequency: lineIfAny(80),
  reason: passageIfAny(1000),
});
const event = z.object({
  kind: z.literal("event"),
  on: calendarDate,
  event: z.enum(EVENT_KINDS),
  /** A code for C-SSRS and a missed measure; words for any other kind. */
  result: z.union([z.enum(C_SSRS_RESULTS), z.enum(MEASURE_MISSED_RESULTS), lineIfAny(200)]),
  note: passageIfAny(2000),
});
const decision = z.object({
  kind: z.literal("decision"),
  on: calendarDate,
  decision: z.enum(DECISION_KINDS),
  levelOfCare: z.enum(LEVELS_OF_CARE).nullable(),
  reason: passageIfAny(2000),
});
const note = z.object({ kind: z.literal("note"), on: calendarDate, text: passage(2000) });
const medicationNote = z.object({
  kind: z.literal("medication_note"),
  on: calendarDate,
  medication: line(200),
  about: z.enum(MEDICATION_NOTE_KINDS),
  /** Asked for when it is about adherence. */
  adherence: z.enum(ADHERENCES).nullable(),
  text: passageIfAny(1000),
});
const injection = z.object({
  kind: z.literal("injection"),
  medication: line(200),
  dose: lineIfAny(100),
  intervalDays: z.int().min(1).max(366),
  /** null for a schedule whose first injection is still to come. */
  givenOn: calendarDate.nullable(),
  givenBy: lineIfAny(120),
  nextDueOn: calendarDate,
});

/** What a clinician enters on a patient's page. */
export const entryFields = z.discriminatedUnion("kind", [
  medicationChange,
  event,
  decision,
  note,
  medicationNote,
  injection,
]);
export type EntryFields = z.infer<typeof entryFields>;
export const ENTRY_KINDS = [
  "medication_change",
  "event",
  "decision",
  "note",
  "medication_note",
  "injection",
] as const satisfies readonly EntryFields["kind"][];
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const addEntryInput = z.object({ patientId, entryId, entry: entryFields });
export type AddEntryInput = z.infer<typeof addEntryInput>;

/** What is wrong with a value, in the codes and sentences of an import; `field` names the property or column. */
const stillWrong = z.object({
  outcome: z.literal("still_wrong"),
  field: z.string(),
  code: z.string(),
  message: z.string(),
});
export const entered = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("entered"), recordType: z.string(), recordId: z.string() }),
  /** It was entered with other values when it was first sent, or was corrected since: those stand, and these were not taken in. */
  z.object({ outcome: z.literal("entered_before"), recordType: z.string(), recordId: z.string() }),
  stillWrong,
]);
export type Entered = z.infer<typeof entered>;

/** The kinds of records that can be corrected here: those of the clinic export that make up a patient's page, and own ones. */
export const CORRECTABLE = [
  "episode",
  "placement",
  "assessment",
  "session",
  "screen",
  "screen_result",
  "medication_change",
  "event",
  "decision",
  "note",
  "medication_note",
  "injection",
] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** A record by type and key, as evidence and revisions name it (of a placement and a result the parts are joined by `/`). */
const recordName = { patientId, recordType: z.enum(CORRECTABLE), recordId: id };
export const recordInput = z.object(recordName);
export type RecordInput = z.infer<typeof recordInput>;

/** One value of a record as text, with the form that it takes. */
export const recordField = z.object({
  /** Column of the clinic export, or the like of an own record. */
  field: z.string(),
  label: z.string(),
  form: z.enum(["text", "passage", "code", "date", "moment", "number"]),
  /** For `code`: what can be chosen, with its words. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).readonly(),
  required: z.boolean(),
  /** Part of the key or of what ties the record to the patient: shown, not changed. */
  fixed: z.boolean(),
  /** As it stands now; empty is not known. */
  value: z.string(),
});
export type RecordField = z.infer<typeof recordField>;

/** What stood before one correction, and who made it; `fields` only the values that it changed, as text. */
export const recordRevision = z.object({
  revision: z.int(),
  at: instantOut,
  by: z.string(),
  reason: z.string().nullable(),
  fields: z
    .array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() }))
    .readonly(),
});
export type RecordRevision = z.infer<typeof recordRevision>;

/** One record, ready to be corrected. */
export const recordView = z.object({
  recordType: z.enum(CORRECTABLE),
  recordId: z.string(),
  /** `PHQ-9 of 2026-03-14`. */
  title: z.string(),
  on: dayOut,
  fields: z.array(recordField).readonly(),
  /** How often it was corrected; a correction names it, so that none is made on values that somebody else changed. */
  revision: z.int(),
  /** Whether it can be marked as entered in error; else its values are corrected. */
  canTakeBack: z.boolean(),
  /** When, by whom and why it was marked as entered in error; null while it stands. */
  takenBack: z.object({ at: instantOut, by: z.string(), reason: z.string() }).nullable(),
  revisions: z.array(recordRevision).readonly(),
});
export type RecordView = z.infer<typeof recordView>;

export const correctInput = z.object({
  ...recordName,
  /** The `revision` that was seen. */
  seen: z.int().min(0),
  /** The new values by field, as text; a field that is absent stays as it is, an empty one becomes not known. */
  values: z.record(z.string().max(64), z.string().max(5000)),
  reason: passage(500, 3),
});
export type CorrectInput = z.infer<typeof correctInput>;
export const corrected = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("corrected"), revision: z.int() }),
  z.object({ outcome: z.literal("unchanged") }),
  /** Somebody changed it in the meantime: nothing was written, look again. */
  z.object({ outcome: z.literal("changed_meanwhile"), revision: z.int() }),
  stillWrong,
]);
export type Corrected = z.infer<typeof corrected>;

/** Marks a record as entered in error: it stays on record and counts for nothing. */
export const takeBackInput = z.object({ ...recordName, seen: z.int().min(0), reason: passage(500, 3) });
export type TakeBackInput = z.infer<typeof takeBackInput>;
