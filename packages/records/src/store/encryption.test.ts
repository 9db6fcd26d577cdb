import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import Database from "better-sqlite3-multiple-ciphers";
import { describe, expect, it } from "vitest";
import { CLINIC, newStore, patient, TODAY, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { exportTables } from "../export/export.ts";
import { findingsAsOf } from "../findings/as-of.ts";
import { backupStore } from "../verify/backup.ts";
import { verifyStore } from "../verify/verify.ts";
import { describeStore, discardDemo } from "./describe.ts";
import { beginningOf } from "./encryption.ts";
import { StoreKey } from "./key.ts";
import { fingerprints, KEY, keyedClinic, OTHER_KEY, refused } from "./keyed.fixture.ts";
import { openStore } from "./open.ts";
import type { Store } from "./store.ts";

const KILLED = join(import.meta.dirname, "../imports/killed-import.fixture.ts");
const READABLE = [
  "SQLite format 3",
  "CREATE TABLE",
  "patients",
  "import_batches",
  "episode_spans",
  "IOP-DAY",
  "Therapist One",
  "Muñoz",
  "America/Los_Angeles",
  "Q-00001",
];

/** Bits a byte: 8 of random bytes. */
function entropyOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts.reduce((sum, count) => {
    const share = count / bytes.length;
    return share === 0 ? sum : sum - share * Math.log2(share);
  }, 0);
}

function readableIn(file: string): readonly string[] {
  const bytes = readFileSync(file);
  return READABLE.filter((text) => bytes.includes(text));
}

/** Every file of the directory that holds records, except the index of the log, which holds none. */
function checkUnreadable(dataDir: string, expected: readonly string[]): void {
  const names = readdirSync(dataDir).filter((name) => !/\.lock(-journal)?$|-shm$/.test(name));
  expect(names.sort()).toEqual(expected);
  for (const name of readdirSync(dataDir))
    expect([name, readableIn(join(dataDir, name))]).toEqual([name, []]);
  for (const name of names) expect(entropyOf(readFileSync(join(dataDir, name)))).toBeGreaterThan(7.9);
}

function killedImport(dataDir: string, when: string, key: StoreKey): NodeJS.Signals | null {
  return spawnSync(process.execPath, [KILLED, dataDir, when, key.reveal()]).signal;
}

function answers(store: Store): unknown {
  const { tables, close } = exportTables(store);
  const records = Object.entries(tables).map(([kind, rows]) => [kind, [...(rows as Iterable<unknown>)]]);
  close();
  return records;
}

describe("with a key, no byte can be read", () => {
  it("of the database, its log and a backup, while it is open", async () => {
    const store = await keyedClinic();
    const backup = join(temporaryDirectory(), "backup.db");
    await backupStore(store, backup);
    checkUnreadable(store.dataDir, ["soundings.db", "soundings.db-wal"]);
    expect(readableIn(backup)).toEqual([]);
    expect(entropyOf(readFileSync(backup))).toBeGreaterThan(7.9);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    store.close();
    checkUnreadable(store.dataDir, ["soundings.db"]);
  });

  it("of the staging of an import, which is finished with the same key after a crash", async () => {
    const { dataDir, close } = newStore({ purpose: "real" }, KEY);
    close();
    expect(killedImport(dataDir, "5", KEY)).toBe("SIGKILL");
    checkUnreadable(dataDir, ["import-staging.db", "soundings.db", "soundings.db-wal"]);
    const store = openStore({ dataDir, key: KEY, access: "write" });
    expect(store.reader.statement("select count(*) from patients").get([])).toEqual([120]);
    expect(store.reader.statement("select count(*) from assessments").get([])).toEqual([4_800]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });

  it("shows readable bytes without one, so that these tests can fail", async () => {
    const store = await keyedClinic(null);
    expect(readableIn(join(store.dataDir, "soundings.db-wal"))).toContain("Therapist One");
    store.close();
    expect(readableIn(join(store.dataDir, "soundings.db"))).toContain("SQLite format 3");
  });

  it("is put into temporary files", () => {
    const store = newStore({ purpose: "real" }, KEY);
    for (const connection of [store.writer, store.reader]) expect(connection.pragma("temp_store")).toBe(2);
    store.close();
  });

  it("is in what is printed or sent of a store", () => {
    const store = newStore({ purpose: "real" }, KEY);
    const shown = `${inspect(store.key, { depth: 9, showHidden: true })}${JSON.stringify(store.key)}${String(store.key)}`;
    expect(shown).not.toContain(KEY.reveal());
    store.close();
  });
});

describe("an encrypted store", () => {
  it("answers as a plain one does", async () => {
    const [plain, keyed] = [await keyedClinic(null), await keyedClinic()];
    expect(answers(keyed)).toEqual(answers(plain));
    const found = await findingsAsOf(keyed, TODAY);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await findingsAsOf(plain, TODAY));
    expect(await verifyStore(keyed)).toEqual([]);
    plain.close();
    keyed.close();
  });

  it("is a database of SQLCipher 4, also with a passphrase that has a quotation mark", async () => {
    const passphrase = new StoreKey("it's a key for O'Brien");
    const { dataDir, close } = await keyedClinic(passphrase);
    close();
    const handle = new Database(join(dataDir, "soundings.db"));
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma("legacy = 4");
    handle.pragma("key = 'it''s a key for O''Brien'");
    expect(handle.pragma("page_size", { simple: true })).toBe(4_096);
    expect(handle.prepare("select count(*) from patients").pluck().get()).toBe(2);
    handle.close();
  });

  it("is opened again, described, read beside a writer, and discarded when it is a demo", async () => {
    const store = newStore({ purpose: "demo" }, KEY);
    await take(store, CLINIC);
    const place = { dataDir: store.dataDir, key: KEY };
    const reading = openStore({ ...place, access: "read" });
    await take(store, [patient("P-9")]);
    expect(reading.reader.statement("select count(*) from patients").get([])).toEqual([3]);
    reading.close();
    store.close();
    expect(describeStore(place.dataDir, KEY)?.purpose).toBe("demo");
    discardDemo(place.dataDir, KEY);
    expect(describeStore(place.dataDir, KEY)).toBeNull();
  });

  it("that is damaged within is said to be damaged, not to have another key", async () => {
    const { dataDir, close } = await keyedClinic();
    close();
    const file = join(dataDir, "soundings.db");
    const bytes = readFileSync(file);
    for (let page = 1; page < bytes.length / 4_096; page += 1) bytes[page * 4_096 + 100] = 0;
    writeFileSync(file, bytes);
    expect((await refused(() => openStore({ dataDir, key: KEY, access: "write" }))).code).toBe("corrupt");
    bytes.fill(0, 0, 4_096);
    writeFileSync(file, bytes);
    expect((await refused(() => openStore({ dataDir, key: KEY, access: "write" }))).code).toBe(
      "not_a_database",
    );
  });
});

type Opens = (place: { dataDir: string; key: StoreKey | null }) => unknown;
const WAYS: readonly [name: string, open: Opens][] = [
  ["reading", (place) => openStore({ ...place, access: "read" })],
  ["writing", (place) => openStore({ ...place, access: "write" })],
  ["writing or making", (place) => openStore({ ...place, access: "write", create: { purpose: "real" } })],
  ["describing", ({ dataDir, key }) => describeStore(dataDir, key)],
  ["discarding", ({ dataDir, key }) => discardDemo(dataDir, key)],
];

/** A database as a crash leaves it: part of the records only in the log. */
async function crashed(key: StoreKey | null): Promise<string> {
  const store = await keyedClinic(key);
  const dataDir = temporaryDirectory();
  for (const tail of ["", "-wal"]) {
    copyFileSync(join(store.dataDir, `soundings.db${tail}`), join(dataDir, `soundings.db${tail}`));
  }
  store.close();
  return dataDir;
}

describe("a key that does not fit is refused and changes no byte", () => {
  describe.each(WAYS)("%s", (_name, open) => {
    it.each([
      [
        "a wrong key",
        [KEY, OTHER_KEY],
        "wrong_key",
        /key is wrong or the file is damaged.*Nothing was changed/,
      ],
      ["no key", [KEY, null], "key_missing", /is encrypted.*Nothing was changed.*--key-file/],
      [
        "a key for a plain database",
        [null, KEY],
        "not_encrypted",
        /not encrypted.*Nothing was.*soundings rekey/,
      ],
    ] as const)("%s", async (_what, [made, given], code, sentence) => {
      const dataDir = await crashed(made);
      const before = fingerprints(dataDir);
      const error = await refused(() => open({ dataDir, key: given }));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(sentence);
      expect(error.message).not.toContain("\n");
      expect(fingerprints(dataDir)).toEqual(before);
      const store = openStore({ dataDir, key: made, access: "write" });
      expect(store.reader.statement("select count(*) from patients").get([])).toEqual([2]);
      store.close();
    });
  });

  it("while another process writes", async () => {
    const store = await keyedClinic();
    const { dataDir } = store;
    const code = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "open.ts"))});
      const { StoreKey } = await import(${JSON.stringify(join(import.meta.dirname, "key.ts"))});
      try { openStore({ dataDir: ${JSON.stringify(dataDir)}, key: new StoreKey("${OTHER_KEY.reveal()}"), access: "write" }); }
      catch (error) { console.log(error.code); }`;
    const before = fingerprints(dataDir);
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", code]);
    expect(child.stdout.toString().trim()).toBe("wrong_key");
    expect(fingerprints(dataDir)).toEqual(before);
    await take(store, [patient("P-9")]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });
});

describe("how a file begins", () => {
  it("tells plain, encrypted, empty, absent and other files apart", async () => {
    const folder = temporaryDirectory();
    const given = (name: string, content: string | Uint8Array) => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    };
    const [plain, keyed] = [await keyedClinic(null), await keyedClinic()];
    plain.close();
    keyed.close();
    expect(beginningOf(join(plain.dataDir, "soundings.db"))).toBe("plain");
    expect(beginningOf(join(keyed.dataDir, "soundings.db"))).toBe("encrypted");
    expect(beginningOf(given("empty", ""))).toBe("empty");
    expect(beginningOf(join(folder, "absent"))).toBe("absent");
    expect(beginningOf(given("letter", "This is a letter. ".repeat(1_000)))).toBe("other");
    expect(beginningOf(given("zeros", new Uint8Array(8_192)))).toBe("other");
    expect(beginningOf(folder)).toBe("other");
  });
});
