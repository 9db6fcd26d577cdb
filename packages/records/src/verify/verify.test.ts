import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { describe, expect, it } from "vitest";
import { readChart } from "../charts/iterate.ts";
import { CLINIC, newStore, patient, phq9, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { StoreError } from "../store/errors.ts";
import { lockServer } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { backupStore } from "./backup.ts";
import { restoreStore } from "./restore.ts";
import { verifyStore } from "./verify.ts";

async function clinic(): Promise<Store> {
  const store = newStore();
  await take(store, CLINIC);
  return store;
}

/** Changes a database as no part of the product would. */
function tamper(store: Store, sql: string): void {
  const handle = new Database(join(store.dataDir, "soundings.db"));
  handle.pragma("foreign_keys = OFF");
  handle.exec(sql);
  handle.close();
}

describe("verify", () => {
  it("finds nothing wrong with a clinic, also after corrections", async () => {
    const store = await clinic();
    await take(store, [phq9("A-2", "P-1", "2026-03-14", [0, 0, 0, 0, 0, 0, 0, 0, 1])]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });

  const harms: readonly [sql: string, expected: readonly object[]][] = [
    [
      "update assessments set items = replace(items, '3', '0') where assessment_id = 'A-2'",
      [
        { code: "summary_differs", where: "episode E-1" },
        { code: "findings_differ", where: "episode E-1" },
      ],
    ],
    [
      "update episode_summaries set summary = '{}' where episode_id = 'E-2'",
      [{ code: "summary_differs", where: "episode E-2" }],
    ],
    ["delete from findings where episode_id = 'E-1'", [{ code: "findings_differ", where: "episode E-1" }]],
    [
      "delete from episode_summaries where episode_id = 'E-1'",
      [
        { code: "findings_left_over", where: "episode E-1" },
        { code: "summary_missing", where: "episode E-1" },
      ],
    ],
    [
      "update episodes set discharged_on = '2026-02-10' where episode_id = 'E-2'",
      [{ code: "summary_left_over", where: "episode E-2" }],
    ],
    [
      "delete from programs where program_id = 'IOP-EVE'; update episodes set therapist_id = 'NO' where episode_id = 'E-2'",
      [
        { code: "broken_reference", where: "episodes row 2" },
        { code: "broken_reference", where: "staff S-1" },
      ],
    ],
    [
      "insert into revisions (record_kind, record_key, revision, changed_at, changed_by, before) values ('event', 'X-1', 2, '', '', '{')",
      [
        { code: "revision_gap", where: "event X-1" },
        { code: "revision_unreadable", where: "revision 1" },
      ],
    ],
  ];

  it.each(harms)("notices: %s", async (sql, expected) => {
    const store = await clinic();
    tamper(store, sql);
    expect(await verifyStore(store)).toMatchObject(expected);
    store.close();
  });

  it("notices damage to the file", async () => {
    const store = await clinic();
    const page = store.reader
      .statement("select pageno from dbstat where name = 'sessions_by_patient'")
      .get([])?.[0];
    store.close();
    const file = join(store.dataDir, "soundings.db");
    const bytes = readFileSync(file);
    bytes.fill("Z", Number(page) * 4_096 - 40, Number(page) * 4_096);
    writeFileSync(file, bytes);
    const again = openStore({ dataDir: store.dataDir, access: "read" });
    const problems = await verifyStore(again);
    expect(problems.map(({ code }) => code)).toContain("damaged");
    again.close();
  });

  it("names no patient and no value", async () => {
    const store = await clinic();
    tamper(store, "update patients set given_name = 'Zachariah'; delete from findings");
    expect(JSON.stringify(await verifyStore(store))).not.toMatch(/Zachariah|Testcase|PHQ/);
    store.close();
  });
});

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof StoreError) return error.code;
  throw new Error("nothing was refused");
}

describe("a backup", () => {
  it("is one whole file, made while others write, and put in place of another database", async () => {
    const store = await clinic();
    const file = join(temporaryDirectory(), "monday.db");
    const made = await backupStore(store, file);
    expect(made.bytes).toBe(readFileSync(file).length);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, ".."))).toEqual(["monday.db"]);
    await take(store, [patient("P-9")]);
    store.close();

    const restored = await restoreStore(store.dataDir, file);
    expect(restored.needsMigration).toBe(false);
    expect(restored.previous).toMatch(/soundings-before-restore-\d{8}T\d{6}Z\.db$/);
    const again = openStore({ dataDir: store.dataDir, access: "write" });
    expect(await readChart(again, "P-9")).toBeNull();
    expect(await readChart(again, "P-1")).not.toBeNull();
    expect(await verifyStore(again)).toEqual([]);
    again.close();

    const kept = new Database(restored.previous ?? "", { readonly: true });
    expect(kept.prepare("select count(*) from patients").pluck().get()).toBe(3);
    kept.close();
  });

  it("goes into a directory without a database", async () => {
    const store = await clinic();
    const file = join(temporaryDirectory(), "copy.db");
    await backupStore(store, file);
    store.close();
    const dataDir = temporaryDirectory();
    expect((await restoreStore(dataDir, file)).previous).toBeNull();
    const again = openStore({ dataDir, access: "read" });
    expect(await readChart(again, "P-1")).not.toBeNull();
    again.close();
  });

  it("replaces a database that is damaged", async () => {
    const store = await clinic();
    const file = join(temporaryDirectory(), "copy.db");
    await backupStore(store, file);
    store.close();
    writeFileSync(join(store.dataDir, "soundings.db"), "no database at all ".repeat(300));
    await restoreStore(store.dataDir, file);
    const again = openStore({ dataDir: store.dataDir, access: "read" });
    expect(await verifyStore(again)).toEqual([]);
    again.close();
  });

  it("never overwrites a file", async () => {
    const store = await clinic();
    const file = join(temporaryDirectory(), "copy.db");
    writeFileSync(file, "precious");
    expect(await refusal(backupStore(store, file))).toBe("file_exists");
    expect(readFileSync(file, "utf8")).toBe("precious");
    expect(await refusal(backupStore(store, join(file, "..", "no", "copy.db")))).toBe("no_directory");
    store.close();
  });

  it("is refused, and nothing changes, when it cannot be used", async () => {
    const store = await clinic();
    const { dataDir } = store;
    const folder = temporaryDirectory();
    await backupStore(store, join(folder, "whole.db"));
    store.close();
    const before = readFileSync(join(dataDir, "soundings.db"));

    writeFileSync(join(folder, "letter.db"), "not a database ".repeat(200));
    const bytes = readFileSync(join(folder, "whole.db"));
    writeFileSync(join(folder, "cut.db"), bytes.subarray(0, bytes.length - 40_960));
    const newer = new Database(join(folder, "whole.db"));
    newer.pragma("user_version = 99");
    newer.close();
    expect(await refusal(restoreStore(dataDir, join(folder, "none.db")))).toBe("no_such_file");
    expect(await refusal(restoreStore(dataDir, join(folder, "letter.db")))).toBe("not_a_database");
    expect(await refusal(restoreStore(dataDir, join(folder, "cut.db")))).toBe("corrupt");
    expect(await refusal(restoreStore(dataDir, join(folder, "whole.db")))).toBe("newer_version");
    expect(readFileSync(join(dataDir, "soundings.db")).equals(before)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("soundings"))).toEqual(["soundings.db"]);
  });

  it("is refused while a server runs", async () => {
    const store = await clinic();
    const file = join(temporaryDirectory(), "copy.db");
    await backupStore(store, file);
    const server = lockServer(store.dataDir);
    expect(await refusal(restoreStore(store.dataDir, file))).toBe("server_running");
    server.release();
    store.close();
  });

  it("of a demo never takes the place of real patients", async () => {
    const demo = newStore({ purpose: "demo" });
    const file = join(temporaryDirectory(), "demo.db");
    await backupStore(demo, file);
    demo.close();
    const store = await clinic();
    store.close();
    expect(await refusal(restoreStore(store.dataDir, file))).toBe("purpose_mismatch");
  });
});
