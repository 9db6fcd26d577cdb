/** What stood before each correction, and the sequence by which every process notices a write. */
export const history = `
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
`;
