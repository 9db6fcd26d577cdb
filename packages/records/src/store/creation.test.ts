import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLINIC, newStore, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { describeStore } from "./describe.ts";
import { StoreError } from "./errors.ts";
import { lockImports, lockServer } from "./lock.ts";
import { openStore } from "./open.ts";

function refused(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("making a database", () => {
  it("leaves one file and nothing else", () => {
    const store = newStore();
    store.close();
    expect(readdirSync(store.dataDir).sort()).toEqual(["create.lock", "soundings.db"]);
  });

  it("that is killed leaves no database, and the next one is made", () => {
    const dataDir = temporaryDirectory();
    const code = `import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      fs.renameSync = () => process.kill(process.pid, "SIGKILL");
      syncBuiltinESMExports();
      const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "open.ts"))});
      openStore({ dataDir: ${JSON.stringify(dataDir)}, access: "write", create: { purpose: "real" } });`;
    expect(spawnSync(process.execPath, ["--input-type=module", "-e", code]).signal).toBe("SIGKILL");
    expect(existsSync(join(dataDir, "soundings.db"))).toBe(false);
    expect(describeStore(dataDir)).toBeNull();
    openStore({ dataDir, access: "write", create: { purpose: "real" } }).close();
    expect(readdirSync(dataDir).filter((name) => name.startsWith("soundings"))).toEqual(["soundings.db"]);
  });

  it("is done once when several processes begin at the same moment", async () => {
    const dataDir = temporaryDirectory();
    const code = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "open.ts"))});
      openStore({ dataDir: ${JSON.stringify(dataDir)}, access: "write", create: { purpose: "real" } }).close();`;
    const ends = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
        return (await once(child, "close"))[0];
      }),
    );
    expect(ends).toEqual([0, 0, 0, 0]);
  });

  it("takes a file of no length for none", async () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, "soundings.db"), "");
    expect(refused(() => openStore({ dataDir, access: "read" })).code).toBe("no_database");
    expect(refused(() => openStore({ dataDir, access: "write" })).code).toBe("no_database");
    expect(describeStore(dataDir)).toBeNull();
    const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
    expect((await take(store, CLINIC)).ok).toBe(true);
    store.close();
  });

  it("is refused where a write-ahead log shows that there was one", () => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, "soundings.db-wal"), "committed records");
    const create = { purpose: "real" } as const;
    expect(refused(() => openStore({ dataDir, access: "write", create })).message).toContain("db-wal");
    expect(readdirSync(dataDir).filter((name) => name.startsWith("soundings"))).toEqual(["soundings.db-wal"]);
  });
});

describe("a damaged lock file", () => {
  it.each([
    ["import.lock", lockImports],
    ["server.lock", lockServer],
  ])("%s is said to be one, and may be deleted", (name, lock) => {
    const dataDir = temporaryDirectory();
    writeFileSync(join(dataDir, name), "garbage".repeat(1_000));
    expect(refused(() => lock(dataDir)).message).toMatch(new RegExp(`${name} is damaged.* delete it`));
    const other = temporaryDirectory();
    mkdirSync(join(other, name));
    expect(refused(() => lock(other)).message).toContain(`${name} is damaged`);
  });
});
