import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { describe, expect, it } from "vitest";
import { CLINIC, newStore, patient, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { describeStore } from "../store/describe.ts";
import { StoreError } from "../store/errors.ts";
import { openStore } from "../store/open.ts";
import { backupStore } from "./backup.ts";
import { restoreStore } from "./restore.ts";
import { verifyStore } from "./verify.ts";

/** A clinic with one patient more than its backup. */
async function clinicAndBackup(): Promise<{ readonly dataDir: string; readonly backup: string }> {
  const store = newStore();
  await take(store, CLINIC);
  const backup = join(temporaryDirectory(), "backup.db");
  await backupStore(store, backup);
  await take(store, [patient("P-9")]);
  store.close();
  return { dataDir: store.dataDir, backup };
}

function patients(file: string): unknown {
  const handle = new Database(file, { readonly: true });
  const count = handle.prepare("select count(*) from patients").pluck().get();
  handle.close();
  return count;
}

function made(work: (handle: Database.Database) => void, from?: string): string {
  const file = join(temporaryDirectory(), "made.db");
  if (from !== undefined) copyFileSync(from, file);
  const handle = new Database(file);
  handle.pragma("foreign_keys = OFF");
  work(handle);
  handle.close();
  return file;
}

async function refused(work: () => unknown): Promise<StoreError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function filesIn(dataDir: string): readonly string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith("soundings"));
}

describe("what is no Soundings database is refused and nothing is touched", () => {
  const wrong: readonly [name: string, make: (backup: string) => string, code: string][] = [
    [
      "an empty file",
      () => {
        const file = join(temporaryDirectory(), "empty.db");
        writeFileSync(file, "");
        return file;
      },
      "not_a_database",
    ],
    ["a database without tables", () => made((handle) => handle.exec("vacuum")), "not_a_database"],
    ["another program's", () => made((handle) => handle.exec("create table x (a)")), "not_a_database"],
    [
      "one that only says that it is",
      () => made((handle) => handle.exec("pragma application_id = 1397638215; pragma user_version = 4")),
      "not_a_database",
    ],
    ["one without a table", (from) => made((h) => h.exec("drop table findings"), from), "not_a_database"],
    [
      "one with a broken reference",
      (from) => made((h) => h.exec("update assessments set patient_id = 'NO' where rowid = 1"), from),
      "corrupt",
    ],
    ["a directory", () => temporaryDirectory(), "not_a_database"],
  ];

  it.each(wrong)("%s", async (_name, make, code) => {
    const { dataDir, backup } = await clinicAndBackup();
    const before = readFileSync(join(dataDir, "soundings.db"));
    expect((await refused(() => restoreStore(dataDir, make(backup)))).code).toBe(code);
    expect(readFileSync(join(dataDir, "soundings.db")).equals(before)).toBe(true);
    expect(filesIn(dataDir)).toEqual(["soundings.db"]);
  });

  it("a directory in the place of the database, or of the staging", async () => {
    const { dataDir, backup } = await clinicAndBackup();
    const other = temporaryDirectory();
    mkdirSync(join(other, "soundings.db"));
    expect((await refused(() => restoreStore(other, backup))).message).toContain("is not a file");
    mkdirSync(join(dataDir, "import-staging.db"));
    expect((await refused(() => restoreStore(dataDir, backup))).message).toContain(
      "import-staging.db is not",
    );
    expect((await refused(() => openStore({ dataDir, access: "write" }))).message).toContain("is not a file");
    expect(patients(join(dataDir, "soundings.db"))).toBe(3);
  });
});

describe("what a restore replaces", () => {
  it("is never overwritten by a later restore", async () => {
    const { dataDir, backup } = await clinicAndBackup();
    const kept = [];
    for (let times = 0; times < 3; times += 1)
      kept.push((await restoreStore(dataDir, backup)).previous ?? "");
    expect(new Set(kept).size).toBe(3);
    expect(kept.map(patients)).toEqual([3, 2, 2]);
    expect(patients(join(dataDir, "soundings.db"))).toBe(2);
  });

  it("is refused when it cannot be opened and a write-ahead log beside it may hold records", async () => {
    const { dataDir, backup } = await clinicAndBackup();
    const file = join(dataDir, "soundings.db");
    for (const content of ["", "no database at all ".repeat(300)]) {
      writeFileSync(file, content);
      writeFileSync(`${file}-wal`, "committed records");
      expect((await refused(() => restoreStore(dataDir, backup))).message).toContain("soundings.db-wal");
      expect(readFileSync(file, "utf8")).toBe(content);
      expect(readFileSync(`${file}-wal`, "utf8")).toBe("committed records");
    }
  });

  it("takes with it what only the write-ahead log holds", async () => {
    const { dataDir, backup } = await clinicAndBackup();
    const copy = temporaryDirectory();
    const store = openStore({ dataDir, access: "write" });
    await take(store, [patient("P-10")]);
    for (const tail of ["", "-wal"]) {
      copyFileSync(join(dataDir, `soundings.db${tail}`), join(copy, `soundings.db${tail}`));
    }
    store.close();
    expect(patients((await restoreStore(copy, backup)).previous ?? "")).toBe(4);
  });

  it("is refused while another program has it open", async () => {
    const { dataDir, backup } = await clinicAndBackup();
    const other = new Database(join(dataDir, "soundings.db"));
    other.prepare("select count(*) from patients").get();
    expect((await refused(() => restoreStore(dataDir, backup))).code).toBe("locked");
    other.close();
    expect(filesIn(dataDir)).toEqual(["soundings.db"]);
  });
});

/** Restores in a process that is killed just before its link or rename of that number. */
function killedRestore(dataDir: string, backup: string, at: number): NodeJS.Signals | null {
  const code = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    let count = 0;
    for (const name of ["linkSync", "renameSync"]) {
      const real = fs[name];
      fs[name] = (from, to) => { count += 1; if (count === ${at}) process.kill(process.pid, "SIGKILL"); return real(from, to); };
    }
    syncBuiltinESMExports();
    const { restoreStore } = await import(${JSON.stringify(join(import.meta.dirname, "restore.ts"))});
    await restoreStore(${JSON.stringify(dataDir)}, ${JSON.stringify(backup)});`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code]).signal;
}

describe("a restore that is killed", () => {
  it.each([1, 2])("leaves the present database whole and in place (step %i)", async (at) => {
    const { dataDir, backup } = await clinicAndBackup();
    expect(killedRestore(dataDir, backup, at)).toBe("SIGKILL");
    const store = openStore({ dataDir, access: "write", create: { purpose: "real" } });
    await take(store, [patient("P-10")]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
    expect(patients(join(dataDir, "soundings.db"))).toBe(4);
    expect(filesIn(dataDir).filter((name) => name.includes("before"))).toEqual([]);
    const { previous } = await restoreStore(dataDir, backup);
    expect(patients(previous ?? "")).toBe(4);
  });

  it("into an empty directory is never followed by a new, empty database", async () => {
    const { backup } = await clinicAndBackup();
    const dataDir = temporaryDirectory();
    expect(killedRestore(dataDir, backup, 1)).toBe("SIGKILL");
    const create = { purpose: "real" } as const;
    for (const work of [
      () => openStore({ dataDir, access: "write", create }),
      () => openStore({ dataDir, access: "read" }),
      () => describeStore(dataDir),
    ]) {
      expect((await refused(work)).message).toContain("soundings.db.incoming");
    }
    expect(existsSync(join(dataDir, "soundings.db"))).toBe(false);
    await restoreStore(dataDir, backup);
    expect(patients(join(dataDir, "soundings.db"))).toBe(2);
  });

  it("finds a kept database where the present one is gone", async () => {
    const { backup } = await clinicAndBackup();
    const dataDir = temporaryDirectory();
    copyFileSync(backup, join(dataDir, "soundings-before-restore.db"));
    const error = await refused(() => openStore({ dataDir, access: "write", create: { purpose: "real" } }));
    expect(error.message).toContain("soundings-before-restore.db");
    expect(existsSync(join(dataDir, "soundings.db"))).toBe(false);
  });
});

describe("a backup that was made during an import", () => {
  it("marks the import as abandoned, and has nothing wrong with it when it is restored", async () => {
    const { dataDir } = await clinicAndBackup();
    const handle = new Database(join(dataDir, "soundings.db"));
    handle.exec(
      "update import_batches set state = 'applying', finished_at = null where number = (select max(number) from import_batches)",
    );
    handle.close();
    const file = join(temporaryDirectory(), "live.db");
    const reading = openStore({ dataDir, access: "read" });
    await backupStore(reading, file);
    expect(await verifyStore(reading)).toMatchObject([{ code: "unfinished_import" }]);
    reading.close();

    const other = temporaryDirectory();
    for (const source of [file, join(dataDir, "soundings.db")]) {
      await restoreStore(other, source);
      const again = openStore({ dataDir: other, access: "read" });
      expect(await verifyStore(again)).toEqual([]);
      expect(again.reader.statement("select state from import_batches order by number").all([])).toEqual([
        ["done"],
        ["abandoned"],
      ]);
      again.close();
    }
  });
});
