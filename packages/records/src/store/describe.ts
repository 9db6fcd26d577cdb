import { existsSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./errors.ts";
import {
  checkDatabaseFile,
  checkDirectory,
  checkNothingLost,
  databaseFile,
  FILES,
  hasDatabase,
  removeDatabase,
} from "./files.ts";
import type { StoreKey } from "./key.ts";
import { lockImports } from "./lock.ts";
import { checkOrigin, isBehind, versionOf } from "./migrate.ts";
import { type DemoOrigin, demoOf, type Purpose, setting } from "./site.ts";
import { openReader } from "./sqlite.ts";

/** What lies in a data directory, looked at without changing it. */
export interface StoreDescription {
  readonly version: number;
  /** null in a database that was begun and never filled. */
  readonly purpose: Purpose | null;
  readonly demo: DemoOrigin | null;
  /** It is older than this program: opening it for writing brings it up to date. */
  readonly needsMigration: boolean;
}

/**
 * What lies in the directory; null when there is no database. Throws a StoreError when it cannot be read, when the key does
 * not fit, or when there is none and something shows that there was one.
 */
export function describeStore(dataDir: string, key: StoreKey | null = null): StoreDescription | null {
  const file = databaseFile(dataDir);
  if (!existsSync(dataDir)) return null;
  checkDirectory(dataDir, "read");
  if (!hasDatabase(dataDir)) {
    checkNothingLost(dataDir);
    return null;
  }
  checkDatabaseFile(file, "read");
  const reader = openReader(file, key);
  try {
    checkOrigin(reader);
    const version = versionOf(reader);
    const needsMigration = isBehind(reader);
    if (version === 0) return { version, purpose: null, demo: null, needsMigration };
    return {
      version,
      purpose: setting(reader, "purpose") as Purpose | null,
      demo: demoOf(reader),
      needsMigration,
    };
  } finally {
    reader.close();
  }
}

/**
 * Removes a demo database, so that it can be made anew. Throws a StoreError, and removes nothing, when the directory holds
 * real patients or an import runs. For whoever holds the claim on the server.
 */
export function discardDemo(dataDir: string, key: StoreKey | null = null): void {
  const found = describeStore(dataDir, key);
  if (found === null) return;
  if (found.purpose !== "demo") {
    throw new StoreError(
      "purpose_mismatch",
      "This data directory holds real patients and is never filled with demo data. Name another directory with --data.",
    );
  }
  const imports = lockImports(dataDir);
  try {
    removeDatabase(join(dataDir, FILES.staging));
    removeDatabase(databaseFile(dataDir));
  } finally {
    imports.release();
  }
}
