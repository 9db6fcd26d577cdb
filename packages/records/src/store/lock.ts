import { join } from "node:path";
import { StoreError } from "./errors.ts";
import { checkDirectory, FILES } from "./files.ts";
import { holdFile } from "./sqlite.ts";

/** A hold on something that only one process may do at a time. */
export interface Lock {
  release(): void;
}

function lock(dataDir: string, file: string): Lock | null {
  checkDirectory(dataDir, "write");
  const release = holdFile(join(dataDir, file));
  return release === null ? null : { release };
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
