/** Who may sign in, what they are, and whom they stand in for. */
export const people = `
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
ALTER TABLE import_batches ADD COLUMN actor TEXT;
CREATE INDEX sessions_by_time ON sessions (scheduled_start);
CREATE INDEX sessions_by_leader ON sessions (staff_id, scheduled_start);
`;
