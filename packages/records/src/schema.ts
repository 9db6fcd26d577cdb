import type { ContactTable, ProgramPracticeTable } from "./administration/administration.table.ts";
import type { AuditEntryTable, AuditListedTable } from "./audit/audit.table.ts";
import type { ConsentEndingTable, ConsentTable, DisclosureTable } from "./consent/consent.table.ts";
import type { AssessmentTimingTable, TakenBackTable } from "./entries/entries.table.ts";
import type { EpisodeSummaryTable, FindingTable } from "./findings/findings.table.ts";
import type { ChangeTable, RevisionTable } from "./history/history.table.ts";
import type { ImportBatchTable, ImportWarningTable, SetAsideTable } from "./imports/imports.table.ts";
import type {
  EpisodeTable,
  PatientTable,
  ProgramTable,
  SessionTable,
  StaffTable,
} from "./kinds/records.table.ts";
import type { NoticeTable } from "./notices/notices.table.ts";
import type {
  EpisodeOutcomeTable,
  OutcomeNoteTable,
  OutcomeReportTable,
  OutcomeViewTable,
} from "./outcomes/outcomes.table.ts";
import type {
  CoverTable,
  MeetingPatientTable,
  MeetingPersonTable,
  MeetingTable,
  OpeningTable,
  PersonRoleTable,
  PersonTable,
} from "./people/people.table.ts";
import type {
  CredentialTable,
  FailedTryTable,
  LinkTable,
  PasskeyTable,
  SignInTable,
  TwoFactorTable,
  VerificationTable,
} from "./sign-in/sign-in.table.ts";
import type { SettingTable } from "./store/settings.table.ts";

/**
 * The tables that lists are read from. The other tables of dated records are read and written whole,
 * by the columns of their kind: see kinds/shapes.ts.
 */
export interface Schema {
  readonly programs: ProgramTable;
  readonly staff: StaffTable;
  readonly patients: PatientTable;
  readonly episodes: EpisodeTable;
  readonly sessions: SessionTable;
  readonly episode_summaries: EpisodeSummaryTable;
  readonly findings: FindingTable;
  readonly revisions: RevisionTable;
  readonly changes: ChangeTable;
  readonly import_batches: ImportBatchTable;
  readonly set_aside_rows: SetAsideTable;
  readonly import_warnings: ImportWarningTable;
  readonly settings: SettingTable;
  readonly people: PersonTable;
  readonly person_roles: PersonRoleTable;
  readonly covers: CoverTable;
  readonly meetings: MeetingTable;
  readonly meeting_people: MeetingPersonTable;
  readonly meeting_patients: MeetingPatientTable;
  readonly openings: OpeningTable;
  readonly notices: NoticeTable;
  readonly audit_entries: AuditEntryTable;
  readonly audit_listed: AuditListedTable;
  readonly sign_ins: SignInTable;
  readonly credentials: CredentialTable;
  readonly verifications: VerificationTable;
  readonly two_factors: TwoFactorTable;
  readonly passkeys: PasskeyTable;
  readonly links: LinkTable;
  readonly failed_tries: FailedTryTable;
  readonly consents: ConsentTable;
  readonly consent_endings: ConsentEndingTable;
  readonly disclosures: DisclosureTable;
  readonly taken_back: TakenBackTable;
  readonly assessment_timings: AssessmentTimingTable;
  readonly contacts: ContactTable;
  readonly program_practices: ProgramPracticeTable;
  readonly episode_outcomes: EpisodeOutcomeTable;
  readonly outcome_views: OutcomeViewTable;
  readonly outcome_notes: OutcomeNoteTable;
  readonly outcome_reports: OutcomeReportTable;
}
