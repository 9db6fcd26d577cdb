import {
  type AuditHead,
  auditHead,
  type Backup,
  backupStore,
  describeStore,
  noteVerification,
  openStore,
  type Place,
  type ReadStore,
  type Rekeyed,
  type Restored,
  type RestoreKeys,
  rekeyStore,
  restoreStore,
  type StoreKey,
  type VerifyProblem,
  verifyStore,
} from "@soundings/records";

export interface Migrated {
  readonly from: number;
  readonly to: number;
}

/** Brings the database to this version's schema. */
export function migrate({ dataDir, key }: Place): Migrated {
  const from = describeStore(dataDir, key)?.version ?? 0;
  openStore({ dataDir, key, access: "write" }).close();
  return { from, to: describeStore(dataDir, key)?.version ?? from };
}

/** Copies the database into one new file, encrypted with the same key, while it is in use. */
export async function backup(place: Place, file: string): Promise<Backup> {
  const store = openStore({ ...place, access: "read" });
  try {
    return await backupStore(store, file);
  } finally {
    store.close();
  }
}

/** Puts a backup, with its own key when it has another, in the place of the database; what was there is kept beside it. */
export function restore(
  { dataDir, key }: Place,
  file: string,
  backupKey: RestoreKeys["backupKey"] = null,
): Promise<Restored> {
  return restoreStore(dataDir, file, { key, backupKey });
}

/** Encrypts the database with another key, or with none when `to` is null. */
export function rekey(place: Place, to: StoreKey | null): Rekeyed {
  return rekeyStore({ ...place, to });
}

export interface Verification {
  readonly ok: boolean;
  readonly problems: readonly VerifyProblem[];
  /** The last entry of the audit, to be noted elsewhere; null when it cannot be read. */
  readonly auditHead: string | null;
}

function headOf(store: ReadStore): string | null {
  try {
    return auditHead(store);
  } catch {
    return null;
  }
}

/**
 * Checks the file, every reference, what is stored of findings against the records, and the audit, also against a head that
 * was noted elsewhere. Changes nothing of the records; how it ended is noted beside them, unless the file is damaged or
 * cannot be written.
 */
export async function verify(place: Place, noted: AuditHead | null = null): Promise<Verification> {
  const store = openStore({ ...place, access: "read" });
  try {
    const problems = await verifyStore(store, noted);
    const damaged = problems.some(({ code }) => code === "damaged");
    if (!damaged) noteVerification(store, problems.length);
    return { ok: problems.length === 0, problems, auditHead: damaged ? null : headOf(store) };
  } finally {
    store.close();
  }
}
