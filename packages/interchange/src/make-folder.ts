import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function codeOf(failure: unknown): unknown {
  return failure instanceof Error && "code" in failure ? failure.code : undefined;
}

/**
 * Makes a folder and the folders above it that are missing. Returns the first that had to be made, undefined when the
 * folder was there. Throws the system's error. One level at a time, because Node's recursive `mkdir` never ends where a
 * folder exists but refuses every new name with "no such file", as some virtual file systems do.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const path = resolve(folder);
  try {
    await mkdir(path);
    return path;
  } catch (failure) {
    if (codeOf(failure) === "EEXIST" && (await stat(path)).isDirectory()) return undefined;
    const above = dirname(path);
    if (codeOf(failure) !== "ENOENT" || above === path || (await exists(above))) throw failure;
    const first = await makeFolder(above);
    await mkdir(path);
    return first ?? path;
  }
}
