CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE programs (
  program_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  level_of_care TEXT NOT NULL,
  time_zone TEXT,
  planned_weeks_min REAL,
  planned_weeks_max REAL,
  hours_per_week_min REAL,
  days_per_week_min REAL,
  days_per_week_max REAL,
  tracks TEXT NOT NULL,
  modalities TEXT NOT NULL,
  screens_per_week REAL
) STRICT;

CREATE TABLE staff (
  staff_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT,
  program_ids TEXT NOT NULL
) STRICT;

CREATE TABLE patients (
  patient_id TEXT NOT NULL PRIMARY KEY,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  sex TEXT,
  language TEXT,
  race TEXT,
  ethnicity TEXT,
  phone TEXT,
  email TEXT,
  folded_name TEXT NOT NULL
) STRICT;

CREATE TABLE episodes (
  episode_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  program_id TEXT NOT NULL REFERENCES programs (program_id),
  admitted_on TEXT NOT NULL,
  discharged_on TEXT,
  discharge_reason TEXT,
  track TEXT,
  modality TEXT,
  diagnoses TEXT NOT NULL,
  therapist_id TEXT REFERENCES staff (staff_id),
  prescriber_id TEXT REFERENCES staff (staff_id),
  referral_source TEXT,
  payer TEXT
) STRICT;

CREATE INDEX episodes_by_patient ON episodes (patient_id, program_id);

CREATE INDEX episodes_by_program ON episodes (program_id, admitted_on);

CREATE INDEX episodes_by_therapist ON episodes (therapist_id);

CREATE TABLE placements (
  episode_id TEXT NOT NULL REFERENCES episodes (episode_id),
  level_of_care TEXT NOT NULL,
  started_on TEXT NOT NULL,
  ended_on TEXT,
  PRIMARY KEY (episode_id, started_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
  assessment_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  instrument TEXT NOT NULL,
  administered_on TEXT NOT NULL,
  items TEXT NOT NULL,
  total INTEGER,
  mode TEXT,
  recorded_at TEXT,
  status TEXT
) STRICT;

CREATE INDEX assessments_by_patient ON assessments (patient_id, administered_on);

CREATE TABLE sessions (
  session_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  scheduled_start TEXT NOT NULL,
  scheduled_minutes REAL NOT NULL,
  service TEXT NOT NULL,
  status TEXT NOT NULL,
  attended_minutes REAL,
  modality TEXT,
  staff_id TEXT REFERENCES staff (staff_id),
  recorded_at TEXT
) STRICT;

CREATE INDEX sessions_by_patient ON sessions (patient_id, scheduled_start);

CREATE TABLE screens (
  screen_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  scheduled_on TEXT NOT NULL,
  collected_at TEXT,
  disposition TEXT NOT NULL,
  specimen TEXT,
  validity TEXT
) STRICT;

CREATE INDEX screens_by_patient ON screens (patient_id, scheduled_on);

CREATE TABLE screen_results (
  screen_id TEXT NOT NULL REFERENCES screens (screen_id),
  analyte TEXT NOT NULL,
  method TEXT NOT NULL,
  result TEXT,
  value TEXT,
  unit TEXT,
  cutoff TEXT,
  result_status TEXT,
  recorded_at TEXT,
  PRIMARY KEY (screen_id, analyte, method)
) STRICT, WITHOUT ROWID;

CREATE TABLE medication_changes (
  medication_change_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  changed_on TEXT NOT NULL,
  change TEXT NOT NULL,
  medication TEXT NOT NULL,
  dose TEXT,
  unit TEXT,
  frequency TEXT,
  prescriber_id TEXT REFERENCES staff (staff_id),
  reason TEXT,
  rxnorm TEXT
) STRICT;

CREATE INDEX medication_changes_by_patient ON medication_changes (patient_id, changed_on);

CREATE TABLE events (
  event_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  occurred_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  result TEXT,
  note TEXT,
  recorded_at TEXT
) STRICT;

CREATE INDEX events_by_patient ON events (patient_id, occurred_on);

CREATE TABLE decisions (
  decision_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  decided_on TEXT NOT NULL,
  decision TEXT NOT NULL,
  level_of_care TEXT,
  reason TEXT,
  staff_id TEXT REFERENCES staff (staff_id),
  recorded_at TEXT
) STRICT;

CREATE INDEX decisions_by_patient ON decisions (patient_id, decided_on);

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  record_kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  patient_id TEXT REFERENCES patients (patient_id),
  revision INTEGER NOT NULL,
  batch_id TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  reason TEXT,
  before TEXT NOT NULL,
  UNIQUE (record_kind, record_key, revision)
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE INDEX revisions_by_patient ON revisions (patient_id, changed_at);

CREATE INDEX revisions_by_time ON revisions (changed_at, patient_id);

CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN SELECT RAISE (ABORT, 'revisions are only added'); END;

CREATE TRIGGER revisions_are_never_removed BEFORE DELETE ON revisions
BEGIN SELECT RAISE (ABORT, 'revisions are only added'); END;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  patient_id TEXT,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE findings (
  episode_id TEXT NOT NULL REFERENCES episodes (episode_id),
  rule TEXT NOT NULL,
  version INTEGER NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  as_of TEXT NOT NULL,
  kind TEXT NOT NULL,
  urgency TEXT NOT NULL,
  position INTEGER NOT NULL,
  finding TEXT NOT NULL,
  PRIMARY KEY (episode_id, rule)
) STRICT, WITHOUT ROWID;

CREATE INDEX findings_by_patient ON findings (patient_id);

CREATE TABLE episode_summaries (
  episode_id TEXT NOT NULL PRIMARY KEY REFERENCES episodes (episode_id),
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  program_id TEXT NOT NULL REFERENCES programs (program_id),
  as_of TEXT NOT NULL,
  phase TEXT NOT NULL,
  level_of_care TEXT NOT NULL,
  week INTEGER NOT NULL,
  rank TEXT NOT NULL,
  leading_urgency TEXT,
  finding_count INTEGER NOT NULL,
  phq9 INTEGER,
  phq9_change INTEGER,
  gad7 INTEGER,
  gad7_change INTEGER,
  attendance REAL,
  next_due TEXT,
  overdue INTEGER NOT NULL,
  step_down REAL,
  ready INTEGER NOT NULL,
  summary TEXT NOT NULL
, review_rank TEXT, trend TEXT) STRICT;

CREATE INDEX episode_summaries_by_patient ON episode_summaries (patient_id);

CREATE INDEX episode_summaries_by_program ON episode_summaries (program_id);

CREATE TABLE import_batches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  started_by TEXT NOT NULL,
  reason TEXT,
  state TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  files TEXT NOT NULL,
  rejected INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  zone TEXT,
  set_aside_through INTEGER NOT NULL,
  warnings_through INTEGER NOT NULL,
  programs_done INTEGER NOT NULL,
  patients_through TEXT NOT NULL
, mends INTEGER REFERENCES set_aside_rows (id), actor TEXT) STRICT;

CREATE INDEX import_batches_by_state ON import_batches (state);

CREATE TABLE set_aside_rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id TEXT NOT NULL REFERENCES import_batches (batch_id),
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  cells TEXT,
  raw TEXT,
  state TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT
, superseded_by INTEGER REFERENCES import_batches (number)) STRICT;

CREATE INDEX set_aside_rows_by_batch ON set_aside_rows (batch_id);

CREATE INDEX set_aside_rows_by_state ON set_aside_rows (state);

CREATE INDEX set_aside_rows_counted ON set_aside_rows (batch_id, state, file, code);

CREATE TABLE import_warnings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id TEXT NOT NULL REFERENCES import_batches (batch_id),
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE INDEX import_warnings_by_batch ON import_warnings (batch_id);

CREATE TABLE people (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  image TEXT,
  two_factor_enabled INTEGER NOT NULL DEFAULT 0,
  staff_id TEXT UNIQUE REFERENCES staff (staff_id),
  disabled_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE person_roles (
  person_id TEXT NOT NULL REFERENCES people (person_id),
  role TEXT NOT NULL,
  program_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (person_id, role, program_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE covers (
  cover_id TEXT PRIMARY KEY,
  away_staff_id TEXT NOT NULL REFERENCES staff (staff_id),
  covering_person_id TEXT NOT NULL REFERENCES people (person_id),
  program_id TEXT REFERENCES programs (program_id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  note TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  ended_at TEXT,
  ended_by TEXT
) STRICT;

CREATE INDEX covers_by_person ON covers (covering_person_id, ends_on);

CREATE TABLE meetings (
  meeting_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  program_id TEXT NOT NULL REFERENCES programs (program_id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  whole_program INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  ended_at TEXT,
  ended_by TEXT
) STRICT;

CREATE TABLE meeting_people (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  person_id TEXT NOT NULL REFERENCES people (person_id),
  PRIMARY KEY (person_id, meeting_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_people_by_meeting ON meeting_people (meeting_id);

CREATE TABLE meeting_patients (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  PRIMARY KEY (meeting_id, patient_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
  opening_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  reason TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX openings_by_person ON openings (person_id, expires_at);

CREATE INDEX openings_by_time ON openings (opened_at);

CREATE TABLE notices (
  notice_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  kind TEXT NOT NULL,
  about_person_id TEXT NOT NULL REFERENCES people (person_id),
  opening_id TEXT REFERENCES openings (opening_id),
  detail TEXT NOT NULL DEFAULT '{}',
  at TEXT NOT NULL,
  seen_at TEXT
) STRICT;

CREATE INDEX notices_by_person ON notices (person_id, at);

CREATE INDEX sessions_by_time ON sessions (scheduled_start);

CREATE INDEX sessions_by_leader ON sessions (staff_id, scheduled_start);

CREATE TABLE audit_entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  outcome TEXT NOT NULL,
  person_id TEXT,
  actor TEXT NOT NULL,
  sign_in_id TEXT,
  request_id TEXT,
  patient_id TEXT,
  opening_id TEXT,
  detail TEXT NOT NULL,
  listed TEXT,
  listed_digest TEXT,
  listed_as INTEGER,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_person ON audit_entries (person_id, seq);

CREATE INDEX audit_by_patient ON audit_entries (patient_id, seq);

CREATE INDEX audit_by_event ON audit_entries (event, seq);

CREATE INDEX audit_by_time ON audit_entries (at, seq);

CREATE INDEX audit_by_list ON audit_entries (listed_as, seq);

CREATE INDEX audit_by_digest ON audit_entries (listed_digest) WHERE listed_digest IS NOT NULL;

CREATE TABLE audit_listed (
  patient_id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_entries (seq),
  PRIMARY KEY (patient_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_listed_by_entry ON audit_listed (seq);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;

CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;

CREATE TRIGGER audit_listed_is_never_changed BEFORE UPDATE ON audit_listed
BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;

CREATE TRIGGER audit_listed_is_never_removed BEFORE DELETE ON audit_listed
BEGIN SELECT RAISE (ABORT, 'the audit is only added to'); END;

CREATE TABLE sign_ins (
  sign_in_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  token TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  last_active_at TEXT NOT NULL,
  second_factor TEXT NOT NULL DEFAULT 'none',
  ip_address TEXT,
  user_agent TEXT
) STRICT;

CREATE INDEX sign_ins_by_person ON sign_ins (person_id);

CREATE TABLE credentials (
  credential_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  provider_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TEXT,
  refresh_token_expires_at TEXT,
  scope TEXT,
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (provider_id, account_id)
) STRICT;

CREATE INDEX credentials_by_person ON credentials (person_id);

CREATE TABLE verifications (
  verification_id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE INDEX verifications_by_identifier ON verifications (identifier);

CREATE TABLE two_factors (
  two_factor_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  secret TEXT NOT NULL,
  backup_codes TEXT NOT NULL,
  verified INTEGER,
  last_step INTEGER NOT NULL DEFAULT 0,
  failed_verification_count INTEGER,
  locked_until TEXT
) STRICT;

CREATE INDEX two_factors_by_person ON two_factors (person_id);

CREATE TABLE passkeys (
  passkey_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  name TEXT,
  public_key TEXT NOT NULL,
  credential_id TEXT NOT NULL UNIQUE,
  counter INTEGER NOT NULL,
  device_type TEXT NOT NULL,
  backed_up INTEGER NOT NULL,
  transports TEXT,
  aaguid TEXT,
  created_at TEXT
) STRICT;

CREATE INDEX passkeys_by_person ON passkeys (person_id);

CREATE TABLE links (
  link_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  kind TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  replaced_at TEXT
) STRICT;

CREATE INDEX links_by_person ON links (person_id);

CREATE TABLE failed_tries (
  subject TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX failed_tries_by_subject ON failed_tries (subject, at);

CREATE TABLE consents (
  consent_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  discloser TEXT NOT NULL,
  recipient TEXT NOT NULL,
  recipient_kind TEXT NOT NULL,
  what TEXT NOT NULL,
  purpose TEXT NOT NULL,
  purpose_kind TEXT NOT NULL,
  ends_by TEXT NOT NULL,
  ends_on TEXT,
  ends_event TEXT,
  signed_on TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;

CREATE INDEX consents_by_patient ON consents (patient_id);

CREATE TABLE consent_endings (
  consent_id TEXT PRIMARY KEY REFERENCES consents (consent_id),
  how TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  why TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosures (
  disclosure_id TEXT PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  at TEXT NOT NULL,
  person_id TEXT,
  actor TEXT NOT NULL,
  form TEXT NOT NULL,
  what TEXT NOT NULL,
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  basis TEXT NOT NULL,
  basis_detail TEXT NOT NULL,
  consent_id TEXT REFERENCES consents (consent_id),
  notice TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE INDEX disclosures_by_patient ON disclosures (patient_id, at);

CREATE TRIGGER consents_are_never_changed BEFORE UPDATE ON consents
BEGIN SELECT RAISE (ABORT, 'consents are only added'); END;

CREATE TRIGGER consents_are_never_removed BEFORE DELETE ON consents
BEGIN SELECT RAISE (ABORT, 'consents are only added'); END;

CREATE TRIGGER endings_are_never_changed BEFORE UPDATE ON consent_endings
BEGIN SELECT RAISE (ABORT, 'the end of a consent stands'); END;

CREATE TRIGGER endings_are_never_removed BEFORE DELETE ON consent_endings
BEGIN SELECT RAISE (ABORT, 'the end of a consent stands'); END;

CREATE TRIGGER disclosures_are_never_changed BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE (ABORT, 'disclosures are only added'); END;

CREATE TRIGGER disclosures_are_never_removed BEFORE DELETE ON disclosures
BEGIN SELECT RAISE (ABORT, 'disclosures are only added'); END;

CREATE TABLE contacts (
  patient_id TEXT PRIMARY KEY REFERENCES patients (patient_id),
  preferred_name TEXT,
  pronouns TEXT,
  reach_by TEXT,
  emergency_name TEXT,
  emergency_relation TEXT,
  emergency_phone TEXT,
  revision INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE program_practices (
  program_id TEXT PRIMARY KEY REFERENCES programs (program_id),
  practice TEXT NOT NULL,
  revision INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
  note_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  "on" TEXT NOT NULL,
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX notes_by_patient ON notes (patient_id, "on");

CREATE TABLE medication_notes (
  medication_note_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  "on" TEXT NOT NULL,
  medication TEXT NOT NULL,
  kind TEXT NOT NULL,
  adherence TEXT,
  text TEXT,
  by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX medication_notes_by_patient ON medication_notes (patient_id, "on");

CREATE TABLE injections (
  injection_id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  medication TEXT NOT NULL,
  dose TEXT,
  interval_days INTEGER NOT NULL,
  given_on TEXT,
  given_by TEXT,
  next_due_on TEXT NOT NULL,
  by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX injections_by_patient ON injections (patient_id, next_due_on);

CREATE TABLE assessment_timings (
  assessment_id TEXT NOT NULL PRIMARY KEY REFERENCES assessments (assessment_id),
  seconds REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taken_back (
  record_kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  patient_id TEXT NOT NULL REFERENCES patients (patient_id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (record_kind, record_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX taken_back_by_patient ON taken_back (patient_id, record_kind);

CREATE TRIGGER taken_back_is_never_changed BEFORE UPDATE ON taken_back
BEGIN SELECT RAISE (ABORT, 'what was taken back stays so'); END;

CREATE TRIGGER taken_back_is_never_removed BEFORE DELETE ON taken_back
BEGIN SELECT RAISE (ABORT, 'what was taken back stays so'); END;

CREATE TABLE episode_outcomes (
  episode_id TEXT NOT NULL PRIMARY KEY REFERENCES episodes (episode_id),
  patient_id TEXT NOT NULL,
  program_id TEXT NOT NULL,
  admitted_on TEXT NOT NULL,
  discharged_on TEXT,
  as_of TEXT NOT NULL,
  settled INTEGER NOT NULL,
  facts TEXT NOT NULL
) STRICT;

CREATE INDEX episode_outcomes_by_patient ON episode_outcomes (patient_id);

CREATE INDEX episode_outcomes_by_day ON episode_outcomes (settled, as_of, patient_id);

CREATE TABLE outcome_views (
  view_id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  name TEXT NOT NULL,
  page TEXT NOT NULL,
  filter TEXT NOT NULL,
  shared INTEGER NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

CREATE INDEX outcome_views_by_person ON outcome_views (person_id);

CREATE TABLE outcome_notes (
  note_id TEXT NOT NULL PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES programs (program_id),
  "on" TEXT NOT NULL,
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  taken_back_at TEXT,
  taken_back_by TEXT
) STRICT;

CREATE INDEX outcome_notes_by_program ON outcome_notes (program_id, "on");

CREATE TRIGGER outcome_notes_are_only_taken_back BEFORE UPDATE ON outcome_notes
WHEN OLD.taken_back_at IS NOT NULL OR NEW.taken_back_at IS NULL OR NEW.taken_back_by IS NULL
  OR NEW.note_id <> OLD.note_id OR NEW.program_id <> OLD.program_id OR NEW."on" <> OLD."on"
  OR NEW.text <> OLD.text OR NEW.by <> OLD.by OR NEW.recorded_at <> OLD.recorded_at
BEGIN SELECT RAISE (ABORT, 'a note stays as it was written'); END;

CREATE TRIGGER outcome_notes_are_never_removed BEFORE DELETE ON outcome_notes
BEGIN SELECT RAISE (ABORT, 'a note stays as it was written'); END;

CREATE TABLE outcome_reports (
  report_id TEXT NOT NULL PRIMARY KEY,
  made_at TEXT NOT NULL,
  by TEXT NOT NULL,
  as_of TEXT NOT NULL,
  programs TEXT NOT NULL,
  question TEXT NOT NULL,
  definitions INTEGER NOT NULL,
  rules TEXT NOT NULL,
  json TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;

CREATE TRIGGER outcome_reports_are_never_changed BEFORE UPDATE ON outcome_reports
BEGIN SELECT RAISE (ABORT, 'a report stays as it was made'); END;

CREATE TRIGGER outcome_reports_are_never_removed BEFORE DELETE ON outcome_reports
BEGIN SELECT RAISE (ABORT, 'a report stays as it was made'); END;
