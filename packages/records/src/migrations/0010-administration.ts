/** What a clinic keeps here and no clinic export carries: contact details, and how its programs work. */
export const administration = `
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
`;
