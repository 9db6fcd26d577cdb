import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** For this account only: the directory holds records of patients. */
const MODE = 0o700;

/**
 * Makes a data directory and those above it that are not there. Step by step: Node's own recursive mkdir never ends where a
 * file system refuses new folders as if their parent were missing, as /proc does.
 */
export function makeDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  const above = dirname(dataDir);
  if (above !== dataDir) makeDataDir(above);
  mkdirSync(dataDir, { mode: MODE });
}
