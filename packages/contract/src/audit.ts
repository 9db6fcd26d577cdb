import { z } from "zod";
import { calendarDate, instantOut } from "./dates.ts";

/** What an audit entry can be about, with the words of the audit's page. */
export const AUDIT_EVENTS = {
  signed_in: "Signed in",
  password_shown: "Right password, second factor awaited",
  sign_in_failed: "Sign-in failed",
  locked_out: "Locked out after failed sign-ins",
  signed_out: "Signed out",
  sign_in_ended: "Sign-in ended",
  second_factor_changed: "Second factor changed",
  password_changed: "Password changed",
  link_made: "One-time link made",
  link_used: "One-time link used",
  refused: "Refused",
  caseload_viewed: "Viewed a caseload",
  patient_viewed: "Viewed a patient",
  patient_searched: "Searched",
  patient_printed: "Printed",
  paper_made: "Made a paper or a data file for use inside",
  trends_viewed: "Viewed symptom trends",
  outcomes_viewed: "Viewed program outcomes",
  outcomes_listed: "Viewed the patients behind a number of program outcomes",
  outcomes_printed: "Printed program outcomes",
  outcomes_noted: "Noted what changed in a program",
  outcomes_canceled: "Canceled a computation of program outcomes",
  outcomes_view_kept: "Kept or removed a view of program outcomes",
  outcomes_report_made: "Made a report of program outcomes",
  outcomes_left: "Took program outcomes out as a file, with small cells withheld",
  record_viewed: "Viewed a record and its corrections",
  record_entered: "Entered a record",
  record_corrected: "Corrected a record",
  record_taken_back: "Marked a record as entered in error",
  schedule_viewed: "Viewed sessions",
  due_viewed: "Viewed who is due",
  contact_viewed: "Viewed contact details",
  contact_changed: "Changed contact details",
  glass_asked: "Asked to open a patient outside, with a reason",
  glass_opened: "Opened a patient outside",
  glass_closed: "Ended the opening of a patient outside",
  opened_viewed: "Viewed which patients were opened outside",
  consent_viewed: "Viewed consents and disclosures",
  consent_recorded: "Recorded a consent",
  consent_revoked: "Revoked a consent",
  disclosed: "Records left the program",
  exported: "Exported an internal copy",
  imported: "Imported",
  record_changed: "Changed a record",
  set_aside_viewed: "Viewed set-aside rows",
  set_aside_mended: "Mended a set-aside row",
  set_aside_dismissed: "Took set-aside rows off the list",
  audit_viewed: "Viewed the audit",
  audit_exported: "Took the audit out",
  lookers_viewed: "Viewed who looked at a record",
  people_viewed: "Viewed people",
  person_invited: "Invited a person",
  person_changed: "Changed a person",
  person_disabled: "Disabled an account",
  person_enabled: "Enabled an account",
  notice_left: "Told directors and administrators",
  cover_changed: "Changed a cover",
  meeting_changed: "Changed a team meeting",
  program_changed: "Changed a program",
  settings_viewed: "Viewed settings",
  setting_changed: "Changed a setting",
  backup_made: "Made a backup",
  restored: "Restored a backup",
  rekeyed: "Changed the encryption key",
  migrated: "Migrated the database",
  answered: "Answered a question of the command line",
} as const;
export type AuditEventName = keyof typeof AUDIT_EVENTS;
const eventNames = Object.keys(AUDIT_EVENTS) as [AuditEventName, ...AuditEventName[]];

export const auditFilter = z.object({
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  person: z.string().max(64).optional(),
  patient: z.string().max(64).optional(),
  event: z.enum(eventNames).optional(),
  outcome: z.enum(["done", "refused", "failed"]).optional(),
  /** Only entries made under an opening from outside. */
  outside: z.boolean().optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;
export const auditInput = auditFilter.extend({
  /** The `before` of the page that was seen last. */
  cursor: z.int().optional(),
  limit: z.int().min(1).max(200).default(100),
});

export const auditEntry = z.object({
  seq: z.int(),
  at: instantOut,
  event: z.enum(eventNames),
  outcome: z.enum(["done", "refused", "failed"]),
  /** Null when nobody was signed in, such as for a failed sign-in. */
  personId: z.string().nullable(),
  /** Who it was, as the entry was written: a person's name, or the system's user of the command line. */
  actor: z.string(),
  patientId: z.string().nullable(),
  /** How many patients a list showed; null when it was no list. */
  patients: z.int().nullable(),
  outside: z.boolean(),
  requestId: z.string().nullable(),
  /** Ids, counts, reasons, filters: what the event says of itself; no score and no answer. */
  detail: z.record(z.string(), z.unknown()).readonly(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = z.object({
  entries: z.array(auditEntry).readonly(),
  /** Pass it as `cursor` to see older entries; null at the end. */
  before: z.int().nullable(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })).readonly(),
});
export type AuditPage = z.infer<typeof auditPage>;

export const auditFile = z.object({
  name: z.string(),
  text: z.string(),
  entries: z.int(),
  truncated: z.boolean(),
});
export type AuditFile = z.infer<typeof auditFile>;

export const lookersInput = z.object({
  patientId: z.string().min(1).max(64),
  /** The `before` of the page that was seen last. */
  cursor: z.int().optional(),
});
/** Who looked at one record, newest first: entries about the patient, and lists that showed the patient. */
export const lookersPage = z.object({
  patientId: z.string(),
  /** Null for who may not open the patient's page. */
  patientName: z.string().nullable(),
  entries: z.array(auditEntry).readonly(),
  before: z.int().nullable(),
});
export type LookersPage = z.infer<typeof lookersPage>;
