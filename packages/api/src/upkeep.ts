import {
  type Backup,
  backupStore,
  describeStore,
  openStore,
  type Restored,
  restoreStore,
  type VerifyProblem,
  verifyStore,
} from "@soundings/records";

export interface Migrated {
  readonly from: number;
  readonly to: number;
}

/** Brings the database to this version's schema. */
export function migrate(dataDir: string): Migrated {
  const from = describeStore(dataDir)?.version ?? 0;
  openStore({ dataDir, access: "write" }).close();
  return { from, to: describeStore(dataDir)?.version ?? from };
}

/** Copies the database into one new file, while it is in use. */
export async function backup(dataDir: string, file: string): Promise<Backup> {
  const store = openStore({ dataDir, access: "read" });
  try {
    return await backupStore(store, file);
  } finally {
    store.close();
  }
}

/** Puts a backup in the place of the database; what was there is kept beside it. */
export function restore(dataDir: string, file: string): Promise<Restored> {
  return restoreStore(dataDir, file);
}

export interface Verification {
  readonly ok: boolean;
  readonly problems: readonly VerifyProblem[];
}

/** Checks the file, every reference, and what is stored of findings against the records. Changes nothing. */
export async function verify(dataDir: string): Promise<Verification> {
  const store = openStore({ dataDir, access: "read" });
  try {
    const problems = await verifyStore(store);
    return { ok: problems.length === 0, problems };
  } finally {
    store.close();
  }
}
