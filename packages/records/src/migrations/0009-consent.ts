/** Consents, and what left the program on which basis. */
export const consent = `
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
`;
