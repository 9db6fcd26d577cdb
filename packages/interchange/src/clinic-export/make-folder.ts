import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a folder and those above it that are not there. Answers the first one that had to be made, undefined when it was
 * there. Step by step, because Node's own recursive mkdir never ends where a file system refuses new folders as if their
 * parent were missing, as /proc does. Throws what the file system says.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  if (await isThere(folder)) return undefined;
  const above = dirname(folder);
  const made = above === folder ? undefined : await makeFolder(above);
  await mkdir(folder);
  return made ?? folder;
}
