/** What is stored: one SQLite file a site, one way to write it, and everything that lists and pages read from it. */

export { coveredParts, meetingParts, openPatients } from "./access/grounds.reads.ts";
export { EVERYONE, type PatientScope, type ScopePart } from "./access/scope.ts";
export { patientOfStored } from "./access/stored-patient.ts";
export { concernedAmong, visibleAmong, visiblePatient } from "./access/visible.reads.ts";
export { type Clinician, listClinicians } from "./administration/clinicians.reads.ts";
export { type Contact, readContact, saveContact } from "./administration/contacts.ts";
export { addCover, type Cover, endCover, listCovers } from "./administration/covers.ts";
export { addMeeting, endMeeting, listMeetings } from "./administration/meetings.ts";
export { readProgram, readPrograms, type StoredProgram } from "./administration/programs.reads.ts";
export { addProgram, saveProgram } from "./administration/programs.writes.ts";
export { type RefusalCode, Refused } from "./administration/refused.ts";
export { auditEntries, auditPeople } from "./audit/audit.reads.ts";
export type { Actor, AuditEvent, AuditQuery, AuditReach, StoredEntry } from "./audit/audit.types.ts";
export { appendAudit } from "./audit/audit.writes.ts";
export { enterBeside, writeBeside } from "./audit/beside.ts";
export { type AuditHead, auditHead, auditLength, parseHead } from "./audit/head.ts";
export { NotAudited } from "./audit/not-audited.ts";
export { caseloadPage } from "./caseload/caseload.reads.ts";
export type {
  AskedCaseload,
  Caseload,
  CaseloadCounts,
  CaseloadQuery,
  CaseloadRow,
  CaseloadSort,
} from "./caseload/caseload.types.ts";
export { caseloadAsOf } from "./caseload/caseload-as-of.ts";
export {
  listPrograms,
  listStaff,
  type ProgramListing,
  type StaffListing,
  staffChoices,
  staffNames,
} from "./caseload/options.reads.ts";
export { type EpisodeListing, episodesOfPatient } from "./charts/episodes.reads.ts";
export { iterateCharts, readChart } from "./charts/iterate.ts";
export type { ChartFilter } from "./charts/patients.reads.ts";
export { scopeInWords } from "./consent/basis.ts";
export { consentsAndDisclosures, readConsent } from "./consent/consent.reads.ts";
export type { ConsentTerms, Disclosing, OwnBasis, StoredConsent } from "./consent/consent.types.ts";
export { endConsent, recordConsent } from "./consent/consent.writes.ts";
export { consentStateOn } from "./consent/consent-state.ts";
export { discloseMade, discloseRecords, recordDisclosures } from "./consent/disclosure.writes.ts";
export { RecordChanged } from "./consent/record-changed.ts";
export { type CorrectionStep, correctionsOf, correctionsOfRecord } from "./entries/corrections.reads.ts";
export {
  correctRecord,
  enterRecord,
  noteSecondsTaken,
  takeBackRecord,
} from "./entries/entries.writes.ts";
export { readRecord, type StoredRecord } from "./entries/record.reads.ts";
export {
  type CorrectionOutcome,
  canBeTakenBack,
  type EntryAuthor,
  type RecordName,
  type RecordType,
} from "./entries/types.ts";
export { type Export, type ExportTables, exportTables } from "./export/export.ts";
export type { ExportFilter } from "./export/selection.ts";
export { type AsOfFilter, findingsAsOf, stepDownAsOf } from "./findings/as-of.ts";
export { refreshFindings } from "./findings/refresh.ts";
export { type Change, changesSince, latestChange } from "./history/changes.ts";
export type { ApplyProgress } from "./imports/apply.ts";
export type { CountsByFile, FileCounts } from "./imports/batches.ts";
export { beginImport, type Import, type ImportOrigin, type ImportReport } from "./imports/import.ts";
export {
  type ImportBatch,
  importBatches,
  iterateSetAside,
  type SetAsideAccess,
  type SetAsideFilter,
  type SetAsidePage,
  type StoredSetAside,
  setAsideByFile,
  setAsideRow,
  setAsideRows,
} from "./imports/imports.reads.ts";
export type { Outcome } from "./imports/judge.ts";
export type { Rejection } from "./imports/report.ts";
export { dismissSetAside, type Settlement } from "./imports/set-aside.writes.ts";
export { type Notice, noticesOf } from "./notices/notices.reads.ts";
export { noteSeen, tellOfRoles } from "./notices/notices.writes.ts";
export {
  asksInLastHour,
  type NamedPatient,
  openedOutside,
  patientNamed,
} from "./openings/openings.reads.ts";
export { openPatient } from "./openings/openings.writes.ts";
export { fillOutcomes, type Progress } from "./outcomes/fill.ts";
export { broughtUp, gatherHolding, type Holding, type Wanted } from "./outcomes/holding.ts";
export { readLastChange } from "./outcomes/last-change.reads.ts";
export { type EpisodeNames, readEpisodeNames, readStaffNames } from "./outcomes/names.reads.ts";
export { readWrittenNotes, takeNoteBack, type WrittenNote, writeNote } from "./outcomes/notes.ts";
export { isOnRecord, isRecordedText } from "./outcomes/on-record.reads.ts";
export {
  type KeptReport,
  keepReport,
  readKeptReport,
  readKeptReports,
  type WholeReport,
} from "./outcomes/reports.ts";
export { type KeptView, keepView, readKeptViews, removeView } from "./outcomes/views.ts";
export {
  disablePerson,
  enablePerson,
  endEverySignIn,
  removeSecondFactorOf,
} from "./people/accounts.writes.ts";
export {
  type Colleague,
  type ListedPerson,
  listColleagues,
  listPeople,
  staffWithoutAccount,
} from "./people/people.list.ts";
export { hasNoPeople, readPerson } from "./people/people.reads.ts";
export type { Person, RoleHeld } from "./people/people.types.ts";
export { addPerson, changePerson, type NewPerson } from "./people/people.writes.ts";
export { type DueMeasure, type DuePatient, dueAsOf, dueToday } from "./schedule/due.reads.ts";
export { type ScheduledSession, sessionsOn } from "./schedule/sessions.reads.ts";
export {
  type Factors,
  factorsOf,
  type Passkey,
  passkeysOf,
  type TotpFactor,
  totpOf,
} from "./sign-in/factors.reads.ts";
export {
  confirmTotp,
  removePasskey,
  removeTotp,
  saveRecoveryCodes,
  showedFactor,
  spendRecoveryCode,
  spendTotpStep,
} from "./sign-in/factors.writes.ts";
export { IDLE_MINUTES, idleMinutesOf, saveIdleMinutes } from "./sign-in/idle.ts";
export {
  isLibraryTable,
  type LibraryCondition,
  type LibraryEntry,
  type LibraryRow,
  type LibraryTable,
  libraryCreate,
  libraryRemove,
  libraryRows,
  libraryUpdate,
} from "./sign-in/library.ts";
export { type LinkKind, type UsableLink, usableLink } from "./sign-in/links.reads.ts";
export { hashOfSecret, type MadeLink, makeLink } from "./sign-in/links.writes.ts";
export {
  changePassword,
  givePassword,
  passwordHashOf,
  personByEmail,
  spendLink,
} from "./sign-in/passwords.ts";
export {
  idleEndOf,
  ranOut,
  readSignIn,
  type SecondFactor,
  type SignIn,
  signInsOf,
} from "./sign-in/sign-ins.reads.ts";
export {
  endRunOut,
  endSignIn,
  endSignInsOf,
  type SignInEnd,
  touchSignIn,
} from "./sign-in/sign-ins.writes.ts";
export {
  forgetFailedTries,
  forgetFailedTriesUnder,
  isLockedOut,
  noteFailedTry,
  type TryLimit,
} from "./sign-in/tries.ts";
export { describeStore, discardDemo, type StoreDescription } from "./store/describe.ts";
export { StoreError, type StoreErrorCode } from "./store/errors.ts";
export { keyOf, readKeyFile, StoreKey, writeNewKey } from "./store/key.ts";
export { type Lock, lockServer } from "./store/lock.ts";
export { type Creation, openStore } from "./store/open.ts";
export { type DemoOrigin, type Purpose, type StoredSite, siteOf, type ZoneSource } from "./store/site.ts";
export type { ReadConnection, WriteConnection } from "./store/sqlite.ts";
export type { Place, ReadStore, Store } from "./store/store.ts";
export { trendsPage } from "./trends/trends.reads.ts";
export type { AskedTrends, Moment, TrendRow, TrendSort, Trends, TrendsQuery } from "./trends/trends.types.ts";
export { trendsAsOf } from "./trends/trends-as-of.ts";
export { type Backup, backupStore } from "./verify/backup.ts";
export type { VerifyProblem } from "./verify/problem.ts";
export { type Rekeyed, rekeyStore } from "./verify/rekey.ts";
export { type Restored, type RestoreKeys, restoreStore } from "./verify/restore.ts";
export { noteBackup, noteVerification, type Upkeep, upkeepOf } from "./verify/upkeep.ts";
export { verifyStore } from "./verify/verify.ts";
