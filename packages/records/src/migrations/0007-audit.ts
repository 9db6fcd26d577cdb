/** Who did what, each entry bound to the one before; only ever added to. */
export const audit = `
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
`;
