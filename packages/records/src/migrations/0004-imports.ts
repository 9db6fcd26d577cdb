/** Readings of folders, the rows that were set aside, and what was unusual. */
export const imports = `
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
) STRICT;
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
) STRICT;
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
`;
