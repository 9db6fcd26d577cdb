import { resolve } from "node:path";
import { CommandError } from "@soundings/api";
import { keyOf, readKeyFile, type StoreKey } from "@soundings/records";

const KEY = "SOUNDINGS_KEY";
const KEY_FILE = "SOUNDINGS_KEY_FILE";

/** The key in a file that an option names. An empty name is what a script passes whose variable is not set. */
export function keyInFile(option: string, file: string): StoreKey {
  if (file.trim() === "")
    throw new CommandError(`${option} is empty. Name the key file, or leave ${option} out.`);
  return readKeyFile(resolve(file));
}

/** A variable that is set and empty is a mistake somewhere before: taking it for none would leave records unencrypted. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  if (value !== undefined && value.trim() === "") {
    throw new CommandError(`${name} is set and empty. Set it to the key of the database, or unset it.`);
  }
  return value;
}

/**
 * The key of the database: --key-file, else SOUNDINGS_KEY_FILE or SOUNDINGS_KEY, else none. The key itself never stands on the
 * command line, which every account of the machine can list.
 */
export function keyFor(keyFile: string | undefined): StoreKey | null {
  if (keyFile !== undefined) return keyInFile("--key-file", keyFile);
  const file = variable(KEY_FILE);
  const key = variable(KEY);
  if (file !== undefined && key !== undefined) {
    throw new CommandError(`${KEY_FILE} and ${KEY} are both set. Unset one of them.`);
  }
  if (file !== undefined) return keyInFile(KEY_FILE, file);
  return key === undefined ? null : keyOf(key, KEY);
}
