import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { patient, take, temporaryDirectory } from "../example-clinic.fixture.ts";
import { beginningOf } from "../store/encryption.ts";
import type { StoreKey } from "../store/key.ts";
import { fingerprints, KEY, keyedClinic, OTHER_KEY, refused } from "../store/keyed.fixture.ts";
import { lockImports, lockServer } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import { rekeyStore } from "./rekey.ts";
import { verifyStore } from "./verify.ts";

const WAYS: readonly [name: string, from: StoreKey | null, to: StoreKey | null][] = [
  ["from plain to a key", null, KEY],
  ["from a key to another", KEY, OTHER_KEY],
  ["from a key to plain", KEY, null],
];

async function closedClinic(key: StoreKey | null): Promise<string> {
  const { dataDir, close } = await keyedClinic(key);
  close();
  return dataDir;
}

/** Opens, looks for the two patients, and finds nothing wrong. */
async function checkWhole(dataDir: string, key: StoreKey | null): Promise<void> {
  const store = openStore({ dataDir, key, access: "write" });
  expect(store.reader.statement("select count(*) from patients").get([])).toEqual([2]);
  expect(await verifyStore(store)).toEqual([]);
  store.close();
}

function databases(dataDir: string): readonly string[] {
  return readdirSync(dataDir).filter((name) => !/\.lock(-journal)?$/.test(name));
}

describe.each(WAYS)("a change of the key %s", (_name, from, to) => {
  it("keeps everything, and the old key opens nothing any more", async () => {
    const dataDir = await closedClinic(from);
    const done = rekeyStore({ dataDir, key: from, to });
    expect(done).toEqual({
      wasEncrypted: from !== null,
      encrypted: to !== null,
      bytes: statSync(join(dataDir, "soundings.db")).size,
      kept: [],
    });
    expect(databases(dataDir)).toEqual(["soundings.db"]);
    expect(statSync(join(dataDir, "soundings.db")).mode & 0o777).toBe(0o600);
    expect(beginningOf(join(dataDir, "soundings.db"))).toBe(to === null ? "plain" : "encrypted");
    expect(readFileSync(join(dataDir, "soundings.db")).includes("Therapist One")).toBe(to === null);
    const codes = new Set(["wrong_key", "key_missing", "not_encrypted"]);
    expect(codes).toContain((await refused(() => openStore({ dataDir, key: from, access: "read" }))).code);
    await checkWhole(dataDir, to);
  });

  it("takes with it what only the log holds", async () => {
    const store = await keyedClinic(from);
    const dataDir = temporaryDirectory();
    for (const tail of ["", "-wal"]) {
      copyFileSync(join(store.dataDir, `soundings.db${tail}`), join(dataDir, `soundings.db${tail}`));
    }
    store.close();
    rekeyStore({ dataDir, key: from, to });
    await checkWhole(dataDir, to);
  });

  const USERS: readonly [name: string, code: string, use: (dataDir: string) => () => void][] = [
    ["a server runs", "server_running", (dataDir) => lockServer(dataDir).release],
    ["an import runs", "import_running", (dataDir) => lockImports(dataDir).release],
    ["somebody reads", "locked", (dataDir) => openStore({ dataDir, key: from, access: "read" }).close],
  ];

  it.each(USERS)("is refused while %s", async (_who, code, use) => {
    const dataDir = await closedClinic(from);
    const release = use(dataDir);
    expect((await refused(() => rekeyStore({ dataDir, key: from, to }))).code).toBe(code);
    release();
    expect(existsSync(join(dataDir, "soundings.db.rekeyed"))).toBe(false);
    await checkWhole(dataDir, from);
  });

  const POINTS: readonly [step: string, name: string, at: number, when: "before" | "after"][] = [
    ["before the copy is begun", "openSync", 1, "before"],
    ["when the copy is written", "fsyncSync", 1, "before"],
    ["before the copy is moved", "renameSync", 1, "before"],
    ["after the copy is moved", "renameSync", 1, "after"],
    ["before the directory is flushed", "fsyncSync", 2, "before"],
  ];

  it.each(POINTS)("that is killed %s leaves a whole database", async (_step, name, at, when) => {
    const dataDir = await closedClinic(from);
    expect(killedRekey({ dataDir, from, to }, { name, at, when })).toBe("SIGKILL");
    const moved = existsSync(join(dataDir, "soundings.db.rekeyed")) ? from : to;
    const present = name === "openSync" ? from : moved;
    await checkWhole(dataDir, present);
    expect(databases(dataDir)).toEqual(["soundings.db"]);
    if (present === from) rekeyStore({ dataDir, key: from, to });
    await checkWhole(dataDir, to);
  });
});

interface Point {
  readonly name: string;
  readonly at: number;
  readonly when: "before" | "after";
}

interface Change {
  readonly dataDir: string;
  readonly from: StoreKey | null;
  readonly to: StoreKey | null;
}

/** Changes the key in a process that is killed just before, or after, its call of that name and number on the copy. */
function killedRekey({ dataDir, from, to }: Change, { name, at, when }: Point): NodeJS.Signals | null {
  const given = (key: StoreKey | null) => (key === null ? "null" : `new StoreKey("${key.reveal()}")`);
  const code = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { rekeyStore } = await import(${JSON.stringify(join(import.meta.dirname, "rekey.ts"))});
    const { StoreKey } = await import(${JSON.stringify(join(import.meta.dirname, "../store/key.ts"))});
    let count = 0;
    const open = fs.openSync;
    let begun = false;
    fs.openSync = (file, ...rest) => {
      if (String(file).endsWith("soundings.db.rekeyed")) {
        begun = true;
        if ("${name}" === "openSync") process.kill(process.pid, "SIGKILL");
      }
      return open(file, ...rest);
    };
    if ("${name}" !== "openSync") {
      const real = fs["${name}"];
      fs["${name}"] = (...args) => {
        if (begun) count += 1;
        const now = begun && count === ${at};
        if (now && "${when}" === "before") process.kill(process.pid, "SIGKILL");
        const answer = real(...args);
        if (now) process.kill(process.pid, "SIGKILL");
        return answer;
      };
    }
    syncBuiltinESMExports();
    rekeyStore({ dataDir: ${JSON.stringify(dataDir)}, key: ${given(from)}, to: ${given(to)} });`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code]).signal;
}

describe("a change of the key", () => {
  it.each([
    ["a wrong key", { made: KEY, key: OTHER_KEY, to: null }, "wrong_key"],
    ["no key for an encrypted database", { made: KEY, key: null, to: OTHER_KEY }, "key_missing"],
    ["the same key", { made: KEY, key: KEY, to: KEY }, "bad_key"],
    ["taking away what is not there", { made: null, key: null, to: null }, "bad_key"],
  ] as const)("with %s is refused and changes no byte", async (_name, { made, key, to }, code) => {
    const dataDir = await closedClinic(made);
    const before = fingerprints(dataDir);
    expect((await refused(() => rekeyStore({ dataDir, key, to }))).code).toBe(code);
    expect(fingerprints(dataDir)).toEqual(before);
  });

  it("of a plain database needs no present key, also when the new one is set for every command already", async () => {
    const dataDir = await closedClinic(null);
    expect(rekeyStore({ dataDir, key: KEY, to: KEY })).toMatchObject({
      wasEncrypted: false,
      encrypted: true,
    });
    await checkWhole(dataDir, KEY);
  });

  it("of a damaged database is refused, and its key stays", async () => {
    const dataDir = await closedClinic(KEY);
    const file = join(dataDir, "soundings.db");
    const bytes = readFileSync(file);
    bytes[bytes.length - 2_000] = (bytes[bytes.length - 2_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect((await refused(() => rekeyStore({ dataDir, key: KEY, to: OTHER_KEY }))).code).toBe("corrupt");
    expect(databases(dataDir)).toEqual(["soundings.db"]);
    openStore({ dataDir, key: KEY, access: "read" }).close();
  });

  it("where there is no database is refused", async () => {
    const dataDir = temporaryDirectory();
    expect((await refused(() => rekeyStore({ dataDir, key: null, to: KEY }))).code).toBe("no_database");
  });

  it("finishes an import that was cut off, whose staging has the old key", async () => {
    const dataDir = await closedClinic(KEY);
    const killed = join(import.meta.dirname, "../imports/killed-import.fixture.ts");
    expect(spawnSync(process.execPath, [killed, dataDir, "2", KEY.reveal()]).signal).toBe("SIGKILL");
    rekeyStore({ dataDir, key: KEY, to: OTHER_KEY });
    expect(databases(dataDir)).toEqual(["soundings.db"]);
    const store = openStore({ dataDir, key: OTHER_KEY, access: "write" });
    expect(store.reader.statement("select count(*) from patients").get([])).toEqual([122]);
    await take(store, [patient("P-9")]);
    expect(await verifyStore(store)).toEqual([]);
    store.close();
  });
});
