/**
 * What program outcomes read of each episode, made of its records and dropped with them; and what directors keep of outcomes:
 * views, notes of what changed when, and reports as they were made.
 */
export const outcomes = `
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

-- Reports as they were made: nothing of them is read from records again.
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
`;
