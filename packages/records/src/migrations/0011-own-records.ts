/**
 * What clinicians enter and the clinic export has no file for; what was entered in error; how long an answer took; and what
 * the prescriber's list shows of an episode.
 */
export const ownRecords = `
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

-- Records that count for nothing any more. The record itself stays as it was; an assessment says so in its own status.
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

ALTER TABLE episode_summaries ADD COLUMN review_rank TEXT;
ALTER TABLE episode_summaries ADD COLUMN trend TEXT;
`;
