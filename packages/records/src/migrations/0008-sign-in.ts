/** What the sign-in library keeps, one-time links, and failed tries. */
export const signIn = `
CREATE TABLE sign_ins (
  sign_in_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  token TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  last_active_at TEXT NOT NULL,
  second_factor TEXT NOT NULL DEFAULT 'none',
  ip_address TEXT,
  user_agent TEXT
) STRICT;
CREATE INDEX sign_ins_by_person ON sign_ins (person_id);

CREATE TABLE credentials (
  credential_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  provider_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TEXT,
  refresh_token_expires_at TEXT,
  scope TEXT,
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (provider_id, account_id)
) STRICT;
CREATE INDEX credentials_by_person ON credentials (person_id);

CREATE TABLE verifications (
  verification_id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_by_identifier ON verifications (identifier);

CREATE TABLE two_factors (
  two_factor_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  secret TEXT NOT NULL,
  backup_codes TEXT NOT NULL,
  verified INTEGER,
  last_step INTEGER NOT NULL DEFAULT 0,
  failed_verification_count INTEGER,
  locked_until TEXT
) STRICT;
CREATE INDEX two_factors_by_person ON two_factors (person_id);

CREATE TABLE passkeys (
  passkey_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  name TEXT,
  public_key TEXT NOT NULL,
  credential_id TEXT NOT NULL UNIQUE,
  counter INTEGER NOT NULL,
  device_type TEXT NOT NULL,
  backed_up INTEGER NOT NULL,
  transports TEXT,
  aaguid TEXT,
  created_at TEXT
) STRICT;
CREATE INDEX passkeys_by_person ON passkeys (person_id);

CREATE TABLE links (
  link_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (person_id),
  kind TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  replaced_at TEXT
) STRICT;
CREATE INDEX links_by_person ON links (person_id);

CREATE TABLE failed_tries (
  subject TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX failed_tries_by_subject ON failed_tries (subject, at);
`;
