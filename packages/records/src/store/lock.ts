import { statSync } from "node:fs";
import { join } from "node:path";
import { StoreError, type StoreErrorCode } from "./errors.ts";
import { checkDirectory, FILES } from "./files.ts";
import { holdFile } from "./hold.ts";

/** A hold on something that only one process may do at a time. */
export interface Lock {
  release(): void;
}

const DAMAGED: ReadonlySet<StoreErrorCode> = new Set(["not_a_database", "corrupt"]);

function damagedLock(file: string, cause?: unknown): StoreError {
  return new StoreError(
    "locked",
    `The lock file ${file} is damaged. It holds no records: when no Soundings runs on this data directory, delete it, then try again.`,
    { cause },
  );
}

function lock(dataDir: string, name: string, patience?: "some"): Lock | null {
  checkDirectory(dataDir, "write");
  const file = join(dataDir, name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw damagedLock(file);
  try {
    const release = holdFile(file, patience);
    return release === null ? null : { release };
  } catch (error) {
    if (error instanceof StoreError && DAMAGED.has(error.code)) throw damagedLock(file, error);
    throw error;
  }
}

/** Claims the making of a database where there is none; waits for another process that makes one. */
export function lockCreation(dataDir: string): Lock {
  const held = lock(dataDir, FILES.creationLock, "some");
  if (held !== null) return held;
  throw new StoreError(
    "locked",
    `Another program is making the database in ${dataDir}. Wait until it has finished, then try again.`,
  );
}

/** The same at once, or null when another process has it. */
export function tryLockCreation(dataDir: string): Lock | null {
  return lock(dataDir, FILES.creationLock);
}

/**
 * Claims the data directory for one server. The operating system releases the claim when the process ends, however it
 * ends. Throws a StoreError `server_running` when another server has it.
 */
export function lockServer(dataDir: string): Lock {
  const held = lock(dataDir, FILES.serverLock);
  if (held !== null) return held;
  throw new StoreError(
    "server_running",
    `A Soundings server is already running on ${dataDir}. Stop it first, or name another directory with --data.`,
  );
}

/** Claims the staging of imports, or null when another import runs. */
export function tryLockImports(dataDir: string): Lock | null {
  return lock(dataDir, FILES.importLock);
}

/** Claims the staging of imports. Throws a StoreError `import_running` when another import has it. */
export function lockImports(dataDir: string): Lock {
  const held = tryLockImports(dataDir);
  if (held !== null) return held;
  throw new StoreError(
    "import_running",
    "Another import is running on this data directory. Nothing was changed. Wait until it has finished, then try again.",
  );
}
