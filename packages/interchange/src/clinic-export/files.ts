import {
  ANALYTE_RESULTS,
  ASSESSMENT_MODES,
  ASSESSMENT_STATUSES,
  DECISION_KINDS,
  DISCHARGE_REASONS,
  DISPOSITIONS,
  EVENT_KINDS,
  INSTRUMENT_IDS,
  LEVELS_OF_CARE,
  MEDICATION_CHANGES,
  MODALITIES,
  RECORD_KINDS,
  RESULT_STATUSES,
  type RecordKind,
  SCREEN_METHODS,
  SERVICES,
  SESSION_STATUSES,
  SEXES,
  SPECIMENS,
  STAFF_ROLES,
  VALIDITIES,
} from "@soundings/clinical";
import { codeOf, eventResult, modalityName, timeZone } from "./codes.ts";
import { type ClinicFile, type Column, columnsOf, defineFile } from "./define.ts";
import { count, itemAnswer, minutes, quantity, total } from "./numbers.ts";
import { diagnosis, email, id, label, language, listOf, lowerCase, phone, text } from "./texts.ts";
import { birthDate, date, futureSessionFault, instant, pastDate, pastInstant } from "./times.ts";

const ofProgram = columnsOf<"program">();
const PROGRAMS = defineFile("program", "programs.csv", {
  key: ["program_id"],
  columns: [
    ofProgram.required("program_id", "programId", id),
    ofProgram.required("name", "name", text),
    ofProgram.required("level_of_care", "levelOfCare", codeOf(LEVELS_OF_CARE)),
    ofProgram.optional("time_zone", "timeZone", timeZone),
    ofProgram.optional("planned_weeks_min", "plannedWeeksMin", quantity),
    ofProgram.optional("planned_weeks_max", "plannedWeeksMax", quantity),
    ofProgram.optional("hours_per_week_min", "hoursPerWeekMin", quantity),
    ofProgram.optional("days_per_week_min", "daysPerWeekMin", count),
    ofProgram.optional("days_per_week_max", "daysPerWeekMax", count),
    ofProgram.list("tracks", "tracks", listOf(text)),
    ofProgram.list("modalities", "modalities", listOf(modalityName)),
    ofProgram.optional("screens_per_week", "screensPerWeek", quantity),
  ],
});

const ofStaff = columnsOf<"staff">();
const STAFF = defineFile("staff", "staff.csv", {
  key: ["staff_id"],
  columns: [
    ofStaff.required("staff_id", "staffId", id),
    ofStaff.required("name", "name", text),
    ofStaff.required("role", "role", codeOf(STAFF_ROLES)),
    ofStaff.optional("email", "email", email),
    ofStaff.list("program_ids", "programIds", listOf(id)),
  ],
});

const ofPatient = columnsOf<"patient">();
const PATIENTS = defineFile("patient", "patients.csv", {
  key: ["patient_id"],
  columns: [
    ofPatient.required("patient_id", "patientId", id),
    ofPatient.required("given_name", "givenName", text),
    ofPatient.required("family_name", "familyName", text),
    ofPatient.required("birth_date", "birthDate", birthDate),
    ofPatient.optional("sex", "sex", codeOf(SEXES)),
    ofPatient.optional("language", "language", language),
    ofPatient.optional("race", "race", label),
    ofPatient.optional("ethnicity", "ethnicity", label),
    ofPatient.optional("phone", "phone", phone),
    ofPatient.optional("email", "email", email),
  ],
});

const ofEpisode = columnsOf<"episode">();
const EPISODES = defineFile("episode", "episodes.csv", {
  key: ["episode_id"],
  columns: [
    ofEpisode.required("episode_id", "episodeId", id),
    ofEpisode.required("patient_id", "patientId", id),
    ofEpisode.required("program_id", "programId", id),
    ofEpisode.required("admitted_on", "admittedOn", date),
    ofEpisode.optional("discharged_on", "dischargedOn", date),
    ofEpisode.optional("discharge_reason", "dischargeReason", codeOf(DISCHARGE_REASONS)),
    ofEpisode.optional("track", "track", text),
    ofEpisode.optional("modality", "modality", codeOf(MODALITIES)),
    ofEpisode.list("diagnoses", "diagnoses", listOf(diagnosis)),
    ofEpisode.optional("therapist_id", "therapistId", id),
    ofEpisode.optional("prescriber_id", "prescriberId", id),
    ofEpisode.optional("referral_source", "referralSource", label),
    ofEpisode.optional("payer", "payer", label),
  ],
});

const ofPlacement = columnsOf<"placement">();
const PLACEMENTS = defineFile("placement", "placements.csv", {
  key: ["episode_id", "started_on"],
  columns: [
    ofPlacement.required("episode_id", "episodeId", id),
    ofPlacement.required("level_of_care", "levelOfCare", codeOf(LEVELS_OF_CARE)),
    ofPlacement.required("started_on", "startedOn", date),
    ofPlacement.optional("ended_on", "endedOn", date),
  ],
});

const ITEM_COLUMNS = Array.from(
  { length: 10 },
  (_, place): Column => ({
    name: `item_${place + 1}`,
    property: "items",
    place,
    required: false,
    empty: null,
    format: itemAnswer,
  }),
);

const ofAssessment = columnsOf<"assessment">();
const ASSESSMENTS = defineFile("assessment", "assessments.csv", {
  key: ["assessment_id"],
  columns: [
    ofAssessment.required("assessment_id", "assessmentId", id),
    ofAssessment.required("patient_id", "patientId", id),
    ofAssessment.required("instrument", "instrument", codeOf(INSTRUMENT_IDS)),
    ofAssessment.required("administered_on", "administeredOn", pastDate),
    ...ITEM_COLUMNS,
    ofAssessment.optional("total", "total", total),
    ofAssessment.optional("mode", "mode", codeOf(ASSESSMENT_MODES)),
    ofAssessment.optional("recorded_at", "recordedAt", pastInstant),
    ofAssessment.optional("status", "status", codeOf(ASSESSMENT_STATUSES)),
  ],
});

const ofSession = columnsOf<"session">();
const SESSIONS = defineFile("session", "sessions.csv", {
  key: ["session_id"],
  columns: [
    ofSession.required("session_id", "sessionId", id),
    ofSession.required("patient_id", "patientId", id),
    ofSession.required("scheduled_start", "scheduledStart", instant),
    ofSession.required("scheduled_minutes", "scheduledMinutes", minutes),
    ofSession.required("service", "service", codeOf(SERVICES)),
    ofSession.required("status", "status", codeOf(SESSION_STATUSES)),
    ofSession.optional("attended_minutes", "attendedMinutes", minutes),
    ofSession.optional("modality", "modality", codeOf(MODALITIES)),
    ofSession.optional("staff_id", "staffId", id),
    ofSession.optional("recorded_at", "recordedAt", pastInstant),
  ],
  check: (values, clock) => futureSessionFault(values, clock)?.problemOf("scheduled_start") ?? null,
});

const ofScreen = columnsOf<"screen">();
const SCREENS = defineFile("screen", "screens.csv", {
  key: ["screen_id", "analyte", "method"],
  columns: [
    ofScreen.required("screen_id", "screenId", id),
    ofScreen.required("patient_id", "patientId", id),
    ofScreen.required("scheduled_on", "scheduledOn", date),
    ofScreen.optional("collected_at", "collectedAt", pastInstant),
    ofScreen.required("disposition", "disposition", codeOf(DISPOSITIONS)),
    ofScreen.optional("specimen", "specimen", codeOf(SPECIMENS)),
    ofScreen.optional("method", "method", codeOf(SCREEN_METHODS)),
    ofScreen.optional("validity", "validity", codeOf(VALIDITIES)),
    ofScreen.optional("analyte", "analyte", lowerCase),
    ofScreen.optional("result", "result", codeOf(ANALYTE_RESULTS)),
    ofScreen.optional("value", "value", text),
    ofScreen.optional("unit", "unit", text),
    ofScreen.optional("cutoff", "cutoff", text),
    ofScreen.optional("result_status", "resultStatus", codeOf(RESULT_STATUSES)),
    ofScreen.optional("recorded_at", "recordedAt", pastInstant),
  ],
});

const ofMedication = columnsOf<"medication_change">();
const MEDICATIONS = defineFile("medication_change", "medications.csv", {
  key: ["medication_change_id"],
  columns: [
    ofMedication.required("medication_change_id", "medicationChangeId", id),
    ofMedication.required("patient_id", "patientId", id),
    ofMedication.required("changed_on", "changedOn", date),
    ofMedication.required("change", "change", codeOf(MEDICATION_CHANGES)),
    ofMedication.required("medication", "medication", text),
    ofMedication.optional("dose", "dose", text),
    ofMedication.optional("unit", "unit", text),
    ofMedication.optional("frequency", "frequency", text),
    ofMedication.optional("prescriber_id", "prescriberId", id),
    ofMedication.optional("reason", "reason", text),
    ofMedication.optional("rxnorm", "rxnorm", text),
  ],
});

const ofEvent = columnsOf<"event">();
const EVENTS = defineFile("event", "events.csv", {
  key: ["event_id"],
  columns: [
    ofEvent.required("event_id", "eventId", id),
    ofEvent.required("patient_id", "patientId", id),
    ofEvent.required("occurred_on", "occurredOn", pastDate),
    ofEvent.required("kind", "kind", codeOf(EVENT_KINDS)),
    ofEvent.optional("result", "result", eventResult),
    ofEvent.optional("note", "note", text),
    ofEvent.optional("recorded_at", "recordedAt", pastInstant),
  ],
});

const ofDecision = columnsOf<"decision">();
const DECISIONS = defineFile("decision", "decisions.csv", {
  key: ["decision_id"],
  columns: [
    ofDecision.required("decision_id", "decisionId", id),
    ofDecision.required("patient_id", "patientId", id),
    ofDecision.required("decided_on", "decidedOn", pastDate),
    ofDecision.required("decision", "decision", codeOf(DECISION_KINDS)),
    ofDecision.optional("level_of_care", "levelOfCare", codeOf(LEVELS_OF_CARE)),
    ofDecision.optional("reason", "reason", text),
    ofDecision.optional("staff_id", "staffId", id),
    ofDecision.optional("recorded_at", "recordedAt", pastInstant),
  ],
});

const BY_KIND: { readonly [K in RecordKind]: ClinicFile<K> } = {
  program: PROGRAMS,
  staff: STAFF,
  patient: PATIENTS,
  episode: EPISODES,
  placement: PLACEMENTS,
  assessment: ASSESSMENTS,
  session: SESSIONS,
  screen: SCREENS,
  medication_change: MEDICATIONS,
  event: EVENTS,
  decision: DECISIONS,
};

/** The files of the clinic export, in the order in which they are read: what is referred to comes first. */
export const CLINIC_EXPORT: readonly ClinicFile[] = RECORD_KINDS.map((kind) => BY_KIND[kind]);

/** The file that holds one kind of record. */
export function clinicFileOf<K extends RecordKind>(kind: K): ClinicFile<K> {
  return BY_KIND[kind];
}
