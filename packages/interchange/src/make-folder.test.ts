import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

it("makes what is missing, and says where it began", async () => {
  const there = await mkdtemp(join(tmpdir(), "soundings-folder-"));
  expect(await makeFolder(join(there, "a", "b"))).toBe(join(there, "a"));
  expect((await stat(join(there, "a", "b"))).isDirectory()).toBe(true);
  expect(await makeFolder(join(there, "a", "b"))).toBeUndefined();
});

it("ends where no folder can be made", async () => {
  const there = await mkdtemp(join(tmpdir(), "soundings-folder-"));
  await writeFile(join(there, "file"), "");
  await expect(makeFolder(join(there, "file", "a"))).rejects.toMatchObject({ code: "ENOTDIR" });
  if (process.platform === "linux") await expect(makeFolder("/proc/soundings/a")).rejects.toThrow();
});
