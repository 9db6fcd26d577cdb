import { LEVELS_OF_CARE, MODALITIES, PROGRAM_TEMPLATES, SERVICES } from "@soundings/clinical";
import { z } from "zod";
import { calendarDate, dayOut, instantOut } from "./dates.ts";
import { line } from "./free-text.ts";

const id = z.string().min(1).max(64);
const atMost = (most: number) => z.int().min(0).max(most).nullable();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const templateIds = Object.keys(PROGRAM_TEMPLATES) as [
  keyof typeof PROGRAM_TEMPLATES,
  ...(keyof typeof PROGRAM_TEMPLATES)[],
];

/** When the program works: of each weekday (Monday first) from–until, in the site's zone; null for closed. */
const workingHours = z.array(z.object({ from: clock, until: clock }).nullable()).length(7);
const holiday = z.object({ on: calendarDate, name: line(80) });
const onCall = z.object({ personId: id, phone: line(40), from: calendarDate, until: calendarDate });

/** Settings of a program that the clinic export does not carry. */
export const programPractice = z.object({
  focus: z.array(z.enum(["mental_health", "substance_use", "dual_diagnosis"])).max(3),
  services: z.array(z.object({ service: z.enum(SERVICES), name: line(80) })).max(40),
  measureEveryDays: z.int().min(1).max(60),
  screening: z.object({ specimen: line(40).nullable(), random: z.boolean() }),
  schedule: z.object({ tapers: z.boolean(), followsRisk: z.boolean(), fitsShiftWork: z.boolean() }),
  sessionHours: z.object({
    min: z.number().min(0).max(24).nullable(),
    max: z.number().min(0).max(24).nullable(),
  }),
  firstWeek: z.array(line(120)).max(20),
  progressReviewEveryDays: atMost(120),
  feeders: z.array(line(60)).max(20),
  stepDownTo: z.enum(LEVELS_OF_CARE).nullable(),
  returnAfterCrisis: z.boolean(),
  aftercare: z.array(line(120)).max(20),
  coordination: z.array(line(160)).max(20),
  /** What patients in a crisis are told to call, beside 988 and 911. */
  crisisLine: line(60).nullable(),
  workingHours,
  holidays: z.array(holiday).max(100),
  onCall: z.array(onCall).max(100),
});
export type ProgramPractice = z.infer<typeof programPractice>;

/** Settings that the clinic export carries: the rules read them. */
export const programCore = z.object({
  name: line(120),
  levelOfCare: z.enum(LEVELS_OF_CARE),
  timeZone: z.string().max(64).nullable(),
  plannedWeeksMin: atMost(104),
  plannedWeeksMax: atMost(104),
  hoursPerWeekMin: z.number().min(0).max(80).nullable(),
  daysPerWeekMin: atMost(7),
  daysPerWeekMax: atMost(7),
  tracks: z.array(line(60)).max(20),
  modalities: z.array(z.enum(MODALITIES)).max(3),
  screensPerWeek: z.number().min(0).max(14).nullable(),
});
export type ProgramCore = z.infer<typeof programCore>;

export const programSettings = z.object({
  programId: z.string(),
  core: programCore,
  practice: programPractice,
  /** How often the settings were changed, here or by an import; a change must name the one it was made on. */
  revision: z.int(),
  changedAt: instantOut.nullable(),
  changedBy: z.string().nullable(),
  patientsInTreatment: z.int(),
});
export type ProgramSettings = z.infer<typeof programSettings>;

export const programsPage = z.object({
  programs: z.array(programSettings).readonly(),
  templates: z
    .array(
      z.object({
        templateId: z.enum(templateIds),
        title: z.string(),
        core: programCore,
        practice: programPractice,
      }),
    )
    .readonly(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })).readonly(),
  mayAdd: z.boolean(),
});
export type ProgramsPage = z.infer<typeof programsPage>;
export const addProgramInput = z.object({
  programId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/),
  core: programCore,
  practice: programPractice,
});
export type AddProgramInput = z.infer<typeof addProgramInput>;
export const saveProgramInput = z.object({
  programId: id,
  revision: z.int().min(0),
  core: programCore,
  practice: programPractice,
});
export type SaveProgramInput = z.infer<typeof saveProgramInput>;

/** What is running, for the administrator. */
export const runningStatus = z.object({
  version: z.string(),
  dataDir: z.string(),
  databaseBytes: z.int(),
  encrypted: z.boolean(),
  schemaVersion: z.int(),
  startedAt: instantOut,
  today: dayOut,
  zone: z.string(),
  lastBackup: z.object({ at: instantOut, file: z.string(), bytes: z.int() }).nullable(),
  /** When findings were last brought to a day, and to which. */
  lastNightlyRun: z.object({ at: instantOut, day: dayOut, patients: z.int() }).nullable(),
  lastVerification: z.object({ at: instantOut, problems: z.int() }).nullable(),
  auditEntries: z.int(),
  /** The last entry's number and the beginning of its hash: note it elsewhere, and a shortened audit can be told. */
  auditHead: z.string(),
  secureTransport: z.enum(["loopback", "own_certificate", "trusted_proxy", "plain"]),
  mail: z.boolean(),
  provider: z.string().nullable(),
  idleMinutes: z.int(),
  purpose: z.enum(["demo", "real"]),
});
export type RunningStatus = z.infer<typeof runningStatus>;
