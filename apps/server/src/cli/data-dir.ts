import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const DEFAULT_DIR = join(PROJECT, "data");

export interface DataOptions {
  readonly data?: string;
}

/** The directory that holds the database: --data, else SOUNDINGS_DATA, else `data` in the project. */
export function dataDirOf(options: DataOptions): string {
  const named = options.data ?? (process.env.SOUNDINGS_DATA || undefined);
  return named === undefined ? DEFAULT_DIR : resolve(named);
}

export function withData(command: Command): Command {
  return command.option(
    "--data <dir>",
    "data directory (default: SOUNDINGS_DATA, else the folder data of the project)",
  );
}

export function withJson(command: Command): Command {
  return command.option("--json", "print JSON and nothing else on standard output");
}
