/** What the rules say today: findings with their rule and version, and one summary row an episode for the caseload. */
export const findings = `
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
`;
