import type { Instant } from "@soundings/clinical";
import type { ReadConnection } from "../store/sqlite.ts";
import type { ReadStore } from "../store/store.ts";

/** What protects an account, as its owner sees it. */
export interface Factors {
  /** A code of an authenticator app is asked for after the password. */
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly passkeyId: string;
  readonly name: string;
  readonly addedAt: Instant;
}

/** The authenticator app of an account; its secret is sealed by the server. */
export interface TotpFactor {
  readonly secret: string;
  readonly confirmed: boolean;
  /** The last period whose code was accepted; codes of it and of earlier ones are used up. */
  readonly lastStep: number;
}

export function factorsQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("people as p")
    .leftJoin("two_factors as t", "t.person_id", "p.person_id")
    .select(["p.two_factor_enabled", "t.backup_codes"])
    .where("p.person_id", "=", personId);
}

export function passkeysQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("passkeys")
    .select(["passkey_id", "name", "created_at"])
    .where("person_id", "=", personId)
    .orderBy("passkey_id");
}

export function totpQuery(connection: ReadConnection, personId: string) {
  return connection.query
    .selectFrom("two_factors")
    .select(["secret", "verified", "last_step"])
    .where("person_id", "=", personId);
}

export function recoveryHashes(stored: string | null): readonly string[] {
  try {
    const codes: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : [];
  } catch {
    // What the library seals before the factor is confirmed is no list of ours: there are no codes yet.
    return [];
  }
}

export function factorsOf(store: ReadStore, personId: string): Factors {
  const { reader } = store;
  const row = reader.first(factorsQuery(reader, personId));
  const totp = row?.two_factor_enabled === 1;
  return {
    totp,
    passkeys: passkeysOf(store, personId).length,
    recoveryCodesLeft: totp ? recoveryHashes(row.backup_codes).length : 0,
  };
}

export function passkeysOf({ reader }: ReadStore, personId: string): readonly Passkey[] {
  return reader.all(passkeysQuery(reader, personId)).map((row) => ({
    passkeyId: row.passkey_id,
    name: row.name ?? "Passkey",
    addedAt: row.created_at ?? ("1970-01-01T00:00:00Z" as Instant),
  }));
}

export function totpOf({ reader }: ReadStore, personId: string): TotpFactor | null {
  const row = reader.first(totpQuery(reader, personId));
  if (row === undefined) return null;
  return { secret: row.secret, confirmed: row.verified === 1, lastStep: row.last_step };
}
