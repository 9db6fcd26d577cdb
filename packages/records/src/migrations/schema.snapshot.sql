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
) STRICT;

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
, mends INTEGER REFERENCES set_aside_rows (id)) STRICT;

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
