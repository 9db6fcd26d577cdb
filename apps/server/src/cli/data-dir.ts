import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "@soundings/api";
import type { Place } from "@soundings/records";
import type { Command } from "commander";
import { keyFor } from "./keys.ts";

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
const DEFAULT_DIR = join(PROJECT, "data");

export interface DataOptions {
  readonly data?: string;
  readonly keyFile?: string;
}

/**
 * The directory that holds the database: --data, else SOUNDINGS_DATA unless it is empty, else `data` in the project. An
 * empty --data is what a script passes whose variable is not set, and must not mean whatever directory it runs in.
 */
export function dataDirOf(options: DataOptions): string {
  if (options.data?.trim() === "")
    throw new CommandError("--data is empty. Name the data directory, or leave --data out.");
  const named = options.data ?? (process.env.SOUNDINGS_DATA || undefined);
  return named === undefined ? DEFAULT_DIR : resolve(named);
}

/** The data directory and the key of the database in it: what it takes to open it. */
export function placeOf(options: DataOptions): Place {
  return { dataDir: dataDirOf(options), key: keyFor(options.keyFile) };
}

export function withData(command: Command): Command {
  return command
    .option("--data <dir>", "data directory (default: SOUNDINGS_DATA, else the folder data of the project)")
    .option(
      "--key-file <file>",
      "key file of an encrypted database (default: SOUNDINGS_KEY_FILE, or the key in SOUNDINGS_KEY)",
    );
}

export function withJson(command: Command): Command {
  return command.option("--json", "print JSON and nothing else on standard output");
}
