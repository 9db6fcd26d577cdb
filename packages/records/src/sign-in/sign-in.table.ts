import type { Instant } from "@soundings/clinical";
import type { Generated } from "kysely";

export interface SignInTable {
  sign_in_id: string;
  person_id: string;
  token: string;
  expires_at: Instant;
  created_at: Instant;
  updated_at: Instant;
  last_active_at: Instant;
  second_factor: "none" | "totp" | "recovery" | "passkey" | "provider";
  ip_address: string | null;
  user_agent: string | null;
}

export interface CredentialTable {
  credential_id: string;
  person_id: string;
  provider_id: string;
  account_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Instant | null;
  refresh_token_expires_at: Instant | null;
  scope: string | null;
  /** A salted hash. */
  password: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface VerificationTable {
  verification_id: string;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Instant;
  updated_at: Instant;
}

export interface TwoFactorTable {
  two_factor_id: string;
  person_id: string;
  /** Sealed with the server's secret. */
  secret: string;
  /** Hashes of the recovery codes that are left, JSON. */
  backup_codes: string;
  verified: number | null;
  /** The last period of which a code was accepted. */
  last_step: Generated<number>;
  failed_verification_count: number | null;
  locked_until: Instant | null;
}

export interface PasskeyTable {
  passkey_id: string;
  person_id: string;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: number;
  transports: string | null;
  aaguid: string | null;
  created_at: Instant | null;
}

/** A one-time link: only the hash of its secret is kept. */
export interface LinkTable {
  link_id: string;
  person_id: string;
  kind: "invite" | "reset";
  token_hash: string;
  created_at: Instant;
  created_by: string;
  expires_at: Instant;
  used_at: Instant | null;
  replaced_at: Instant | null;
}

/** A try that failed, under the hash of an e-mail address or under a network address. */
export interface FailedTryTable {
  subject: string;
  at: Instant;
}
