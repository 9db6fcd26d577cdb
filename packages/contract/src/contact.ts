import { INSTRUMENT_IDS, MODALITIES, SERVICES, SESSION_STATUSES } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { lineIfAny } from "./free-text.ts";

const patientId = z.string().min(1).max(64);

/** How a patient wants to be called and reached. Phone and e-mail come from the records; the rest is kept here. */
export const contactDetails = z.object({
  patientId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  preferredName: z.string().nullable(),
  pronouns: z.string().nullable(),
  /** How to reach the patient without giving away that they are in treatment. */
  reachBy: z.string().nullable(),
  emergencyName: z.string().nullable(),
  emergencyRelation: z.string().nullable(),
  emergencyPhone: z.string().nullable(),
  /** 0 when nothing was ever saved; a change must name the one it was made on. */
  revision: z.int(),
  changedAt: instantOut.nullable(),
  changedBy: z.string().nullable(),
});
export type ContactDetails = z.infer<typeof contactDetails>;
export const contactInput = z.object({ patientId });
export const saveContactInput = z.object({
  patientId,
  revision: z.int().min(0),
  preferredName: lineIfAny(100),
  pronouns: lineIfAny(40),
  reachBy: lineIfAny(300),
  emergencyName: lineIfAny(120),
  emergencyRelation: lineIfAny(60),
  emergencyPhone: lineIfAny(40),
});
export type SaveContactInput = z.infer<typeof saveContactInput>;

/** The day may be one to come. */
export const scheduleInput = z.object({
  on: calendarDate.optional(),
  program: z.string().max(64).optional(),
});
export type ScheduleInput = z.infer<typeof scheduleInput>;
/** The sessions of a day in scope, by time, then program, then name. No scores, no screens, no notes. */
export const schedulePage = z.object({
  on: dayOut,
  today: dayOut,
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
  /** On a day without sessions: the nearest days within two weeks that have some; null for none. */
  nearest: z.object({ before: dayOut.nullable(), after: dayOut.nullable() }),
  sessions: z
    .array(
      z.object({
        sessionId: z.string(),
        patientId: z.string(),
        givenName: z.string(),
        familyName: z.string(),
        preferredName: z.string().nullable(),
        /** Of the episode in which the session lies, else of the nearest; null for a patient without one. */
        programName: z.string().nullable(),
        /** "HH:MM" in the site's zone. */
        startsAt: z.string(),
        minutes: z.int(),
        service: z.enum(SERVICES),
        modality: z.enum(MODALITIES).nullable(),
        leader: z.string().nullable(),
        /** `scheduled`: not marked yet. */
        status: z.enum(SESSION_STATUSES),
        attendedMinutes: z.int().nullable(),
        /** Whether the reader may open the patient's page, and the contact details. */
        mayOpen: z.boolean(),
        mayContact: z.boolean(),
      }),
    )
    .readonly(),
});
export type SchedulePage = z.infer<typeof schedulePage>;

export const dueInput = z.object({ program: z.string().max(64).optional() });
export type DueInput = z.infer<typeof dueInput>;
/** Patients in treatment who owe a measure today or are overdue, the longest overdue first. */
export const duePage = z.object({
  today: dayOut,
  programs: z.array(z.object({ programId: z.string(), name: z.string() })).readonly(),
  due: z
    .array(
      z.object({
        patientId: z.string(),
        episodeId: z.string(),
        givenName: z.string(),
        familyName: z.string(),
        preferredName: z.string().nullable(),
        programName: z.string(),
        therapistName: z.string().nullable(),
        measures: z
          .array(z.object({ instrument: z.enum(INSTRUMENT_IDS), dueOn: dayOut, overdue: z.boolean() }))
          .readonly(),
        mayOpen: z.boolean(),
        mayContact: z.boolean(),
      }),
    )
    .readonly(),
});
export type DuePage = z.infer<typeof duePage>;
